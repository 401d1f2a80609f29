import { View } from '@tarojs/components';
import { NavBar } from '../../../ui/NavBar';
import { Page } from '../../../ui/Page';
import { AllOfMine } from '../../components/AllOfMine';
import { ToReports } from '../../components/ToReports';

/** 答应的事: what a department has to answer and has promised, and what a station has to go and look at. */
export default function Promises() {
  return (
    <Page className="wide">
      <NavBar title="答应的事" back />
      <View className="main">
        <ToReports to="/promises/pages/report/index" />
      </View>
      <AllOfMine />
    </Page>
  );
}
