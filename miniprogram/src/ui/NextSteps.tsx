import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './NextSteps.css';

/** What comes next, and when. */
export function NextSteps({ rows }: { rows: readonly (readonly [when: string, what: ReactNode])[] }) {
  return rows.map(([when, what]) => (
    <View key={when} className="next-step">
      <Text className="next-step-when">{when}</Text>
      <Text className="grow">{what}</Text>
    </View>
  ));
}
