import { View } from '@tarojs/components';
import './Mark.scss';

/** The emblem: two dots joined by a line that makes a heart. */
export function Mark() {
  return <View className="mark" aria-hidden="true" />;
}
