import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type MyRequest, mine } from '../../../../shared/requests/contract';
import { ENDED, UNDER_WAY, WAITING_FOR_RESIDENT } from '../../../../shared/requests/states';
import { END_WORDS } from '../../../../shared/requests/words';
import { useDrafts } from '../../platform/drafts';
import { sayDay } from '../../platform/say';
import { OfflineError } from '../../platform/send';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { OnPhone } from './OnPhone';
import { OpenCard } from './OpenCard';
import { EndTag } from './StateTag';
import { useGroup } from './useGroup';
import { WaitingCard } from './WaitingCard';

const follow = (id: string) => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` });
const write = () => Taro.navigateTo({ url: '/requests/pages/write/index' });

/** What waits for the person first, then what others have, what is still on the phone, and what is done. */
export function MyRequests() {
  const waiting = useGroup(mine, WAITING_FOR_RESIDENT);
  const open = useGroup(mine, UNDER_WAY);
  const ended = useGroup(mine, ENDED);
  const onPhone = useDrafts();
  const lists = [...waiting, ...open, ...ended];
  useDidShow(() => {
    for (const list of lists) void list.refetch();
  });
  const error = lists.find((list) => list.error)?.error;
  const nothing = lists.every((list) => !list.isPending && !list.items.length) && !onPhone.length;
  const retry = () => {
    for (const list of lists) void list.refetch();
  };
  if (error && lists.every((list) => !list.items.length) && !onPhone.length)
    return <ProblemPage error={error} onRetry={retry} />;
  const underWay = [...waiting, ...open].some(({ items }) => items.length) || onPhone.length > 0;
  if (nothing)
    return (
      <Empty
        title="还没说过什么事"
        words={'路不好走、水不干净、看病难，\n都可以跟代表说。'}
        action={{ words: '说件事', icon: 'pen', onPress: write }}
      />
    );
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={Math.max(...lists.map((list) => list.dataUpdatedAt))} />}
      <View className={`main ${underWay ? 'columns' : ''}`}>
        <View>
          {!underWay && lists.some((list) => list.isPending && !list.error) && <Skeleton cards={3} />}
          <Waiting items={itemsOf(waiting)} />
          <Open items={itemsOf(open)} />
          <OnPhone items={onPhone} />
        </View>
        <View>
          <Done items={itemsOf(ended)} />
          <View className="row space-above-5">
            <Button wide kind="second" icon="pen" onPress={write}>
              再说一件
            </Button>
          </View>
          <More
            hasNextPage={lists.some((list) => list.hasNextPage)}
            isFetchingNextPage={lists.some((list) => list.isFetchingNextPage)}
            fetchNextPage={() => lists.forEach((list) => void list.fetchNextPage())}
          />
        </View>
      </View>
    </>
  );
}

type Items = { items: readonly MyRequest[] };

const itemsOf = (lists: Items[]) => lists.flatMap(({ items }) => items);

/** The deputy's question first: until it is answered the clock stands. */
function Waiting({ items }: Items) {
  if (!items.length) return null;
  return (
    <Section first title="等您说一声">
      {items.map((request) => (
        <WaitingCard key={request.id} request={request} />
      ))}
    </Section>
  );
}

function Open({ items }: Items) {
  if (!items.length) return null;
  return (
    <Section title="在办" note={`${items.length} 件`}>
      {items.map((request) => (
        <OpenCard key={request.id} request={request} />
      ))}
    </Section>
  );
}

function Done({ items }: Items) {
  if (!items.length) return null;
  return (
    <Section title="办完了">
      <Card flush>
        {items.map((request) => (
          <Cell
            key={request.id}
            title={request.title}
            sub={howItEnded(request)}
            right={request.outcome && <EndTag outcome={request.outcome} short />}
            onPress={() => follow(request.id)}
          />
        ))}
      </Card>
    </Section>
  );
}

function howItEnded({ closedOn, outcome }: MyRequest): string {
  const day = closedOn ? sayDay(closedOn) : '';
  if (outcome === null || outcome === 'lapsed') return `${day}先收起来了。您还能说解决了没有`;
  return outcome === 'withdrawn' ? `您 ${day}撤回了` : `您 ${day}说：${END_WORDS[outcome]}`;
}
