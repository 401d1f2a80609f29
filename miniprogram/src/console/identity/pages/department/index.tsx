import { MyDepartments } from '../../../../identity/components/MyDepartments';
import { Frame } from '../../../ui/Frame';

/** 部门: what waits for the departments of whoever sits here. */
export default function Department() {
  return (
    <Frame at="department" title="我的部门">
      {() => (
        <div className="frame-column">
          <MyDepartments />
        </div>
      )}
    </Frame>
  );
}
