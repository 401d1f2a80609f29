import { Group } from './Group';
import { Press } from './Press';
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
    <Group role="radiogroup" label={label} className="pick">
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
    </Group>
  );
}
