import { Button } from '../../../ui/Button';
import { Press } from '../../../ui/Press';
import './Matter.scss';

/** From one matter to the next, or back to the list where it stands alone. */
export function MatterSteps({ onBack, onStep }: { onBack?: () => void; onStep: (by: 1 | -1) => void }) {
  if (onBack)
    return (
      <Button kind="line" small icon="left" onPress={onBack}>
        回到列表
      </Button>
    );
  return (
    <>
      <Press className="matter-step" repeats label="上一件" onPress={() => onStep(-1)}>
        <i className="icon icon-up" aria-hidden="true" />
      </Press>
      <Press className="matter-step" repeats label="下一件" onPress={() => onStep(1)}>
        <i className="icon icon-down" aria-hidden="true" />
      </Press>
    </>
  );
}
