import { type Day, dayOf } from '../../shared/kernel/days';
import { addMonths } from '../../shared/kernel/months';
import type { Suggestion } from '../../shared/suggestions/shown';
import type { CountyDirectory } from '../directory/public';
import { calendarGap } from '../platform/calendar';
import type { Call } from '../platform/call';
import type { SuggestionRow } from './queries';
import { Settings } from './settings';

/** By when it is answered if it is assigned today: from the first assignment on the months run, whoever it goes to afterwards. */
export function answerBy({ due_on }: SuggestionRow, directory: CountyDirectory, today: Day): Day {
  return due_on ?? addMonths(today, directory.settings(Settings).suggestionAnswerMonths);
}

/** What the office sees before it assigns. */
export function assigningOf(row: SuggestionRow, directory: CountyDirectory, { now }: Call): Suggestion['assigning'] {
  const today = dayOf(now);
  const { year, near } = calendarGap(directory.calendar, today);
  return { dueOn: answerBy(row, directory, today), calendarGap: near ? year : null };
}
