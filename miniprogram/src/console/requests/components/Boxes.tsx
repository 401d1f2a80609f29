import { Group } from '../../../ui/Group';
import { Press } from '../../../ui/Press';

type Props<T extends string> = {
  boxes: readonly { value: T; words: string; count?: number; late?: boolean }[];
  /** None while something else is shown. */
  value: T | null;
  onChoose: (box: T) => void;
};

const MOST = 99;

/** The boxes over a list, each with how many there are in it. */
export function Boxes<T extends string>({ boxes, value, onChoose }: Props<T>) {
  return (
    <Group role="tablist" label="哪一种" className="worklist-boxes">
      {boxes.map(({ value: box, words, count, late }) => (
        <Press
          key={box}
          role="tab"
          on={box === value}
          className={`worklist-box ${box === value ? 'on' : ''}`}
          label={count ? `${words}，${count} 件` : words}
          onPress={() => onChoose(box)}
        >
          {words}
          {count ? <b className={late ? 'text-late' : ''}>{` ${count > MOST ? `${MOST}+` : count}`}</b> : null}
        </Press>
      ))}
    </Group>
  );
}
