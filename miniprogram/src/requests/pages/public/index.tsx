import { Text, View } from '@tarojs/components';
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { sayTogether } from '../../../../../shared/assignments/part/words';
import { deputyTitle } from '../../../../../shared/kernel/names';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { publicMatter } from '../../../../../shared/requests/contract';
import { ENDED, isIn, WAITING_FOR_RESIDENT } from '../../../../../shared/requests/states';
import { CATEGORY_NAMES, sayHands } from '../../../../../shared/requests/words';
import { dial } from '../../../platform/dial';
import { useCall } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { canSignIn, hasSession } from '../../../platform/session';
import { isLost } from '../../../platform/store';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/Empty';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { Pictures } from '../../../ui/Pictures';
import { aria, ownDirection } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { Skeleton } from '../../../ui/Skeleton';
import { Thread } from '../../../ui/Thread';
import { stopsOf } from '../../components/on-board';
import { PromiseCard } from '../../components/Promises';
import { ReportForm } from '../../components/ReportForm';
import { TwoSides } from '../../components/TwoSides';
import '../../components/here.css';

type Matter = Reply<typeof publicMatter>;

/** 公开的事: one matter as everybody reads it, what both sides say of it, and where to say that it should not stand there. */
export default function PublicMatter() {
  const [{ id = '' }] = useState(useRouter().params);
  const { data, error, refetch, dataUpdatedAt } = useCall(publicMatter, { id });
  useShareAppMessage(() => ({ title: data?.title ?? '公开栏', path: `/requests/pages/public/index?id=${id}` }));
  return (
    <Page>
      <NavBar title="公开的事" back />
      {error instanceof OfflineError && data && <NetBar seenAt={dataUpdatedAt} />}
      {data ? (
        <Shown matter={data} />
      ) : isLost(error) ? (
        <Empty
          title="这件事不在公开栏上了"
          words={'说的人不想登了，或者联络站撤了下来。\n该办的照样办。'}
          action={{
            words: '看公开栏',
            icon: 'board',
            onPress: () => Taro.switchTab({ url: '/pages/board/index' }),
          }}
        />
      ) : error ? (
        <ProblemPage error={error} onRetry={() => refetch()} />
      ) : (
        <View className="main">
          <Skeleton cards={3} />
        </View>
      )}
    </Page>
  );
}

function Shown({ matter }: { matter: Matter }) {
  const { title, words, category, villageName, publishedOn, submittedOn, pictures } = matter;
  return (
    <View className="main">
      <Text className="note block space-above-2">
        {[villageName, CATEGORY_NAMES[category], `${sayDay(publishedOn)}登的`].join(' · ')}
      </Text>
      <View className="title said" {...aria('heading')} {...ownDirection}>
        {title}
      </View>
      <Thread stops={stopsOf(matter)} />
      <WhoHasIt matter={matter} />
      <Card className="space-above-3">
        <Text className="note block">{`居民 ${sayDay(submittedOn)}说的`}</Text>
        <Text className="words space-above-1" {...ownDirection}>
          {words}
        </Text>
        <Pictures pictures={pictures} by="居民" />
      </Card>
      <TwoSides item={matter} />
      <PromiseCard lines={matter.promises ?? []} />
      <Report matter={matter} />
    </View>
  );
}

function WhoHasIt({ matter }: { matter: Matter }) {
  const { state, hands, deputyName } = matter;
  if (isIn(state, ENDED)) return null;
  const waits = isIn(state, WAITING_FOR_RESIDENT);
  const again = (hands?.round ?? 1) > 1 ? '，重办' : '';
  const together = sayTogether(matter.parts);
  return (
    <Card className="space-above-4">
      <Text className="secondary here">现在在谁手里</Text>
      <Text className="heading block space-above-2">
        {waits ? '等居民说' : `${sayHands({ state, deputyName, ...hands }).replace(/^在(.+)手里$/, '$1')}${again}`}
      </Text>
      {together && <Text className="secondary block">{together}</Text>}
      {hands?.dueOn && <Text className="emphasis block">{`最晚 ${sayDay(hands.dueOn)}答复`}</Text>}
      {waits && (
        <Text className="secondary block">{`${hands?.departmentName ?? deputyTitle(deputyName)}已经答过`}</Text>
      )}
    </Card>
  );
}

/** Where the board is for reading alone, or nobody can sign in, somebody can be rung. */
function Report({ matter: { id, readOnly, stationName, stationPhone } }: { matter: Matter }) {
  const [doing, setDoing] = useState<'nothing' | 'writing' | 'done'>('nothing');
  if (doing === 'writing')
    return <ReportForm id={id} onDone={() => setDoing('done')} onClose={() => setDoing('nothing')} />;
  if (doing === 'done')
    return (
      <View className="space-above-4">
        <Notice tone="ok">送到联络站了。看过以后，在“消息”里告诉您。</Notice>
      </View>
    );
  const may = !readOnly && (canSignIn() || hasSession());
  return (
    <View className="space-above-4">
      {!may && <Text className="note block">{`觉得哪里不该登？告诉${stationName ?? '人大办公室'}。`}</Text>}
      <View className="row">
        {may && (
          <Button kind="text" icon="alert" onPress={() => setDoing('writing')}>
            举报：这件不该登
          </Button>
        )}
        {!may && stationPhone && (
          <Button kind="line" icon="phone" onPress={() => dial(stationPhone)}>
            {`打 ${stationPhone}`}
          </Button>
        )}
      </View>
    </View>
  );
}
