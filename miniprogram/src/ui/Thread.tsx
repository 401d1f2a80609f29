import { Text, View } from '@tarojs/components';
import type { Stop } from '../../../shared/requests/rules';
import { aria } from './Press';
import './Thread.css';

/** From me, through hands, and back to me (一条线): the same stops everywhere, one red dot on who has it now. `said`: what the stops say where they are not hands. */
export function Thread({ stops, said }: { stops: readonly Stop[]; said?: string }) {
  const now = stops.findIndex((stop) => stop.state === 'now');
  const last = now === stops.length - 1;
  const sentence =
    now < 0
      ? '已经收起来了'
      : last
        ? `现在等${stops[now]?.label === '我' ? '您' : '居民'}说`
        : `现在在${stops[now]?.label}手里`;
  return (
    <View className="thread" {...aria('img', said ?? sentence)}>
      {stops.map(({ label, state }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stops that never change places
        <View key={index} className={`thread-stop ${state} ${index === 0 ? 'first' : ''}`} aria-hidden="true">
          <View className="thread-dot" />
          <Text>{label}</Text>
        </View>
      ))}
    </View>
  );
}
