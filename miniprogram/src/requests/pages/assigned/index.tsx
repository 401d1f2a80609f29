import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import {
  type AssignmentLine,
  type Box,
  counts,
  inbox,
  type PartLine,
  parts as partsProcedure,
} from '../../../../../shared/assignments/contract';
import { STATES as PART_STATES } from '../../../../../shared/assignments/part/states';
import { KIND_WORDS, sayPart } from '../../../../../shared/assignments/part/words';
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
  const { params } = useRouter();
  const [box, setBox] = useState<Box | 'parts'>(params.box === 'parts' ? 'parts' : 'new');
  const { data, refetch } = useCall(counts, {});
  const ofOthers = useCall(partsProcedure, { box: 'open' });
  useDidShow(() => {
    void refetch();
    void ofOthers.refetch();
  });
  const helps = ofOthers.data?.open ?? 0;
  const { boxes, late } = data ?? {};
  const tabs = [
    { value: 'new' as const, words: `新来 ${boxes?.new || ''}` },
    { value: 'working' as const, words: `在办 ${boxes?.working || ''}` },
    { value: 'parts' as const, words: `协办 ${helps || ''}` },
    { value: 'answered' as const, words: '答过' },
    { value: 'gone' as const, words: '退回的' },
  ];
  const owed = (boxes?.new ?? 0) + (boxes?.working ?? 0) + helps;
  const over = (late ?? 0) + (ofOthers.data?.late ?? 0);
  return (
    <Page>
      <NavBar title="居民的事" back />
      <View className="main">
        {data && <Text className="title space-above-2">{owed ? `${owed} 件等您` : '没有等您的'}</Text>}
        {over ? <Text className="secondary block">{`超时 ${over} 件`}</Text> : null}
        <View className="space-above-3">
          <Segment label="居民的事" options={tabs} value={box} onChoose={setBox} />
        </View>
        {box === 'parts' ? <Parts /> : <Lines key={box} box={box} />}
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

/** What the department does for others: first what is open, then what is not waited for any more. */
function Parts() {
  const nothing = { title: '没有请您协办的', words: '别的部门主办、\n请您这里一起办的，在这里。' };
  return (
    <PagedList
      nothing={nothing}
      lists={[usePages(partsProcedure, { box: 'open' }), usePages(partsProcedure, { box: 'done' })]}
    >
      {(line) => <OfOthers key={line.id} line={line} />}
    </PagedList>
  );
}

function OfOthers({ line }: { line: PartLine }) {
  const { id, subject, title, placeName, kind, leadName, state, late } = line;
  const { owed, current } = PART_STATES[state];
  const icon = late ? 'alert' : owed ? 'clock' : 'check';
  const about = (
    <>
      <View className="mail-title">
        <Text className="grow said" {...ownDirection}>
          {title}
        </Text>
        <Text className="note">{placeName}</Text>
      </View>
      <Text className="secondary block">{`${KIND_WORDS[kind]} · 主办 ${leadName}`}</Text>
      <View className="mail-meta">
        <Tag icon={icon} tone={late ? 'late' : owed ? 'wait' : 'plain'}>
          {sayPart(line)}
        </Tag>
      </View>
    </>
  );
  // What is not waited for is no more theirs to read.
  if (!current) return <View className="mail">{about}</View>;
  const page = subject.context === 'suggestions' ? '/suggestions/pages/one/index' : '/requests/pages/follow/index';
  return (
    <Press className="mail" role="link" onPress={() => Taro.navigateTo({ url: `${page}?id=${subject.id}&part=${id}` })}>
      {about}
    </Press>
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
