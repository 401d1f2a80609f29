import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Day } from '../../../../shared/kernel/days';
import type { Suggestion } from '../../../../shared/suggestions/shown';
import { sayDate } from '../../platform/say';
import { Notice } from '../../ui/Notice';
import { Weeks } from './Weeks';

type Props = {
  suggestion: Pick<Suggestion, 'assignedOn' | 'today' | 'cosigners'>;
  dueOn: Day;
  calendarGap: number | null;
  /** How long, where that is chosen. */
  children?: ReactNode;
};

/** By when it is answered, and what is not known yet of the days until then. */
export function Until({ suggestion: { assignedOn, today, cosigners }, dueOn, calendarGap, children }: Props) {
  return (
    <View className="space-above-4">
      <Text className="strong block">多久答</Text>
      {children}
      <Text className="secondary block space-above-1">
        最晚 <Text className="emphasis">{sayDate(dueOn)}</Text>
        {`，写信答全部 ${cosigners.length + 1} 位代表`}
      </Text>
      <Weeks startedOn={assignedOn ?? today} dueOn={dueOn} today={today} />
      {calendarGap !== null && (
        <View className="space-above-3">
          <Notice tone="wait">{`${calendarGap} 年的放假表还没有，工作日先按法定节日和周末算。`}</Notice>
        </View>
      )}
    </View>
  );
}
