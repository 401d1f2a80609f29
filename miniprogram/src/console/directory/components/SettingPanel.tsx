import type { Setting, SettingChange } from '../../../../../shared/directory/contract/office';
import { sayValue } from '../../../../../shared/kernel/settings';
import { Button } from '../../../ui/Button';
import { Icon, type IconName } from '../../../ui/Icon';
import { Kbd } from '../../ui/Kbd';
import { SettingForm } from './SettingForm';
import { SettingHistory } from './SettingHistory';
import './Settings.scss';

type Props = {
  setting: Setting;
  waiting: SettingChange | undefined;
  editing: boolean;
  onEdit: () => void;
  onClose: () => void;
};

/** One setting: what it is, what it rests on, what changes with it and what does not, and what became of it before. */
export function SettingPanel({ setting, waiting, editing, onEdit, onClose }: Props) {
  const { title, value, basis, changes, stays } = setting;
  return (
    <>
      {editing && <p className="note">正在改</p>}
      <h2 className="heading">{title}</h2>
      <p className="secondary">{`凭什么：${basis}`}</p>
      <div className="space-above-3">
        {editing ? (
          <SettingForm setting={setting} onClose={onClose} />
        ) : (
          <>
            <p className="settings-now">{`现在：${sayValue(value)}`}</p>
            {waiting ? (
              <p className="note space-above-2">这一条有人提了，在上面等另一个人点。点过了才能再提。</p>
            ) : (
              <div className="space-above-3">
                <Button onPress={onEdit}>
                  改这一条 <Kbd>↵</Kbd>
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <Said title="会变的" icon="check" words={changes} />
      <Said title="不变的" icon="dash-circle" words={stays} />
      {!editing && <SettingHistory setting={setting.name} />}
    </>
  );
}

function Said({ title, icon, words }: { title: string; icon: IconName; words: readonly string[] }) {
  return (
    <section className="space-above-4" aria-label={title}>
      <h3 className="settings-subhead">{title}</h3>
      <ul className="settings-said">
        {words.map((one) => (
          <li key={one} className={icon === 'check' ? 'changes' : ''}>
            <Icon name={icon} />
            {one}
          </li>
        ))}
      </ul>
    </section>
  );
}
