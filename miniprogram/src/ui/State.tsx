import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './Press';
import './State.scss';
import './scenery.scss';

type Props = { scene: 'empty' | 'problem' | 'code'; title: string; words: string; children?: ReactNode };

/** A whole screen that says what is so and what to do next. */
export function State({ scene, title, words, children }: Props) {
  return (
    <View className="state" {...aria('status')}>
      <View className={`state-scene scene-${scene}`} aria-hidden="true" />
      <Text className="title">{title}</Text>
      <Text className="state-words">{words}</Text>
      {children}
    </View>
  );
}
