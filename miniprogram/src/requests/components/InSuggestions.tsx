import { Text, View } from '@tarojs/components';
import { sayClass } from '../../../../shared/assignments/words';
import { ofRequest } from '../../../../shared/suggestions/contract';
import type { OfRequest } from '../../../../shared/suggestions/shown';
import { isIn, RUNNING, STATES } from '../../../../shared/suggestions/states';
import { MARKS, sayEvent } from '../../../../shared/suggestions/story';
import { OUTCOME_WORDS, RATING_WORDS, STATE_WORDS, sayNumber } from '../../../../shared/suggestions/words';
import { useCall } from '../../platform/query';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';
import { Story } from '../../ui/Story';

/** 您的话写进了建议: a resident sees how the suggestion moves that their words are in. Their own matter goes on by itself. */
export function InSuggestions({ id }: { id: string }) {
  const { data } = useCall(ofRequest, { id });
  return (
    <>
      {(data?.suggestions ?? []).map((one) => (
        <One key={one.number} suggestion={one} />
      ))}
    </>
  );
}

function One({ suggestion }: { suggestion: OfRequest }) {
  const { occasion, number, title, facts, proposal, leadName, cosignerNames, answer, rating, events, state } =
    suggestion;
  return (
    <Card className="space-above-3">
      <Text className="heading">您的话写进了代表建议</Text>
      <Text className="note block space-above-1">{sayNumber(occasion, number)}</Text>
      <Text className="strong block said space-above-2" {...ownDirection}>
        {title}
      </Text>
      <Text className="secondary block">{sayWhere(suggestion)}</Text>
      {facts && (
        <Text className="quote" {...ownDirection}>
          {`${facts}\n${proposal ?? ''}`}
        </Text>
      )}
      <Text className="note block space-above-2">
        {`${leadName}领衔${cosignerNames.length ? `，${cosignerNames.join('、')}联名` : ''}。没写您的名字。`}
      </Text>
      {answer && (
        <View className="space-above-3">
          <Text className="note block">{`部门自己说：${sayClass(answer.resultClass)} · ${sayDay(answer.on)}`}</Text>
          {answer.words && (
            <Text className="quote" {...ownDirection}>
              {answer.words}
            </Text>
          )}
        </View>
      )}
      {rating && (
        <Text className="block space-above-2">
          {`代表评：态度${RATING_WORDS[rating.attitude]}，结果${RATING_WORDS[rating.result]}`}
        </Text>
      )}
      <View className="space-above-4">
        <Story
          events={events.map((event, index) => ({
            id: event.id,
            mark: MARKS[event.side],
            when: sayDay(event.on),
            what: sayEvent(event),
            tone: index === 0 && STATES[state].open ? ('now' as const) : ('past' as const),
          }))}
        />
      </View>
      <Text className="note block space-above-2">您自己那件照样办，没有并掉。</Text>
    </Card>
  );
}

function sayWhere({ state, outcome, departmentName, dueOn }: OfRequest): string {
  if (outcome) return OUTCOME_WORDS[outcome];
  const due = dueOn && isIn(state, RUNNING) ? `，最晚 ${sayDay(dueOn)}答复` : '';
  return `${departmentName && isIn(state, RUNNING) ? `${departmentName}在办` : STATE_WORDS[state]}${due}`;
}
