import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Story.css';
import { together } from '../platform/say';
import { ownDirection } from './Press';

export type StoryEvent = {
  id: string;
  /** One character: who did it (我 站 代 退). */
  mark: string;
  when?: string;
  what: string;
  words?: string | null;
  /** What came with it: pictures. */
  more?: ReactNode;
  tone?: 'now' | 'past' | 'returned' | 'next';
};

/** What happened, newest first; the awaited 我 is dashed on top. */
export function Story({ events }: { events: readonly StoryEvent[] }) {
  return (
    <View className="story">
      {events.map(({ id, mark, when, what, words, more, tone = 'past' }, index) => (
        <View key={id} className={`story-event ${tone} ${index === events.length - 1 ? 'last' : ''}`}>
          <Text className="story-mark" aria-hidden="true">
            {mark}
          </Text>
          {when && <Text className="story-when">{together(when)}</Text>}
          <Text className="story-what">{together(what)}</Text>
          {words && (
            <Text className="quote" {...ownDirection}>
              {words}
            </Text>
          )}
          {more}
        </View>
      ))}
    </View>
  );
}
