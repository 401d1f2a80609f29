import { Text, View } from '@tarojs/components';
import { type Day, sayWeekday } from '../../../shared/kernel/days';
import './DateLeaf.css';

/** A day as a leaf of a calendar. */
export function DateLeaf({ day }: { day: Day }) {
  return (
    <View className="date-leaf">
      <Text className="date-leaf-small">{Number(day.slice(5, 7))}月</Text>
      <Text className="date-leaf-number">{Number(day.slice(8))}</Text>
      <Text className="date-leaf-small">{sayWeekday(day)}</Text>
    </View>
  );
}
