import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Day } from '../../../../shared/kernel/days';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { shown } from '../../../../shared/promises/contract';
import type { Shown } from '../../../../shared/promises/shown';
import { SAID_DONE, STATES } from '../../../../shared/promises/states';
import { afterOf, saySteps, stepsOf } from '../../../../shared/promises/steps';
import { sayEvent, sayPromise } from '../../../../shared/promises/words';
import type { Clock } from '../../../../shared/requests/contract';
import { clockOf } from '../../../../shared/requests/rules';
import { useToday } from '../../platform/clock';
import { sayDate } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { DayTrack, daysOfSquare, squaresOf } from '../../ui/DayTrack';
import { Pictures } from '../../ui/Pictures';
import { ownDirection } from '../../ui/Press';
import { LOOKS } from '../../ui/promise-looks';
import { Section } from '../../ui/Section';
import { Story, type StoryEvent } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { Thread } from '../../ui/Thread';
import { BeforeAfter } from './BeforeAfter';

type One = Reply<typeof shown>;

/** One promise as everybody reads it: how far it is, until when it was promised, how it was before and is after, and what came of it, newest first. */
export function OnePromise({ promise }: { promise: One }) {
  const { departmentName, source, words, dueOn, stationName, state, subject } = promise;
  const { icon, tone } = LOOKS[state];
  const steps = stepsOf(promise);
  const today = useToday();
  const clock = daysOf(promise, today);
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${departmentName}，${source}`}</Text>
      <Text className="title" {...ownDirection}>
        {words}
      </Text>
      <Thread stops={steps} said={saySteps(steps)} />
      <Card className="space-above-4">
        <Text className="note block">{IN_WHOSE_HANDS[state]}</Text>
        <Text className="heading space-above-1">{whoHasIt(promise)}</Text>
        <Text className="block">{`答应 ${sayDate(dueOn)}前做到`}</Text>
        <View className="row wrap space-above-2">
          <Tag icon={icon} tone={tone}>
            {sayPromise(promise)}
          </Tag>
        </View>
        <View className="space-above-3">
          <DayTrack clock={clock} today={today} waits={SAID_DONE.includes(state)} />
          <Text className="note block space-above-1">{saySquares(clock, today)}</Text>
        </View>
      </Card>
      <Section title="怎么才算做到">
        <Card>
          <Text className="block">{`部门说做好了不算，${stationName ?? '联络站'}去看过、看到了，才算做到。`}</Text>
        </Card>
      </Section>
      <BeforeAfter promise={promise} />
      <Section title="经过">
        <Card>
          <Story events={storyOf(promise)} />
        </Card>
      </Section>
      {subject?.context === 'appraisals' && <Elsewhere id={subject.id} />}
      {subject?.context === 'requests' && <ItsMatter id={subject.id} />}
    </View>
  );
}

/** Where it was promised, for whoever came here from a link. */
function Elsewhere({ id }: { id: string }) {
  const open = (page: string) => Taro.navigateTo({ url: `/appraisals/pages/${page}/index?id=${id}` });
  return (
    <Card flush className="space-above-5">
      <Cell icon="shield" title="各部门答应改的" onPress={() => open('promised')} />
      <Cell icon="board" title="评议结果" onPress={() => open('results')} />
    </Card>
  );
}

/** The matter in whose answer it was promised. */
function ItsMatter({ id }: { id: string }) {
  return (
    <Card flush className="space-above-5">
      <Cell
        icon="mine"
        title="这件事"
        sub="谁说的，一路怎么走的"
        onPress={() => Taro.navigateTo({ url: `/requests/pages/follow/index?id=${id}` })}
      />
    </Card>
  );
}

/** From the day on which it was promised, or was asked for once more, until it was done. */
function daysOf({ events, dueOn, state }: One, today: Day) {
  const startedOn = events.filter(({ kind }) => STARTS.includes(kind)).at(-1)?.on ?? dueOn;
  const { done, look } = afterOf({ events });
  const stoppedOn = (STATES[state].department ? null : (done ?? look)?.on) ?? null;
  return clockOf({ startedOn, dueOn, stoppedOn }, 'calendar', today, () => true);
}

const SQUARES = { 1: '一格一天', 7: '一格一周', 30: '一格 30 天' };

/** What a square is, for who sees them for the first time; of hatched ones where there are any: 一格一天，斜线格是超了的. */
function saySquares(clock: Clock, today: Day): string {
  const hatched = squaresOf(clock, today).some(({ className }) => className.startsWith('over'));
  return `${SQUARES[daysOfSquare(clock)]}${hatched ? '，斜线格是超了的' : ''}。`;
}

const STARTS: readonly string[] = ['created', 'reopened'];

const IN_WHOSE_HANDS: Record<One['state'], string> = {
  promised: '现在在谁手里',
  said_done: '现在在谁手里，等着去看',
  kept: '谁看过了',
  not_kept: '现在在谁手里',
};

function whoHasIt({ state, departmentName, stationName, events }: One): string {
  if (STATES[state].department) return departmentName;
  return afterOf({ events }).look?.office ?? stationName ?? '各联络站';
}

const MARKS: Record<Shown['events'][number]['side'], string> = {
  department: '部',
  station: '站',
  office: '会',
  clock: '到',
};

/** What is awaited, on top of what happened; nothing where it is over. */
const AWAITED: Record<One['state'], ((who: string) => string) | null> = {
  promised: (who) => `做好了，${who}去看`,
  said_done: (who) => `${who}去看`,
  kept: null,
  not_kept: (who) => `补好了，${who}去看`,
};

function storyOf({ events, departmentName, state, stationName }: One): StoryEvent[] {
  const what = AWAITED[state]?.(stationName ?? '联络站');
  const awaited: StoryEvent[] = what ? [{ id: 'next', mark: MARKS.station, what, tone: 'next' }] : [];
  const { done, look } = afterOf({ events });
  const told = events.map((event, at): StoryEvent => {
    const { kind, on, side, words, link, pictures = [] } = event;
    const isLast = at === events.length - 1;
    // What it is like now stands above, in words and pictures.
    const above = event === done || event === look;
    return {
      id: String(at),
      mark: MARKS[side],
      when: sayDate(on),
      what: sayEvent(event),
      words: above ? null : words,
      tone: kind === 'seen_not_done' || kind === 'overdue' ? 'returned' : isLast && STATES[state].open ? 'now' : 'past',
      more: !above && (
        <>
          {link && (
            <Text className="secondary words" selectable>
              {`在这里看得到：${link}`}
            </Text>
          )}
          <Pictures pictures={pictures} by={departmentName} />
        </>
      ),
    };
  });
  return [...awaited, ...told.reverse()];
}
