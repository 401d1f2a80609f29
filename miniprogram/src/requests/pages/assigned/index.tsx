import { Text, View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { type AssignmentLine, type Box, counts, inbox } from '../../../../../shared/assignments/contract';
import { STATES } from '../../../../../shared/assignments/states';
import { STATE_WORDS, sayClass } from '../../../../../shared/assignments/words';
import { SOON_DAYS } from '../../../../../shared/kernel/days';
import { sayDaysLeft } from '../../../../../shared/requests/words';
import { useCall, usePages } from '../../../platform/query';
import { sayDay } from '../../../platform/say';
import type { IconName } from '../../../ui/Icon';
import { NavBar } from '../../../ui/NavBar';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { PagedList } from '../../../ui/PagedList';
import { ownDirection, Press } from '../../../ui/Press';
import { Segment } from '../../../ui/Segment';
import { Tag } from '../../../ui/Tag';
import '../../../ui/check.scss';
import '../../../ui/lock.scss';
import '../../../ui/mail.css';

const NOTHING: Record<Box, { title: string; words: string }> = {
  new: { title: '没有新分来的', words: '联络站分来的事，\n先在这里说收不收。' },
  working: { title: '没有在办的', words: '收下来的事，\n答复以前都在这里。' },
  answered: { title: '还没有答过的', words: '答复以后，\n这里等居民说解决了没有。' },
  gone: { title: '没有退回的', words: '说了不归您这里管的、\n联络站收回的，在这里。' },
};

/** 居民的事: what stations gave to the departments somebody is of, without whose it is. */
export default function Assigned() {
  const [box, setBox] = useState<Box>('new');
  const { data, refetch } = useCall(counts, {});
  useDidShow(() => void refetch());
  const { boxes, late } = data ?? {};
  const tabs = [
    { value: 'new' as const, words: `新来 ${boxes?.new || ''}` },
    { value: 'working' as const, words: `在办 ${boxes?.working || ''}` },
    { value: 'answered' as const, words: '答过' },
    { value: 'gone' as const, words: '退回的' },
  ];
  const owed = (boxes?.new ?? 0) + (boxes?.working ?? 0);
  return (
    <Page>
      <NavBar title="居民的事" back />
      <View className="main">
        {data && <Text className="title space-above-2">{owed ? `${owed} 件等您` : '没有等您的'}</Text>}
        {late ? <Text className="secondary block">{`超时 ${late} 件`}</Text> : null}
        <View className="space-above-3">
          <Segment label="居民的事" options={tabs} value={box} onChoose={setBox} />
        </View>
        <Lines key={box} box={box} />
        <View className="space-above-4">
          <Notice tone="plain" icon="lock">
            居民的名字、电话，这里看不到。要问，请联络站转。
          </Notice>
        </View>
      </View>
    </Page>
  );
}

function Lines({ box }: { box: Box }) {
  return (
    <PagedList nothing={NOTHING[box]} lists={[usePages(inbox, { box })]}>
      {(line) => <Line key={line.id} line={line} />}
    </PagedList>
  );
}

/** What went elsewhere is no more theirs to read. */
function Line({ line }: { line: AssignmentLine }) {
  const { id, subject, title, kind, placeName, state } = line;
  const about = (
    <>
      <View className="mail-title">
        <Text className="grow said" {...ownDirection}>
          {title}
        </Text>
        <Text className="note">{placeName}</Text>
      </View>
      <Text className="secondary block">{kind}</Text>
      <View className="mail-meta">
        <ClockTag line={line} />
        <Text className="note">{sayMore(line)}</Text>
      </View>
    </>
  );
  if (STATES[state].ended) return <View className="mail">{about}</View>;
  const url =
    subject.context === 'suggestions'
      ? `/suggestions/pages/one/index?id=${subject.id}`
      : `/requests/pages/follow/index?id=${subject.id}&assignment=${id}`;
  return (
    <Press className="mail" role="link" onPress={() => Taro.navigateTo({ url })}>
      {about}
    </Press>
  );
}

type Look = { icon: IconName; tone: 'ok' | 'wait' | 'late' | 'plain' };

function ClockTag({ line: { state, daysLeft, dueOn } }: { line: AssignmentLine }) {
  if (!STATES[state].owed || daysLeft === null)
    return <Tag icon={STATES[state].ended ? 'undo' : 'check'}>{STATE_WORDS[state]}</Tag>;
  return <Tag {...lookOf(daysLeft)}>{daysLeft <= SOON_DAYS ? sayDaysLeft(daysLeft) : `最晚 ${sayDay(dueOn)}`}</Tag>;
}

function lookOf(daysLeft: number): Look {
  if (daysLeft <= 0) return { icon: daysLeft < 0 ? 'alert' : 'clock', tone: 'late' };
  return { icon: 'clock', tone: daysLeft <= SOON_DAYS ? 'wait' : 'plain' };
}

function sayMore({ state, acts, acceptBy, final, returns, resultClass, assignedOn }: AssignmentLine): string {
  const step = acts.includes('accept')
    ? `${sayDay(acceptBy)}前说收不收`
    : !STATES[state].owed && resultClass
      ? sayClass(resultClass)
      : `${sayDay(assignedOn)}分来的`;
  return [step, final ? '不能再退' : returns > 0 && `退过 ${returns} 次`].filter(Boolean).join(' · ');
}
