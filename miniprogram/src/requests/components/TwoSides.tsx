import { Text, View } from '@tarojs/components';
import { sayClass } from '../../../../shared/assignments/words';
import { deputyTitle } from '../../../../shared/kernel/names';
import type { BoardItem } from '../../../../shared/requests/contract';
import { ANSWERED, isIn } from '../../../../shared/requests/states';
import { OUTCOME_WORDS } from '../../../../shared/requests/words';
import { sayDay } from '../../platform/say';
import { Card } from '../../ui/Card';
import { ownDirection } from '../../ui/Press';
import './TwoSides.css';

/** What whoever dealt with it says, beside what the resident says of it: each for itself, never made into one. */
export function TwoSides({ item }: { item: BoardItem }) {
  const { answer, answeredOn, resultClass, departmentName, deputyName, said } = item;
  const who = departmentName ?? deputyTitle(deputyName);
  if (answer === null && !said) return null;
  return (
    <Card className="space-above-3">
      <Text className="heading">两边都怎么说</Text>
      <View className="two-sides space-above-3">
        <View className="two-sides-one">
          <Text className="note block">{departmentName ? '部门自己说' : '代表自己说'}</Text>
          {resultClass && <Text className="strong block">{sayClass(resultClass)}</Text>}
          {answer === null ? (
            <Text className="secondary block">还没有登出来的答复</Text>
          ) : (
            <Text className="words" {...ownDirection}>
              {answer}
            </Text>
          )}
          {answer !== null && (
            <Text className="note block">{[who, answeredOn && sayDay(answeredOn)].filter(Boolean).join(' ')}</Text>
          )}
        </View>
        <View className="two-sides-one people">
          <Text className="note block">居民说</Text>
          <Text className="strong block">{said ? OUTCOME_WORDS[said.outcome] : sayNothing(item)}</Text>
          {said && <Text className="note block">{sayDay(said.on)}</Text>}
        </View>
      </View>
    </Card>
  );
}

function sayNothing({ state }: BoardItem): string {
  return isIn(state, ANSWERED) ? '还没说解决了没有' : '没有说';
}
