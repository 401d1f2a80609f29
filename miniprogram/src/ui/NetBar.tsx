import { Text, View } from '@tarojs/components';
import { dayOf, minuteOf } from '../../../shared/kernel/days';
import { useToday } from '../platform/clock';
import { sayDay, together } from '../platform/say';
import { Icon } from './Icon';
import { aria } from './Press';
import './NetBar.css';

/** No network: how old is what one sees; 0 when nothing was seen yet. */
export function NetBar({ seenAt }: { seenAt: number }) {
  const today = useToday();
  const seen = new Date(seenAt);
  const day = dayOf(seen) === today ? '今天' : sayDay(dayOf(seen));
  const minutes = minuteOf(seen);
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return (
    <View className="netbar" {...aria('status')}>
      <Icon name="offline" />
      <Text>{seenAt ? together(`没有网。看到的是${day} ${time} 的。`) : '没有网。'}</Text>
    </View>
  );
}
