import Taro from '@tarojs/taro';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { MyDepartments } from '../../components/MyDepartments';

const go = (url: string) => Taro.navigateTo({ url });

/** 我的部门: what waits for the departments one is of. */
export default function Department() {
  return (
    <Page className="wide">
      <NavBar title="我的部门" back />
      <MyDepartments
        onOpen={() => go('/promises/pages/list/index')}
        onAssigned={() => go('/requests/pages/assigned/index')}
      />
    </Page>
  );
}
