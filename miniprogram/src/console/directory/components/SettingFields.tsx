import type { Setting } from '../../../../../shared/directory/contract/office';
import { Field } from '../../../ui/Field';
import { Segment } from '../../../ui/Segment';
import { CalendarFields } from './CalendarFields';
import type { Written } from './settings-form';

const COUNTED = [
  { value: 'working', words: '工作日' },
  { value: 'calendar', words: '自然日' },
] as const;
const SWITCHED = [
  { value: 'on', words: '开' },
  { value: 'off', words: '关' },
] as const;

type Props = {
  setting: Setting;
  written: Written;
  fault: string | null;
  onChange: (written: Partial<Written>) => void;
};

/** What a setting is to be, by its kind. */
export function SettingFields({ setting, written, fault, onChange }: Props) {
  const { kind, least, most, value } = setting;
  const { on, phone, words, count, counted } = written;
  if (kind === 'on')
    return (
      <Segment
        label="开不开"
        options={SWITCHED}
        value={on ? 'on' : 'off'}
        onChoose={(next) => onChange({ on: next === 'on' })}
      />
    );
  if (kind === 'phone')
    return (
      <Field
        label="电话（空着就是没有）"
        placeholder="比如：0570-5012345"
        maxLength={20}
        value={phone}
        fault={fault}
        onInput={(next) => onChange({ phone: next })}
      />
    );
  if (kind === 'words')
    return (
      <Field
        label={`怎么写（${least} 到 ${most} 个字）`}
        maxLength={most ?? 0}
        value={words}
        fault={fault}
        onInput={(next) => onChange({ words: next })}
      />
    );
  if (kind === 'calendar')
    return (
      <CalendarFields
        now={value.calendar ?? []}
        days={written.calendar}
        fault={fault}
        onChange={(calendar) => onChange({ calendar })}
      />
    );
  return (
    <>
      <Field
        label={kind === 'months' ? `几个月（${least} 到 ${most}）` : `几天（${least} 到 ${most}）`}
        kind="number"
        maxLength={3}
        value={count}
        fault={fault}
        onInput={(next) => onChange({ count: next })}
      />
      {kind === 'term' && (
        <Segment label="怎么数" options={COUNTED} value={counted} onChoose={(next) => onChange({ counted: next })} />
      )}
    </>
  );
}
