import { dayOf } from '../../shared/kernel/days';
import { answerDue } from '../../shared/requests/rules';
import type { Names } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { RequestRow } from './queries';

/** What changes when a matter goes back to a deputy: the next round, with a clock of its own. */
export function newRound({ round }: Pick<RequestRow, 'round'>, { answerTerm, calendar }: Names['settings'], now: Date) {
  return {
    state: 'with_deputy' as const,
    round: round + 1,
    round_started_on: dayOf(now),
    due_on: answerDue(dayOf(now), answerTerm, workingDays(calendar)),
    answered_on: null,
    opened_at: null,
    outcome: null,
    closed_on: null,
    lapses_on: null,
    lapse_told_at: null,
  };
}
