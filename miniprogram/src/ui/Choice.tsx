import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { aria, Press } from './Press';

type Option<T extends string> = {
  value: T;
  words: string;
  note?: string;
  icon?: IconName;
  tone?: 'ok' | 'wait' | 'late';
  right?: ReactNode;
};
type Props<T extends string> = {
  label: string;
  options: readonly Option<T>[];
  value: T | null;
  onChoose: (value: T) => void;
};

/** One a row. Nothing is chosen beforehand in a vote or a rating. */
export function Choice<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <View {...aria('radiogroup', label)}>
      {options.map((option) => (
        <Press
          key={option.value}
          role="radio"
          on={option.value === value}
          className={`choice ${option.value === value ? 'on' : ''} ${option.icon ? 'tail' : ''}`}
          onPress={() => onChoose(option.value)}
        >
          <View className="radio" />
          {option.icon && <Icon name={option.icon} className={`st c-${option.tone ?? 'accent'}`} />}
          <View className="grow">
            <View className="choice-t">{option.words}</View>
            {option.note && <View className="choice-d">{option.note}</View>}
          </View>
          {option.right}
        </Press>
      ))}
    </View>
  );
}
