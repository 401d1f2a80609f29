import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Group } from './Group';
import { Icon, type IconName } from './Icon';
import { Press } from './Press';
import './Choice.css';

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
    <Group role="radiogroup" label={label}>
      {options.map((option) => (
        <Press
          key={option.value}
          role="radio"
          on={option.value === value}
          className={`choice ${option.value === value ? 'on' : ''} ${option.icon ? 'tail' : ''}`}
          onPress={() => onChoose(option.value)}
        >
          <View className="choice-radio" />
          {option.icon && <Drawn name={option.icon} tone={option.tone} />}
          <View className="grow">
            <View className="choice-words">{option.words}</View>
            {option.note && <View className="choice-note">{option.note}</View>}
          </View>
          {option.right}
        </Press>
      ))}
    </Group>
  );
}

function Drawn({ name, tone = 'accent' }: { name: IconName; tone?: string }) {
  return <Icon name={name} className={`choice-icon text-${tone}`} />;
}
