import type { ReactNode } from 'react';
import type { Day } from '../../../../shared/kernel/days';
import { isLate } from '../../../../shared/requests/rules';
import {
  ENDED,
  type End,
  isIn,
  QUESTIONED,
  type State,
  WAITING_FOR_RESIDENT,
} from '../../../../shared/requests/states';
import { END_WORDS, SHORT_END_WORDS, sayDaysLeft, sayWaiting } from '../../../../shared/requests/words';
import { useToday } from '../../platform/clock';
import type { IconName } from '../../ui/Icon';
import { Tag } from '../../ui/Tag';

const LOOKS: Record<End, { icon: IconName; tone: 'ok' | 'wait' | 'plain' }> = {
  solved: { icon: 'check-circle', tone: 'ok' },
  partly: { icon: 'half-circle', tone: 'wait' },
  withdrawn: { icon: 'undo', tone: 'plain' },
  lapsed: { icon: 'clock', tone: 'plain' },
  diverted: { icon: 'right', tone: 'plain' },
};

/** How a matter ended. */
export function EndTag({ outcome, short }: { outcome: End; short?: boolean }) {
  return <Tag {...LOOKS[outcome]}>{(short ? SHORT_END_WORDS : END_WORDS)[outcome]}</Tag>;
}

type Item = { state: State; outcome: End | null; dueOn?: Day; daysLeft?: number | null };
type Props = { item: Item; who: string; short?: boolean; children: ReactNode };

/**
 * Where a matter stands, in a tag: how it ended, what it waits for from the resident, whom the reader calls `who`, or that it is late.
 * `children` while others have it in time.
 */
export function StateTag({ item: { state, outcome, dueOn, daysLeft }, who, short, children }: Props) {
  const today = useToday();
  if (isIn(state, ENDED) && outcome) return <EndTag outcome={outcome} short={short} />;
  if (isIn(state, WAITING_FOR_RESIDENT))
    return (
      <Tag icon="clock" tone={isIn(state, QUESTIONED) ? 'wait' : 'accent'}>
        {sayWaiting(state, who)}
      </Tag>
    );
  if (!dueOn || !isLate({ dueOn, stoppedOn: null }, today)) return children;
  return (
    <Tag icon="alert" tone="late">
      {daysLeft ? sayDaysLeft(daysLeft) : '超时了'}
    </Tag>
  );
}
