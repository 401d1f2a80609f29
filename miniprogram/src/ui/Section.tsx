import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import { aria, Press } from './Press';

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
        <View className="section-h">
          <View className="head" {...aria('heading')}>
            <Text>{title}</Text>
          </View>
          {note && <Text className="note">{note}</Text>}
          {more && (
            <Press className="more" role="link" onPress={more.onPress}>
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
