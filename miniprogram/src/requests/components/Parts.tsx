import { Text, View } from '@tarojs/components';
import { sayTogether } from '../../../../shared/assignments/part/words';
import { sayClass } from '../../../../shared/assignments/words';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { RequestPage } from '../../../../shared/requests/contract';
import { isLate, type Stop, threadOf } from '../../../../shared/requests/rules';
import {
  isIn,
  MOST_RETURNS,
  QUESTIONED,
  REFERRED,
  TO_ASSIGN,
  WITH_DEPARTMENT,
  WITH_HOTLINE,
  WITH_OFFICE,
} from '../../../../shared/requests/states';
import { storyOf } from '../../../../shared/requests/story';
import { CATEGORY_NAMES, sayAnswerer, sayHands, wayOf } from '../../../../shared/requests/words';
import { dial } from '../../platform/dial';
import { sayDay } from '../../platform/say';
import { scrollTo } from '../../platform/scroll';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DayTrack } from '../../ui/DayTrack';
import { Icon } from '../../ui/Icon';
import { Pictures } from '../../ui/Pictures';
import { ownDirection, Press } from '../../ui/Press';
import { Story, type StoryEvent } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { SaidLines } from '../../ui/Together';
import { sayNotJoined } from './Away';
import './here.css';
import '../../ui/Section.css';
import '../../ui/check.scss';

/** Who has it, since when, due when, in one sentence with a name and a date. */
export function WhoHasIt({ request }: { request: RequestPage }) {
  const { clock, today, round, state } = request;
  const late = isLate(clock, today);
  const waits = isIn(state, QUESTIONED);
  const together = sayTogether(request.parts);
  return (
    <Card className="space-above-4">
      <View className="row between">
        <Text className="secondary here">现在在谁手里</Text>
        {late ? (
          <Tag icon="alert" tone="late">
            {clock.late > 0 ? `超 ${clock.late} 天` : '超时了'}
          </Tag>
        ) : (
          <Tag icon={waits ? 'clock' : 'check'} tone={waits ? 'wait' : 'ok'}>
            {waits ? '停着' : '没有超时'}
          </Tag>
        )}
      </View>
      <Text className="title space-above-2">{holderOf(request)}</Text>
      <Finding request={request} />
      {together && <Text className="secondary block">{together}</Text>}
      <View className="secondary">
        {round > 1 ? `${sayDay(clock.startedOn)}退回重办，` : `${sayDay(clock.startedOn)}收到，`}
        <Text className="emphasis">{late ? `应在 ${sayDay(clock.dueOn)}答复` : `最晚 ${sayDay(clock.dueOn)}答复`}</Text>
      </View>
      <Away request={request} />
      <View className="space-above-3">
        <DayTrack clock={clock} today={today} waits={waits} />
      </View>
      <Text className="note block space-above-2">
        {waits
          ? '等回答的这几天不算时间，回答以后接着走。'
          : clock.kind === 'working'
            ? '一格是一天。短的是休息日，不算。'
            : '一格是一天。'}
      </Text>
    </Card>
  );
}

function holderOf({
  state,
  viewer,
  deputyName,
  departmentName,
  returns = 0,
  higherDeputy,
  handover,
}: RequestPage): string {
  if (isIn(state, WITH_OFFICE)) return '人大办公室';
  if (isIn(state, TO_ASSIGN)) return returns < MOST_RETURNS ? '联络站' : '人大办公室';
  if (isIn(state, WITH_DEPARTMENT)) return departmentName ?? '部门';
  if (isIn(state, WITH_HOTLINE)) return '12345 热线';
  const asker = departmentName ?? (handover?.by === null ? '联络站' : '代表');
  if (isIn(state, QUESTIONED)) return viewer === 'resident' ? `您，${asker}在等您回答` : `居民，${asker}在等回答`;
  if (deputyName === null) return '还没有代表接';
  return viewer === 'deputy' ? '您' : (higherDeputy ?? deputyTitle(deputyName));
}

/** On its way to a department: who looks for it, and until when that one says whether it takes it. */
function Finding({ request }: { request: RequestPage }) {
  const { state, acceptBy, returns = 0, today } = request;
  const words = isIn(state, TO_ASSIGN)
    ? FINDING[Math.min(returns, MOST_RETURNS)]
    : isIn(state, WITH_HOTLINE)
      ? sayHands(request)
      : isIn(state, WITH_DEPARTMENT) && acceptBy
        ? acceptBy < today
          ? '还没说接不接'
          : `还没说接不接，${sayDay(acceptBy)}前说`
        : null;
  return words ? <Text className="secondary block">{words}</Text> : null;
}

/** By how many gave it back. */
const FINDING = ['在找管这件事的部门', '一家退回来了，再找一家', '两家都说不归自己，由它定一家'];

/** Who answers it, or answered it: the department where one has it, else its deputy. */
export function answererOf({ departmentName, deputyName }: RequestPage): string {
  return departmentName ?? deputyTitle(deputyName);
}

/** The stops; who is 我 to the resident is 居民 to everybody else. */
export function stopsFor(request: RequestPage): Stop[] {
  const stops = threadOf(request, wayOf(request));
  if (request.viewer === 'resident') return stops;
  return stops.map((stop) => (stop.label === '我' ? { ...stop, label: '居民' } : stop));
}

