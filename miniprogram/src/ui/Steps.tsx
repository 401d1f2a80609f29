import { Text, View } from '@tarojs/components';
import { together } from '../platform/say';
import './Steps.css';

export function Steps({ step, of }: { step: number; of: number }) {
  return (
    <View>
      <Text className="note block space-above-2">{together(`第 ${step} 步，共 ${of} 步`)}</Text>
      <View className="steps" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change places
          <View key={index} className={`steps-bar ${index < step ? 'on' : ''}`} />
        ))}
      </View>
    </View>
  );
}
