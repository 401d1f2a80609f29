import { AllOfMine } from '../../../../promises/components/AllOfMine';
import { ToReports } from '../../../../promises/components/ToReports';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';

/** 整改: the same as on a phone, on a wide screen. */
export default function Promises() {
  return (
    <Frame at="promises" title="整改">
      {() => (
        <div className="frame-column">
          <ToReports to={CONSOLE_PAGES.reports} />
          <AllOfMine />
        </div>
      )}
    </Frame>
  );
}
