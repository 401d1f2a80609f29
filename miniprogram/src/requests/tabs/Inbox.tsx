import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type InboxItem, inbox, unassigned } from '../../../../shared/requests/contract';
import { countOf, ENDED, REFERRED, WAITING_FOR_DEPUTY, WAITING_FOR_RESIDENT } from '../../../../shared/requests/states';
import { usePerson } from '../../platform/person';
import { usePages } from '../../platform/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Icon } from '../../ui/Icon';
import { PagedList } from '../../ui/PagedList';
import { Press } from '../../ui/Press';
import { Segment } from '../../ui/Segment';
import { Mail } from './Mail';
import { useGroup } from './useGroup';
import '../../ui/search.css';

type Tab = 'mine' | 'unassigned' | 'waiting' | 'ended';

const NOTHING: Record<Tab, { title: string; words: string }> = {
  mine: { title: '都回过了', words: '居民说了新的事，\n这里会先看到。' },
  unassigned: { title: '没有等人接的', words: '居民说“哪位代表都行”的，\n或者同村代表外出的，在这里接。' },
  waiting: { title: '没有在等居民的', words: '您回话以后，\n这里等居民说解决了没有。' },
  ended: { title: '还没有办完的', words: '居民说解决了，\n才算办完。' },
};

/** A deputy's inbox: what waits for an answer, the most urgent first; what anybody of the village may take; what waits for residents. */
export function Inbox({ onOwn }: { onOwn: () => void }) {
  const { deputy, counts } = usePerson();
  const [tab, setTab] = useState<Tab>('mine');
  const numbers = counts?.inbox;
  const owed = countOf(numbers?.states, WAITING_FOR_DEPUTY);
  const soon = (numbers?.dueSoon ?? 0) - (numbers?.dueToday ?? 0);
  const due = [
    numbers?.late && `超时 ${numbers.late} 件`,
    numbers?.dueToday && `今天到期 ${numbers.dueToday} 件`,
    soon > 0 && `快到期 ${soon} 件`,
  ]
    .filter(Boolean)
    .join('，');
  const waiting = countOf(numbers?.states, WAITING_FOR_RESIDENT);
  const referred = countOf(numbers?.states, REFERRED);
  const tabs = [
    { value: 'mine' as const, words: `等我回 ${owed || ''}` },
    { value: 'unassigned' as const, words: `组里的 ${numbers?.unassigned || ''}` },
    { value: 'waiting' as const, words: `等居民 ${waiting || ''}` },
    { value: 'ended' as const, words: '办完了' },
  ];
  return (
    <View className="main">
      <Text className="title space-above-2">
        {numbers ? (owed ? `${owed} 件等您回` : '都回过了') : `${deputy?.deputyName ?? ''}的信箱`}
      </Text>
      {due && <Text className="secondary block">{due}</Text>}
      <Press
        className="search space-above-4"
        role="link"
        onPress={() => Taro.navigateTo({ url: '/requests/pages/find/index' })}
      >
        <Icon name="search" />
        <Text>找一件事</Text>
      </Press>
      <View className="space-above-3">
        <Segment label="信箱" options={tabs} value={tab} onChoose={setTab} />
      </View>
      {tab === 'mine' && <Own />}
      {tab === 'unassigned' && <Unassigned />}
      {tab === 'waiting' && <Waiting />}
      {tab === 'ended' && <Ended />}
      <Card flush className="space-above-5">
        {referred > 0 && (
          <Cell
            icon="station"
            title={`转出去的 ${referred} 件`}
            sub="在站里、在部门手里的"
            onPress={() => Taro.navigateTo({ url: '/requests/pages/referred/index' })}
          />
        )}
        <Cell icon="mine" title="我自己说的事" onPress={onOwn} />
        <Cell
          icon="scan"
          title="我的代表码"
          sub="给居民扫，直接找到您"
          onPress={() => Taro.navigateTo({ url: '/identity/pages/code/index' })}
        />
      </Card>
    </View>
  );
}

const mail = (item: InboxItem, first: boolean) => <Mail key={item.id} item={item} first={first} />;

function Own() {
  return (
    <PagedList nothing={NOTHING.mine} lists={useGroup(inbox, WAITING_FOR_DEPUTY)}>
      {mail}
    </PagedList>
  );
}

function Unassigned() {
  const free = usePages(unassigned, {});
  return (
    <PagedList nothing={NOTHING.unassigned} lists={[free]}>
      {(item, first) => <Mail key={item.id} item={item} first={first} free />}
    </PagedList>
  );
}

function Waiting() {
  return (
    <PagedList nothing={NOTHING.waiting} lists={useGroup(inbox, WAITING_FOR_RESIDENT)}>
      {mail}
    </PagedList>
  );
}

function Ended() {
  return (
    <PagedList nothing={NOTHING.ended} lists={useGroup(inbox, ENDED)}>
      {mail}
    </PagedList>
  );
}
