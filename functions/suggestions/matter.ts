import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Facts } from '../../shared/suggestions/lifecycle';
import { INVITED, isIn, PRIVATE, SEEN_BY_DEPARTMENT, SIGNED, type Side, STANDS } from '../../shared/suggestions/states';
import { beside, currentOf } from '../assignments/public';
import { type CountyDeputy, countyDeputiesOf } from '../directory/deputies/public';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { subjectOf } from './assignment';
import { contactsOf } from './contacts';
import {
  type CosignerRow,
  type EventRow,
  lockSuggestion,
  type SuggestionRow,
  selectCosigners,
  selectEvents,
} from './queries';

type Assignment = Awaited<ReturnType<typeof currentOf>>;

/** A suggestion as the lifecycle's table sees it, with all that happened to it, newest first. */
export type Matter = {
  suggestion: SuggestionRow;
  cosigners: readonly CosignerRow[];
  events: readonly EventRow[];
  directory: CountyDirectory;
  /** Who serves in the county's congress today. */
  deputies: readonly CountyDeputy[];
  /** By which a department has it or answered it. */
  assignment: Assignment;
  facts: Facts;
  sides: readonly Side[];
};

/** What was on the screen: all of it, or its words. */
export type Seen = { version?: number; textVersion?: number };

/** Locked until the transaction ends. @throws ProblemError `not_found` where it is not there, or none of the caller's */
export async function lockMatter(tx: Tx, call: Call, id: string, seen: Seen = {}): Promise<Matter> {
  const suggestion = await lockSuggestion(tx, call.jurisdiction, id);
  ensure(suggestion, 'not_found');
  const matter = await matterOf(tx, call, suggestion, seen);
  ensure(matter.sides.length, 'not_found');
  return matter;
}

export async function matterOf(tx: Tx, call: Call, suggestion: SuggestionRow, seen: Seen = {}): Promise<Matter> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const cosigners = await selectCosigners(tx, jurisdiction, [suggestion.id]);
  const events = await selectEvents(tx, jurisdiction, suggestion.id);
  const assignment =
    suggestion.department_id === null ? null : await currentOf(tx, call, subjectOf(leadOf(suggestion)));
  const today = dayOf(now);
  const deputies = await countyDeputiesOf(call, today);
  const { lead_id, department_id, round, due_on, comment_by, rate_by, version, text_version } = suggestion;
  const mine = cosigners.find(({ deputy_id }) => deputy_id === caller?.deputyId);
  const contacts = contactsOf(events).filter((one) => one.round === round);
  const asked = cosigners.filter(({ state }) => state === 'signed');
  return {
    suggestion,
    cosigners,
    events,
    directory,
    deputies,
    assignment,
    facts: {
      state: suggestion.state,
      round,
      mine: mine?.state ?? null,
      seenOlder: seen.version !== undefined && seen.version !== version,
      wordsOlder: seen.textVersion !== undefined && seen.textVersion !== text_version,
      serves: deputies.some(({ id }) => id === caller?.deputyId),
      leadServes: !hasLeft({ directory, deputies }, lead_id),
      departmentServes: department_id !== null && directory.isDepartment(department_id),
      contacted: contacts.some(({ confirmed }) => confirmed !== false),
      // What the department asks, it asks of the one that leads.
      asks: suggestion.handled_with === null ? asksOf(assignment) : null,
      extended: suggestion.extended,
      complex: suggestion.complex_reason !== null,
      overdue: due_on !== null && today > due_on && suggestion.reminded !== 'over',
      urgedToday: events.some(({ kind, at }) => kind === 'urged' && dayOf(at) === today),
      cosignersHeard: asked.every((one) => one.round === round) || (comment_by !== null && today > comment_by),
      ratingOver: rate_by !== null && today > rate_by,
      ratingReminded: suggestion.rating_reminded,
      marked: suggestion.marked,
      joined: suggestion.handled_with !== null,
      watcherEnded: suggestion.watcher_id !== null && hasEndedCommittee(directory, suggestion.watcher_id),
    },
    sides: sidesOf(await beside(tx, call, suggestion.id), suggestion, mine),
  };
}

/** The one whose assignment counts: itself, or the one with which it is handled. */
const leadOf = ({ id, handled_with }: SuggestionRow) => ({ id: handled_with ?? id });

/** Not so for one that is unknown here, which may have come this very moment. */
function hasEndedCommittee(directory: CountyDirectory, id: string): boolean {
  return directory.departmentName(id) !== null && !directory.committees().some((one) => one.id === id);
}

function asksOf(assignment: Assignment): Facts['asks'] {
  if (assignment?.question) return 'question';
  return assignment?.extension === 'asked' ? 'days' : null;
}

/** They were deputies of the county's congress, and are none any more. Not so for one who is unknown here, who may have come this very moment. */
export function hasLeft({ directory, deputies }: Pick<Matter, 'directory' | 'deputies'>, deputyId: string): boolean {
  return directory.levelsOf(deputyId).length > 0 && !deputies.some(({ id }) => id === deputyId);
}

/** Nobody is both sides: whoever proposes it is neither the office nor the department of it. */
export function sidesOf(
  { caller }: Call,
  { state, number, lead_id, department_id }: SuggestionRow,
  mine?: CosignerRow,
): Side[] {
  if (!caller) return ['clock'];
  if (caller.deputyId === lead_id) return ['lead'];
  const isPrivate = isIn(state, PRIVATE);
  const states: readonly CosignerRow['state'][] = isPrivate ? [...INVITED, ...SIGNED] : STANDS;
  if (mine && states.includes(mine.state)) return ['cosigner'];
  const isOf = department_id !== null && caller.departmentIds.includes(department_id);
  return [
    // What was taken back as a draft never came to the office.
    ...(caller.admin && number !== null ? (['office'] as const) : []),
    ...(isOf && isIn(state, SEEN_BY_DEPARTMENT) ? (['department'] as const) : []),
  ];
}
