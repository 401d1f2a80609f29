import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import type { Day } from '../../../../../shared/kernel/days';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { list, markRead } from '../../../../../shared/notifications/contract';
import { useAct } from '../../../platform/act';
import { useToday } from '../../../platform/clock';
import { usePages } from '../../../platform/query';
import { sayRecent, together } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/Empty';
import { More } from '../../../ui/More';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { aria, Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import '../../../ui/mail.css';

type Item = Reply<typeof list>['items'][number];

/** What the person was told, newest first. Opening the list is reading it. */
export default function Messages() {
  const news = usePages(list, {});
  const read = useAct(markRead, ['notifications.unread']);
  const newest = news.items[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each newest message
  useEffect(() => {
    if (newest && !newest.read) read.send({ through: newest.id });
  }, [newest?.id]);
  const today = useToday();
  return (
    <Page>
      <NavBar title="消息" back />
      {news.error instanceof OfflineError && news.data && <NetBar seenAt={news.dataUpdatedAt} />}
      {news.error && !news.data && <ProblemPage error={news.error} onRetry={() => news.refetch()} />}
      {news.data && !news.items.length && <Empty title="还没有消息" words={'您说的事有了进展，\n这里会告诉您。'} />}
      <View className="main">
        {news.isPending && <Skeleton cards={3} />}
        {news.items.length > 0 && (
          <Card flush>
            {news.items.map((item) => (
              <Message key={item.id} item={item} today={today} />
            ))}
          </Card>
        )}
        <More {...news} />
      </View>
    </Page>
  );
}

function Message({ item, today }: { item: Item; today: Day }) {
  const { title, body, on, read: seen } = item;
  const open = wayOf(item);
  const words = (
    <>
      <View className="mail-title">
        {!seen && <View className="mail-new" {...aria('img', '没看过')} />}
        <Text className="grow">{title}</Text>
        <Text className="note">{sayRecent(on, today)}</Text>
      </View>
      <Text className="secondary block said">{together(body)}</Text>
    </>
  );
  return open ? (
    <Press className="mail" role="link" onPress={open}>
      {words}
    </Press>
  ) : (
    <View className="mail">{words}</View>
  );
}

/** To where the server says it leads: a tab, or the page of what it is about. Null for what was told before pages were written down. */
function wayOf({ page }: Item): (() => void) | null {
  if (page === null) return null;
  const url = `/${page}`;
  return () => (page.startsWith('pages/') ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}
