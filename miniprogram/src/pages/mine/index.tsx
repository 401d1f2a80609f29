import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { usePerson } from '../../platform/person';
import { canSignIn } from '../../platform/session';
import { Inbox } from '../../requests/tabs/Inbox';
import { MyRequests } from '../../requests/tabs/MyRequests';
import { Offers } from '../../requests/tabs/Offers';
import { Empty } from '../../ui/Empty';
import { NavBar } from '../../ui/NavBar';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { TabBar } from '../../ui/TabBar';

/** A resident's matters; for a deputy the inbox, with their own matters one tap away. */
export default function Mine() {
  const { asking, deputy, waiting } = usePerson({ signIn: true });
  const [own, setOwn] = useState(false);
  const inbox = deputy !== null && !own;
  return (
    <Page className={inbox ? '' : 'wide'} tabs={<TabBar current="mine" deputy={deputy !== null} waiting={waiting} />}>
      <NavBar title={inbox ? '信箱' : '我的事'} back={own ? () => setOwn(false) : undefined} />
      {!canSignIn() && (
        <Empty
          title="请在微信里打开"
          words={'您的事只在微信里看得到。\n在这里可以找代表。'}
          action={{ words: '找代表', icon: 'pin', onPress: () => Taro.switchTab({ url: '/pages/home/index' }) }}
        />
      )}
      {canSignIn() && inbox && <Inbox onOwn={() => setOwn(true)} />}
      {asking && (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
      {canSignIn() && !asking && !inbox && (
        <>
          <Offers className="main offers" />
          <MyRequests />
        </>
      )}
    </Page>
  );
}
