import { Text, View } from '@tarojs/components';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { shown } from '../../../../shared/promises/contract';
import type { Shown } from '../../../../shared/promises/shown';
import { STATES } from '../../../../shared/promises/states';
import { sayEvent, sayPromise } from '../../../../shared/promises/words';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { Pictures } from '../../ui/Pictures';
import { ownDirection } from '../../ui/Press';
import { Section } from '../../ui/Section';
import { Story, type StoryEvent } from '../../ui/Story';
import { Tag } from '../../ui/Tag';
import { LOOKS } from './looks';
import './History.scss';

type One = Reply<typeof shown>;

/** One promise as everybody reads it: what was said, what was promised, until when, and what came of it, newest first. */
export function OnePromise({ promise }: { promise: One }) {
  const { departmentName, source, words, dueOn, stationName, state, opinion } = promise;
  const { icon, tone } = LOOKS[state];
  return (
    <View className="main">
      <Text className="note block space-above-2">{`${departmentName}，${source}`}</Text>
      <Text className="title" {...ownDirection}>
        {words}
      </Text>
      <Card className="space-above-4">
        <Text className="note block">{IN_WHOSE_HANDS[state]}</Text>
        <Text className="heading space-above-1">
          {STANDS_WITH_DEPARTMENT[state] ? departmentName : (stationName ?? '各联络站')}
        </Text>
        <Text className="block">{`答应 ${dueOn.slice(0, 4)} 年 ${sayDay(dueOn)}前做到`}</Text>
        <View className="row wrap space-above-2">
          <Tag icon={icon} tone={tone}>
            {sayPromise(promise)}
          </Tag>
        </View>
      </Card>
      {opinion && (
        <Section title="人大的意见">
          <Card>
            <Text className="block" {...ownDirection}>
              {opinion.words}
            </Text>
            {opinion.answer && (
              <View className="space-above-3">
                <Text className="note block">{`${departmentName}${sayDay(opinion.answer.on)}答`}</Text>
                <Text className="quote" {...ownDirection}>
                  {opinion.answer.words}
                </Text>
              </View>
            )}
          </Card>
        </Section>
      )}
      <Section title="怎么才算做到">
        <Card>
          <Text className="block">{`部门说做好了不算，${stationName ?? '联络站'}去看过、看到了，才算做到。`}</Text>
        </Card>
      </Section>
      <Section title="经过">
        <Card>
          <Story events={storyOf(promise)} />
        </Card>
      </Section>
    </View>
  );
}

const IN_WHOSE_HANDS: Record<One['state'], string> = {
  promised: '现在在谁手里',
  said_done: '现在在谁手里，等着去看',
  kept: '谁看过了',
  not_kept: '现在在谁手里',
};
const STANDS_WITH_DEPARTMENT: Record<One['state'], boolean> = {
  promised: true,
  said_done: false,
  kept: false,
  not_kept: true,
};

const MARKS: Record<Shown['events'][number]['side'], string> = {
  department: '部',
  station: '站',
  office: '会',
  clock: '到',
};

function storyOf({ events, departmentName, state }: One): StoryEvent[] {
  return events
    .map((event, at): StoryEvent => {
      const { kind, on, side, words, link, pictures = [] } = event;
      const isLast = at === events.length - 1;
      return {
        id: String(at),
        mark: MARKS[side],
        when: `${on.slice(0, 4)} 年 ${sayDay(on)}`,
        what: sayEvent(event),
        words,
        tone:
          kind === 'seen_not_done' || kind === 'overdue' ? 'returned' : isLast && STATES[state].open ? 'now' : 'past',
        more: (
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
    })
    .reverse();
}
