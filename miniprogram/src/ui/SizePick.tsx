import { Text } from '@tarojs/components';
import { chooseSize, type Size, useDisplay } from '../platform/display';
import { Group } from './Group';
import { Press } from './Press';
import './SizePick.css';

const OPTIONS: { size: Size; words: string; letter: string }[] = [
  { size: 'normal', words: '平常', letter: '17px' },
  { size: 'elder', words: '大', letter: '22px' },
  { size: 'elder-max', words: '特大', letter: '30px' },
];

/** Each choice is written as large as it makes the text. */
export function SizePick() {
  const { size: current } = useDisplay();
  return (
    <Group role="radiogroup" label="字的大小" className="size-pick">
      {OPTIONS.map(({ size, words, letter }) => (
        <Press
          key={size}
          role="radio"
          on={size === current}
          className={`size-pick-option ${size === current ? 'on' : ''}`}
          label={`字${words}`}
          onPress={() => chooseSize(size)}
        >
          <Text style={{ fontSize: letter }}>字</Text>
          <Text className="note">{words}</Text>
        </Press>
      ))}
    </Group>
  );
}
