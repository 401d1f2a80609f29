import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import { clean, lengthOf } from '../../../../../shared/kernel/text';
import { search, type WorklistItem } from '../../../../../shared/requests/contract';
import { LENGTHS } from '../../../../../shared/requests/limits';
import { usePaused } from '../../../platform/paused';
import { usePages } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import { OfflineError } from '../../../platform/send';
import { Card } from '../../../ui/Card';
import { More } from '../../../ui/More';
import { NavBar } from '../../../ui/NavBar';
import { NetBar } from '../../../ui/NetBar';
import { Page } from '../../../ui/Page';
import { aria, ownDirection, Press } from '../../../ui/Press';
import { ProblemPage } from '../../../ui/ProblemPage';
import { SearchBox } from '../../../ui/SearchBox';
import { Skeleton } from '../../../ui/Skeleton';
import { Tag } from '../../../ui/Tag';
import { StateTag } from '../../tabs/StateTag';
import '../../../ui/mail.css';

// Between two keys of somebody who types: what stands there for shorter is not asked for.
const TYPING_MS = 400;
const [, MOST] = LENGTHS.search;

/** 找一件事: by some of its words or its number, in what was sent to the deputy. */
export default function Find() {
  const [typed, setTyped] = useState('');
  const words = usePaused(clean(typed), TYPING_MS);
  return (
    <Page>
      <NavBar title="找一件事" back />
      <View className="search-top">
        <SearchBox value={typed} placeholder="几个字，或受理编号" onInput={setTyped} />
      </View>
      {words && lengthOf(words) <= MOST ? (
        <Found key={words} words={words} />
      ) : (
        <View className="main">
          <Text className="secondary block space-above-4">
            {words ? `太长了，最多 ${MOST} 个字。` : '写记得的几个字就行，比如“路灯”。办完的也找得到。'}
          </Text>
        </View>
      )}
    </Page>
  );
}

function Found({ words }: { words: string }) {
  const list = usePages(search, { words });
  const { items, error, isPending } = list;
  if (error && !items.length) return <ProblemPage error={error} onRetry={() => list.refetch()} />;
  return (
    <>
      {error instanceof OfflineError && <NetBar seenAt={list.dataUpdatedAt} />}
      <View className="main">
        {isPending ? (
          <Skeleton cards={2} />
        ) : (
          <View className="note space-above-2" {...aria('status')}>
            {items.length
              ? `找到 ${items.length}${list.hasNextPage ? ' 件以上' : ' 件'}`
              : `没有写着“${words}”的，换几个字试试。`}
          </View>
        )}
        {items.length > 0 && (
          <Card flush className="space-above-2">
            {items.map((item) => (
              <Line key={item.id} item={item} />
            ))}
          </Card>
        )}
        <More {...list} />
      </View>
    </>
  );
}

function Line({ item }: { item: WorklistItem }) {
  const { id, title, excerpt, trackingNumber, villageName, submittedOn } = item;
  return (
    <Press
      className="mail"
      role="link"
      onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
    >
      <View className="mail-title">
        <Text className="grow said" {...ownDirection}>
          {title}
        </Text>
        <Text className="note">{sayDay(submittedOn)}</Text>
      </View>
      <Text className="secondary two-lines said" {...ownDirection}>
        {excerpt}
      </Text>
      <View className="mail-meta">
        <Standing item={item} />
        <Text className="note">{`${villageName} · 编号 ${spellTrackingNumber(trackingNumber)}`}</Text>
      </View>
    </Press>
  );
}

/** Where it stands, in a word. */
function Standing({ item }: { item: WorklistItem }) {
  return (
    <StateTag item={item} who="居民">
      <Tag icon="clock">{`最晚 ${sayDay(item.dueOn)}`}</Tag>
    </StateTag>
  );
}
