import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { AllOfMine } from '../../components/AllOfMine';

/** 答应的事: what a department has to answer and has promised, and what a station has to go and look at. */
export default function Promises() {
  return (
    <Page className="wide">
      <NavBar title="答应的事" back />
      <AllOfMine />
    </Page>
  );
}
