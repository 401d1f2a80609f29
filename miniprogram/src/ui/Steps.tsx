import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { together } from '../platform/say';
import './Steps.css';

type Props = { step: number; of: number; unit?: '步' | '个'; aside?: ReactNode };

export function Steps({ step, of, unit = '步', aside }: Props) {
  return (
    <View>
      <View className="row between wrap space-above-2">
        <Text className="note">{together(`第 ${step} ${unit}，共 ${of} ${unit}`)}</Text>
        {aside}
      </View>
      <View className={`steps ${of > 12 ? 'narrow' : ''}`} aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change places
          <View key={index} className={`steps-bar ${index < step ? 'on' : ''}`} />
        ))}
      </View>
    </View>
  );
}
