import { Group } from './Group';
import { Press } from './Press';
import './Segment.css';

type Props<T extends string> = {
  label: string;
  options: readonly { value: T; words: string }[];
  value: T;
  onChoose: (value: T) => void;
};

export function Segment<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <Group role="tablist" label={label} className={`segment ${options.length > 3 ? 'many' : ''}`}>
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
    </Group>
  );
}
