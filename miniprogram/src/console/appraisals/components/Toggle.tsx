import { Icon } from '../../../ui/Icon';
import { Press } from '../../../ui/Press';
import './StepDepartments.css';

type Props = { on: boolean; onPress: () => void; note: string; children: string };

/** Something that is so or not, and in a line what that means. */
export function Toggle({ on, onPress, note, children }: Props) {
  return (
    <Press role="switch" on={on} className={`departments-tick ${on ? 'on' : ''}`} onPress={onPress}>
      <span className="departments-box">{on && <Icon name="check" />}</span>
      <span className="grow">
        <b>{children}</b>
        <span className="note block">{note}</span>
      </span>
    </Press>
  );
}
