import { endOf } from '../../../../../shared/kernel/days';
import { useToday } from '../../../platform/clock';
import { Select } from '../../ui/Select';
import { instantAt, sayMinutes } from './closing';

/** Hours at which a county shuts its boxes; midnight is the usual one. */
const HOURS = [24, 22, 21, 20, 18, 17, 12];

/** The day and the hour at which a box shuts. */
export function CloseFields({ closesAt, onChange }: { closesAt: string; onChange: (closesAt: string) => void }) {
  const today = useToday();
  const { day, minutes } = endOf(new Date(closesAt));
  const usual = HOURS.map((hour) => hour * 60);
  const choices = usual.includes(minutes) ? usual : [minutes, ...usual];
  return (
    <div className="pair">
      <label className="field">
        <span className="field-label">哪天关票</span>
        <span className="field-box select">
          <input
            className="select-input"
            type="date"
            min={today}
            value={day}
            onChange={({ target }) => target.value && onChange(instantAt(target.value, minutes))}
          />
        </span>
      </label>
      <Select
        label="几点关"
        value={String(minutes)}
        options={choices.map((one) => ({ value: String(one), words: sayMinutes(one) }))}
        onChoose={(next) => onChange(instantAt(day, Number(next)))}
      />
    </div>
  );
}
