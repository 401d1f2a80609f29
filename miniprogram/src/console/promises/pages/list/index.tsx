import { AllOfMine } from '../../../../promises/components/AllOfMine';
import { Frame } from '../../../ui/Frame';

/** 整改: the same as on a phone, on a wide screen. */
export default function Promises() {
  return (
    <Frame at="promises" title="整改">
      {() => (
        <div className="frame-column">
          <AllOfMine />
        </div>
      )}
    </Frame>
  );
}
