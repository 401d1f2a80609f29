import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from './Card';
import { Press } from './Press';

export type SummaryLine = { label: string; words: ReactNode; onChange?: () => void };

/** What will be sent, line by line, each with 改. */
export function Summary({ lines }: { lines: readonly SummaryLine[] }) {
  return (
    <Card flush>
      {lines.map(({ label, words, onChange }) => (
        <View key={label} className="cell top">
          <View className="cell-l">
            <Text className="note block">{label}</Text>
            <View className="words">{words}</View>
          </View>
          {onChange && (
            <Press className="fix" label={`改${label}`} onPress={onChange}>
              改
            </Press>
          )}
        </View>
      ))}
    </Card>
  );
}
