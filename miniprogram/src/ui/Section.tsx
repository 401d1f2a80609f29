import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { aria, Press } from './Press';
import './Section.css';

type Props = {
  title?: string;
  note?: string;
  more?: { words: string; onPress: () => void };
  first?: boolean;
  children: ReactNode;
};

export function Section({ title, note, more, first, children }: Props) {
  return (
    <View className={`section ${first ? 'first' : ''}`}>
      {title && (
        <View className="section-head">
          <View className="heading" {...aria('heading')}>
            <Text>{title}</Text>
          </View>
          {note && <Text className="note">{note}</Text>}
          {more && (
            <Press className="more-link" role="link" onPress={more.onPress}>
              {more.words}
              <Icon name="right" />
            </Press>
          )}
        </View>
      )}
      {children}
    </View>
  );
}
