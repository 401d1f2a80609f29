import type { SettingValue } from '../../../../../shared/kernel/settings';
import { sayValue } from '../../../../../shared/kernel/settings';
import { Icon } from '../../../ui/Icon';
import './Settings.scss';

/** From what to what: a number large, over what it counts. */
export function FromTo({ from, to }: { from: SettingValue; to: SettingValue | null }) {
  return (
    <div className="settings-fromto">
      <span>
        现在
        <Large value={from} />
      </span>
      <Icon name="right" />
      <span className="on">
        改成
        {to ? <Large value={to} /> : <b>？</b>}
      </span>
    </div>
  );
}

function Large({ value }: { value: SettingValue }) {
  const said = sayValue(value);
  const [, count, unit] = /^(\d+) (.+)$/.exec(said) ?? [];
  if (!count || value.calendar) return <b className="settings-word">{said}</b>;
  return (
    <>
      <b>{count}</b>
      {unit}
    </>
  );
}

/** In one line, of a calendar how many days differ. */
export function sayShort(value: SettingValue): string {
  if (!value.calendar) return sayValue(value);
  return value.calendar.length ? `${value.calendar.length} 天和全国不一样` : '照全国的';
}
