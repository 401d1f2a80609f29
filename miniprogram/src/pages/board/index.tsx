import { View } from '@tarojs/components';
import { usePerson } from '../../platform/person';
import { Board } from '../../requests/tabs/Board';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { TabBar } from '../../ui/TabBar';
import { SECTIONS } from './sections';

export default function BoardTab() {
  const { deputy, waiting } = usePerson();
  return (
    <Page tabs={<TabBar current="board" deputy={deputy !== null} waiting={waiting} />}>
      <NavBar title="公开栏" />
      <View className="main">
        <Board>
          {SECTIONS.map(({ title, Shown }) => (
            <Shown key={title} title={title} />
          ))}
        </Board>
      </View>
    </Page>
  );
}
