import type { Setting } from '../../../../../shared/directory/contract/office';
import { Press } from '../../../ui/Press';
import { Tag } from '../../../ui/Tag';
import { sayShort } from './SettingValueText';
import './table.css';
import './Settings.scss';

type Props = {
  settings: readonly Setting[];
  /** Of which a change waits. */
  waiting: ReadonlySet<string>;
  chosen: string | undefined;
  onPress: (name: string) => void;
};

/** Every setting in its group: what it is now, and what it rests on. */
export function SettingsTable({ settings, waiting, chosen, onPress }: Props) {
  const groups = [...new Set(settings.map(({ group }) => group))];
  return (
    <table className="table settings-table">
      <thead>
        <tr>
          <th scope="col">规矩</th>
          <th scope="col">现在</th>
          <th scope="col" className="settings-basis">
            凭什么
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="settings-group">
              {group}
            </th>
          </tr>
          {settings.map((setting) =>
            setting.group === group ? (
              <Row
                key={setting.name}
                setting={setting}
                waits={waiting.has(setting.name)}
                selected={setting.name === chosen}
                onPress={onPress}
              />
            ) : null,
          )}
        </tbody>
      ))}
    </table>
  );
}

type RowProps = { setting: Setting; waits: boolean; selected: boolean; onPress: (name: string) => void };

function Row({ setting: { name, title, value, basis }, waits, selected, onPress }: RowProps) {
  return (
    <tr className={`settings-row ${selected ? 'selected' : ''}`}>
      <th scope="row">
        <Press className="settings-title" repeats onPress={() => onPress(name)}>
          {title}
        </Press>
      </th>
      <td>
        <span className="settings-value">{sayShort(value)}</span>
        {waits && (
          <Tag icon="clock" tone="wait">
            等人点
          </Tag>
        )}
      </td>
      <td className="settings-basis note">{basis}</td>
    </tr>
  );
}
