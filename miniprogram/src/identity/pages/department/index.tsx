import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { MyDepartments } from '../../components/MyDepartments';

/** 我的部门: what waits for the departments one is of. */
export default function Department() {
  return (
    <Page className="wide">
      <NavBar title="我的部门" back />
      <MyDepartments />
    </Page>
  );
}
