import { Text, View } from '@tarojs/components';
import type { Shown } from '../../../../shared/promises/shown';
import { sayEvent } from '../../../../shared/promises/words';
import { sayDay } from '../../platform/say';

/** What happened, in its order, by whom. */
export function History({ events }: { events: Shown['events'] }) {
  return (
    <View className="space-above-3">
      {events.map((event, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows at its end
        <View key={at} className="space-above-2">
          <Text className="note block">{sayDay(event.on)}</Text>
          <Text className="block">{sayEvent(event)}</Text>
          {event.words && <Text className="secondary block">{event.words}</Text>}
          {event.link && (
            <Text className="secondary block" selectable>
              {event.link}
            </Text>
          )}
        </View>
      ))}
    </View>
  );
}