/** When the resident says whether it is solved, to whoever answered. */
export function sayAsking({ questionOn }: Pick<RequestPage, 'questionOn'>): string {
  return questionOn ? `${sayDay(questionOn)}再问居民解决了没有` : '等居民说解决了没有';
}

/** Somebody to speak to, whatever became of it. */
export function CallStation({ request: { stationPhone } }: { request: RequestPage }) {
  if (!stationPhone) return null;
  return (
    <Button kind="line" grow icon="phone" onPress={() => dial(stationPhone)}>
      问联络站
    </Button>
  );
}

/** True for whoever speaks for the resident. */
function isSpeaker(viewer: RequestPage['viewer']): boolean {
  return viewer === 'resident' || viewer === 'entrant';
}

function Away({ request: { deputyAwayUntil, deputyNotJoined, deputyName, viewer, state } }: { request: RequestPage }) {
  if (isIn(state, REFERRED) || isIn(state, WITH_OFFICE)) return null;
  if (deputyName === null) {
    return <Text className="secondary block space-above-1">村里的代表都看得到，谁先接谁来回。</Text>;
  }
  if (viewer === 'deputy') return null;
  if (deputyNotJoined && !deputyAwayUntil)
    return <Text className="secondary block space-above-1">{sayNotJoined(deputyName)}</Text>;
  if (!deputyAwayUntil) return null;
  return (
    <Text className="secondary block space-above-1">
      {`${deputyTitle(deputyName)}外出，${sayDay(deputyAwayUntil)}回来。同村的代表可以先接过去。`}
    </Text>
  );
}

const WORDS = 'what-was-said';

export function HowItWent({ request }: { request: RequestPage }) {
  return (
    <Card className="space-above-3">
      <View className="row between">
        <Text className="heading">一路怎么走的</Text>
        {isSpeaker(request.viewer) && (
          <Press className="more-link" role="link" onPress={() => scrollTo(WORDS)}>
            {request.viewer === 'resident' ? '看我写的' : '看写了什么'}
            <Icon name="right" />
          </Press>
        )}
      </View>
      <View className="space-above-4">
        <Story events={storyOf(request).map(withPictures(request))} />
      </View>
    </Card>
  );
}

/** What was sent with an event stands under its words. */
function withPictures({ events, answer }: RequestPage) {
  return (told: StoryEvent): StoryEvent => {
    const { id, byName, pictures } = events.find((event) => event.id === told.id) ?? {};
    // The answer's own stand with the answer, above.
    if (!pictures?.length || id === answer?.id) return told;
    return { ...told, more: <Pictures pictures={pictures} by={byName ?? '居民'} /> };
  };
}

/** What was written, as it was sent. */
export function WhatWasSaid({ request }: { request: RequestPage }) {
  const { words, where, villageName, category, name, viewer, nameFor, pictures, enteredBy, slipNumber } = request;
  const hidden = (viewer === 'deputy' && nameFor === 'station') || viewer === 'colleague';
  return (
    <View id={WORDS}>
      <Card className="space-above-3">
        <Text className="heading">
          {viewer === 'resident' ? '我写的' : viewer === 'entrant' ? '替他写的' : '居民写的'}
        </Text>
        <Text className="words space-above-2" {...ownDirection}>
          {words}
        </Text>
        <Pictures pictures={pictures} by={viewer === 'resident' ? '我' : '居民'} />
        <Text className="secondary block space-above-3">{[villageName, where].filter(Boolean).join(' ')}</Text>
        <Text className="secondary block">{CATEGORY_NAMES[category]}</Text>
        {viewer !== 'department' && (
          <Text className="secondary block">{`名字：${name ?? (hidden ? '现在不给您看' : '没写')}`}</Text>
        )}
        {enteredBy && (
          <Text className="secondary block">
            {[`${enteredBy}代为登记`, slipNumber && `纸条编号 ${slipNumber}`].filter(Boolean).join('，')}
          </Text>
        )}
      </Card>
    </View>
  );
}

/** The answer, whose it is, and apart from it how far a department says the matter is: whether it is solved, the resident says. */
export function Answer({ request }: { request: RequestPage }) {
  const { answer, deputyName, viewer, events, round } = request;
  if (!answer) return null;
  const answered = events.find(({ id }) => id === answer.id);
  const other = sayAnswerer(answer);
  const by = other ?? deputyTitle(answered?.byName ?? deputyName);
  return (
    <Card className="space-above-4">
      <View className="row between">
        <Text className="heading">{other ? `${by}答复` : viewer === 'deputy' ? '您的回话' : `${by}回话`}</Text>
        <Text className="note">{sayDay(answer.on)}</Text>
      </View>
      <Text className="words space-above-3" {...ownDirection}>
        {answer.words}
      </Text>
      <Pictures key={round} pictures={answered?.pictures ?? []} by={by} />
      <SaidLines said={answer.said} />
      {answer.by && (
        <View className="secondary space-above-3">
          部门自己说：
          <Text className="emphasis">{sayClass(answer.by.resultClass)}</Text>
        </View>
      )}
    </Card>
  );
}
