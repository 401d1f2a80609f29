import Taro from '@tarojs/taro';
import { MyDepartments } from '../../../../identity/components/MyDepartments';
import { Frame } from '../../../ui/Frame';
import { CONSOLE_PAGES } from '../../../ui/pages';
import { OwnFactor } from '../../components/OwnFactor';

/** 部门: what waits for the departments of whoever sits here. */
export default function Department() {
  return (
    <Frame at="department" title="我的部门">
      {() => (
        <div className="frame-column">
          <OwnFactor />
          <MyDepartments
            onOpen={() => Taro.redirectTo({ url: CONSOLE_PAGES.promises })}
            onAssigned={() => Taro.redirectTo({ url: CONSOLE_PAGES.assigned })}
          />
        </div>
      )}
    </Frame>
  );
}
