import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from './Card';
import { ownDirection, Press } from './Press';
import './Summary.css';
import './Cell.css';

export type SummaryLine = { label: string; words: ReactNode; onChange?: () => void };

/** What will be sent, line by line, each with 改. */
export function Summary({ lines }: { lines: readonly SummaryLine[] }) {
  return (
    <Card flush>
      {lines.map(({ label, words, onChange }) => (
        <View key={label} className="cell top">
          <View className="cell-body">
            <Text className="note block">{label}</Text>
            <View className="words" {...ownDirection}>
              {words}
            </View>
          </View>
          {onChange && (
            <Press className="summary-change" label={`改${label}`} onPress={onChange}>
              改
            </Press>
          )}
        </View>
      ))}
    </Card>
  );
}
