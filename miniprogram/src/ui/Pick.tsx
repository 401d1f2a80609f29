import { View } from '@tarojs/components';
import { aria, Press } from './Press';
import './Pick.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; words: string }[];
  value: T | null;
  onChoose: (value: T) => void;
};

/** Three or four short answers side by side; one a row in 长辈版. */
export function Pick<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <View className="pick" {...aria('radiogroup', label)}>
      {options.map((option) => (
        <Press
          key={option.value}
          role="radio"
          on={option.value === value}
          className={`pick-option ${option.value === value ? 'on' : ''}`}
          onPress={() => onChoose(option.value)}
        >
          {option.words}
        </Press>
      ))}
    </View>
  );
}
