import { Frame } from '../../../ui/Frame';
import { Boundaries } from '../../components/Boundaries';
import { Template } from '../../components/Template';
import { Workbook } from '../../components/Workbook';

/** 名册: the county's own workbook and its boundaries. */
export default function Roster() {
  return (
    <Frame at="roster" title="名册" office>
      {() => (
        <div className="frame-column stack">
          <Template />
          <Workbook />
          <Boundaries />
        </div>
      )}
    </Frame>
  );
}
