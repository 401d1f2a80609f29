import { Text, View } from '@tarojs/components';
import { dayOf } from '../../../shared/kernel/days';
import { useToday } from '../platform/clock';
import { sayDay, sayTime, together } from '../platform/say';
import { Icon } from './Icon';
import { aria } from './Press';
import './NetBar.css';

/** No network: how old is what one sees; 0 when nothing was seen yet. */
export function NetBar({ seenAt }: { seenAt: number }) {
  const today = useToday();
  const seen = new Date(seenAt);
  const day = dayOf(seen) === today ? '今天' : sayDay(dayOf(seen));
  return (
    <View className="netbar" {...aria('status')}>
      <Icon name="offline" />
      <Text>{seenAt ? together(`没有网。看到的是${day} ${sayTime(seen)} 的。`) : '没有网。'}</Text>
    </View>
  );
}
