import { Text, View } from '@tarojs/components';
import type { Day } from '../../../../shared/kernel/days';
import { clockOf } from '../../../../shared/requests/rules';
import { DayTrack, daysOfSquare } from '../../ui/DayTrack';

const SQUARES = { 1: '一格一天', 7: '一格一周', 30: '一格 30 天' };

/** The weeks of an answer to its last day, every day counted (代表法 第五十一条: months). */
export function Weeks({ startedOn, dueOn, today }: { startedOn: Day; dueOn: Day; today: Day }) {
  const clock = clockOf({ startedOn, dueOn, stoppedOn: null }, 'calendar', today, () => true);
  return (
    <View className="space-above-3">
      <DayTrack clock={clock} today={today} />
      <Text className="note block space-above-1">{SQUARES[daysOfSquare(clock)]}</Text>
    </View>
  );
}
