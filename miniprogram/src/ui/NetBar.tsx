import { Text, View } from '@tarojs/components';
import { together } from '../platform/say';
import { Icon } from './Icon';
import { aria } from './Press';
import './NetBar.css';

/** No network: how old is what one sees; 0 when nothing was seen yet. */
export function NetBar({ seenAt }: { seenAt: number }) {
  const seen = new Date(seenAt);
  const today = new Date().toDateString() === seen.toDateString();
  const day = today ? '今天' : `${seen.getMonth() + 1} 月 ${seen.getDate()} 日`;
  const time = `${seen.getHours()}:${String(seen.getMinutes()).padStart(2, '0')}`;
  return (
    <View className="netbar" {...aria('status')}>
      <Icon name="offline" />
      <Text>{seenAt ? together(`没有网。看到的是${day} ${time} 的。`) : '没有网。'}</Text>
    </View>
  );
}
