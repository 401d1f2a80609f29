import type { Day } from '../../../shared/kernel/days';
import { daysLeft } from '../../../shared/requests/rules';
import type { CountyDirectory } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { RequestRow } from '../queries/requests';
import { Settings } from '../settings';

/** The days left of a line of a list, counted as the county counts. */
export function leftOf(
  { state, due_on }: Pick<RequestRow, 'state' | 'due_on'>,
  directory: CountyDirectory,
  today: Day,
): number | null {
  const { kind } = directory.settings(Settings).answerTerm;
  return daysLeft({ state, dueOn: due_on }, today, kind, workingDays(directory.calendar));
}
