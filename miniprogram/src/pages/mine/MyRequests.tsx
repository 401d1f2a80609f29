import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { deputyTitle } from '../../../../shared/directory/rules';
import { dayOf, sayDay } from '../../../../shared/kernel/days';
import { shorten } from '../../../../shared/kernel/text';
import { type MyRequest, mine } from '../../../../shared/requests/contract';
import { END_WORDS, threadOf } from '../../../../shared/requests/rules';
import { type Draft, useDrafts } from '../../platform/drafts';
import { usePages } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { NetBar } from '../../ui/NetBar';
import { ProblemPage } from '../../ui/ProblemPage';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { Thread } from '../../ui/Thread';
import { OpenCard } from './OpenCard';

const follow = (id: string) => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` });
const write = () => Taro.navigateTo({ url: '/requests/pages/write/index' });

/** What waits for the person first, then what others have, what is still on the phone, and what is done. */
export function MyRequests() {
  const answered = usePages(mine, { state: 'answered' });
  const open = usePages(mine, { state: 'with_deputy' });
  const closed = usePages(mine, { state: 'closed' });
  const onPhone = useDrafts();
  const lists = [answered, open, closed];
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
      <View className="main">
        {lists.some((list) => list.isPending && !list.error) && <Skeleton cards={3} />}
        <Waiting items={answered.items} />
        <Open items={open.items} />
        <OnPhone items={onPhone} />
        <Done items={closed.items} />
        {lists.some((list) => list.hasNextPage) && (
          <View className="row mt4">
            <Button
              wide
              kind="line"
              busy={lists.some((list) => list.isFetchingNextPage) && '正在取…'}
              onPress={() => lists.filter((list) => list.hasNextPage).forEach((list) => void list.fetchNextPage())}
            >
              再看一些
            </Button>
          </View>
        )}
      </View>
    </>
  );
}

type Items = { items: readonly MyRequest[] };

function Waiting({ items }: Items) {
  if (!items.length) return null;
  return (
    <Section first title="等您说一声">
      {items.map((request) => (
        <Card key={request.id}>
          <Text className="strong block">{request.title}</Text>
          <Thread stops={threadOf(request, deputyTitle(request.deputyName))} />
          <View className="sub mt3">
            <Text className="em">{`${deputyTitle(request.deputyName)} ${sayDay(request.answeredOn ?? request.submittedOn)}回话了。`}</Text>
            解决了吗？
          </View>
          <View className="row mt3">
            <Button small grow onPress={() => follow(request.id)} label={`去看答复：${request.title}`}>
              去看答复
            </Button>
          </View>
        </Card>
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

/** Still on the phone: waiting for a network, or not finished. */
function OnPhone({ items }: { items: readonly Draft[] }) {
  if (!items.length) return null;
  return (
    <Section title="还在手机里">
      <Card flush>
        {items.map(({ deputyId, deputyName, waits, problem, changedAt, input }) => (
          <Cell
            key={deputyId}
            icon={waits ? 'offline' : problem ? 'alert' : 'pen'}
            title={shorten(input.words?.trim() || `想跟${deputyTitle(deputyName)}说件事`, 18)}
            sub={
              waits
                ? '还没送出。有网就自动送出，只送一次。'
                : problem
                  ? `没送出去。${problem}`
                  : `没写完，${sayDay(dayOf(new Date(changedAt)))}的草稿`
            }
            onPress={() => Taro.navigateTo({ url: `/requests/pages/write/index?deputy=${deputyId}` })}
          />
        ))}
      </Card>
    </Section>
  );
}

function Done({ items }: Items) {
  if (!items.length) return null;
  return (
    <Section title="办完了">
      <Card flush>
        {items.map(({ id, title, closedOn, outcome }) => (
          <Cell
            key={id}
            title={title}
            sub={`您 ${closedOn ? sayDay(closedOn) : ''}说：${END_WORDS[outcome ?? 'solved']}`}
            right={
              <Tag
                icon={outcome === 'partly' ? 'half-circle' : 'check-circle'}
                tone={outcome === 'partly' ? 'wait' : 'ok'}
              >
                {outcome === 'partly' ? '一部分' : '解决了'}
              </Tag>
            }
            onPress={() => follow(id)}
          />
        ))}
      </Card>
    </Section>
  );
}
