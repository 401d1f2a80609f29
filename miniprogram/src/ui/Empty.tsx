import { Button } from './Button';
import { Help } from './Help';
import type { IconName } from './Icon';
import { State } from './State';

type Props = {
  title: string;
  words: string;
  action?: { words: string; icon?: IconName; onPress: () => void };
  /** It leads no further: somebody can be rung. */
  help?: boolean;
};

/** Why there is nothing, and one next step. */
export function Empty({ title, words, action, help }: Props) {
  return (
    <State scene="empty" title={title} words={words}>
      {action && (
        <Button icon={action.icon} onPress={action.onPress}>
          {action.words}
        </Button>
      )}
      {help && <Help />}
    </State>
  );
}
