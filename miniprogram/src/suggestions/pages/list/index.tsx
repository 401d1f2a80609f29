import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { reports } from '../../../../../shared/promises/report/contract';
import { mine, offers } from '../../../../../shared/suggestions/contract';
import { useCall, usePages } from '../../../platform/query';
import { ActionBar } from '../../../ui/ActionBar';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Cell } from '../../../ui/Cell';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PagedList } from '../../../ui/PagedList';
import { Line } from '../../components/Line';
import '../../../ui/mail.css';

const NOTHING = { title: '还没有代表建议', words: '您写的、请您联名的，\n都在这里。' };

/** 代表建议: what a deputy leads, has signed, or is asked to sign. */
export default function Suggestions() {
  const list = usePages(mine, {});
  const may = useCall(offers, {}).data?.may;
  const asked = useCall(reports, {}).data?.reports.filter((one) => one.asked).length ?? 0;
  const waiting = list.items.filter(({ waits }) => waits).length;
  return (
    <Page>
      <NavBar title="代表建议" back />
      <View className="main">
        {list.data && <Text className="title space-above-2">{waiting ? `${waiting} 件等您` : '没有等您的'}</Text>}
        {may === false && (
          <View className="space-above-3">
            <Notice>写建议、联名的，要是现任的本级人大代表。</Notice>
          </View>
        )}
        {asked > 0 && (
          <Card flush className="space-above-3">
            <Cell
              icon="board"
              title="部门的年终承诺报告"
              sub={`${asked} 份等您评`}
              onPress={() => Taro.navigateTo({ url: '/promises/pages/report/index' })}
            />
          </Card>
        )}
        <PagedList nothing={NOTHING} lists={[list]}>
          {(line) => <Line key={line.id} line={line} />}
        </PagedList>
      </View>
      {may && (
        <ActionBar>
          <Button grow icon="pen" onPress={() => Taro.navigateTo({ url: '/suggestions/pages/write/index' })}>
            写一件建议
          </Button>
        </ActionBar>
      )}
    </Page>
  );
}
