import { endOf } from '../../../../../shared/kernel/days';
import { LENGTHS } from '../../../../../shared/voting/limits';
import { useToday } from '../../../platform/clock';
import { Field } from '../../../ui/Field';
import { Select } from '../../ui/Select';
import { instantAt, sayClose, sayMinutes } from './closing';
import type { Writing } from './useDraft';

/** Hours at which a county shuts its boxes; midnight is the usual one. */
const HOURS = [24, 22, 21, 20, 18, 17, 12];

/** 名目和日子. */
export function StepName({ writing: { draft, change } }: { writing: Writing }) {
  const today = useToday();
  const { day, minutes } = endOf(new Date(draft.closesAt));
  const usual = HOURS.map((hour) => hour * 60);
  const choices = usual.includes(minutes) ? usual : [minutes, ...usual];
  return (
    <div className="form-column">
      <Field
        label="名目"
        placeholder="比如：2026 年度部门评议"
        maxLength={LENGTHS.title[1]}
        value={draft.title}
        onInput={(title) => change({ title })}
      />
      <div className="pair">
        <label className="field">
          <span className="field-label">哪天关票</span>
          <span className="field-box select">
            <input
              className="select-input"
              type="date"
              min={today}
              value={day}
              onChange={({ target }) => target.value && change({ closesAt: instantAt(target.value, minutes) })}
            />
          </span>
        </label>
        <Select
          label="几点关"
          value={String(minutes)}
          options={choices.map((one) => ({ value: String(one), words: sayMinutes(one) }))}
          onChoose={(next) => change({ closesAt: instantAt(day, Number(next)) })}
        />
      </div>
      <p className="secondary">{`两个人开了票就能投，${sayClose(draft.closesAt)} 自己关，不用人点。`}</p>
    </div>
  );
}
