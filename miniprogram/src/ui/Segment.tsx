import { View } from '@tarojs/components';
import { aria, Press } from './Press';
import './Segment.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; words: string }[];
  value: T;
  onChoose: (value: T) => void;
};

export function Segment<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <View className={`segment ${options.length > 3 ? 'many' : ''}`} {...aria('tablist', label)}>
      {options.map((option) => (
        <Press
          key={option.value}
          role="tab"
          on={option.value === value}
          className={`segment-option ${option.value === value ? 'on' : ''}`}
          onPress={() => onChoose(option.value)}
        >
          {option.words}
        </Press>
      ))}
    </View>
  );
}
