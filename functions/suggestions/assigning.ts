import { type Day, dayOf } from '../../shared/kernel/days';
import { addMonths } from '../../shared/kernel/months';
import { ensure } from '../../shared/kernel/problems';
import { lastExtension } from '../../shared/suggestions/rules';
import type { Suggestion } from '../../shared/suggestions/shown';
import type { CountyDirectory } from '../directory/public';
import { calendarGap } from '../platform/calendar';
import type { Call } from '../platform/call';
import type { SuggestionRow } from './queries';
import { Settings } from './settings';

/**
 * By when it is answered if it is assigned today, in three months, or in six where it is complex (代表法 第五十一条): from the first assignment on
 * the months run, whoever it goes to afterwards.
 */
export function answerBy(
  { due_on }: Pick<SuggestionRow, 'due_on'>,
  directory: CountyDirectory,
  today: Day,
  { complex = false } = {},
): Day {
  if (due_on !== null) return due_on;
  return complex ? lastExtension(today) : addMonths(today, directory.settings(Settings).suggestionAnswerMonths);
}

/** What the office sees before it assigns. */
export function assigningOf(row: SuggestionRow, directory: CountyDirectory, { now }: Call): Suggestion['assigning'] {
  const today = dayOf(now);
  const { year, near } = calendarGap(directory.calendar, today);
  return {
    dueOn: answerBy(row, directory, today),
    months: directory.settings(Settings).suggestionAnswerMonths,
    complexDueOn: row.due_on === null ? answerBy(row, directory, today, { complex: true }) : null,
    calendarGap: near ? year : null,
  };
}

/** A committee of today, or null for the office. @throws ProblemError `watcher_unknown` */
export function ensureCommittee(id: string | null, directory: CountyDirectory): void {
  ensure(id === null || directory.committees().some((one) => one.id === id), 'watcher_unknown');
}
