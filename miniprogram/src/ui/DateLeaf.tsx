import { Text, View } from '@tarojs/components';
import { type Day, sayWeekday } from '../../../shared/kernel/days';

/** A day as a leaf of a calendar. */
export function DateLeaf({ day }: { day: Day }) {
  return (
    <View className="leaf">
      <Text className="leaf-s">{Number(day.slice(5, 7))}月</Text>
      <Text className="leaf-n">{Number(day.slice(8))}</Text>
      <Text className="leaf-s">{sayWeekday(day)}</Text>
    </View>
  );
}
