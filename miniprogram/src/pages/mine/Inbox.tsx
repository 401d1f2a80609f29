import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { inbox, type State } from '../../../../shared/requests/contract';
import { usePerson } from '../../platform/person';
import { usePages } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Segment } from '../../ui/Segment';
import { Skeleton } from '../../ui/Skeleton';
import { Mail } from './Mail';

const NOTHING: Record<State, { title: string; words: string }> = {
  with_deputy: { title: '都回过了', words: '居民说了新的事，\n这里会先看到。' },
  asked: { title: '没有在等居民补充的', words: '您问了居民的，\n在这里等回答。' },
  answered: { title: '没有在等居民说的', words: '您回话以后，\n这里等居民说解决了没有。' },
  closed: { title: '还没有办完的', words: '居民说解决了，\n才算办完。' },
};

/** A deputy's inbox: what waits for an answer, the most urgent first. */
export function Inbox({ onOwn }: { onOwn: () => void }) {
  const { deputy, counts } = usePerson();
  const [state, setState] = useState<State>('with_deputy');
  const list = usePages(inbox, { state });
  useDidShow(() => void list.refetch());
  const numbers = counts?.inbox;
  const tabs = [
    { value: 'with_deputy' as const, words: `等我回 ${numbers?.with_deputy ?? ''}` },
    { value: 'answered' as const, words: `等居民说 ${numbers?.answered ?? ''}` },
    { value: 'closed' as const, words: '办完了' },
  ];
  return (
    <>
      {list.error instanceof OfflineError && list.items.length > 0 && <NetBar seenAt={list.dataUpdatedAt} />}
      <View className="main">
        <Text className="title mt2">
          {numbers
            ? numbers.with_deputy
              ? `${numbers.with_deputy} 件等您回`
              : '都回过了'
            : `${deputy?.deputyName ?? ''}的信箱`}
        </Text>
        {numbers && (numbers.dueToday > 0 || numbers.late > 0) && (
          <Text className="sub block">
            {[numbers.late && `超时 ${numbers.late} 件`, numbers.dueToday && `今天到期 ${numbers.dueToday} 件`]
              .filter(Boolean)
              .join('，')}
          </Text>
        )}
        <View className="mt4">
          <Segment label="信箱" options={tabs} value={state} onChoose={setState} />
        </View>
        {list.isPending && <Skeleton cards={3} />}
        {list.error && !list.items.length && <ProblemPage error={list.error} onRetry={() => list.refetch()} />}
        {!list.isPending && !list.error && !list.items.length && <Empty {...NOTHING[state]} />}
        {list.items.length > 0 && (
          <Card flush className="mt3">
            {list.items.map((item, index) => (
              <Mail key={item.id} item={item} first={index === 0} />
            ))}
          </Card>
        )}
        {list.hasNextPage && (
          <View className="row mt4">
            <Button wide kind="line" busy={list.isFetchingNextPage && '正在取…'} onPress={() => list.fetchNextPage()}>
              再看一些
            </Button>
          </View>
        )}
        <Card flush className="mt5">
          <Cell icon="mine" title="我自己说的事" onPress={onOwn} />
          <Cell
            icon="chat"
            title="我的代表码"
            sub="给居民扫，直接找到您"
            onPress={() => Taro.navigateTo({ url: '/identity/pages/code/index' })}
          />
        </Card>
      </View>
    </>
  );
}
