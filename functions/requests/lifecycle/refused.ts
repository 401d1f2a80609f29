import { deputyTitle } from '../../../shared/kernel/names';
import { type ProblemCode, ProblemError } from '../../../shared/kernel/problems';
import { type EventKind, rowOf } from '../../../shared/requests/lifecycle';
import { DECISION_WORDS } from '../../../shared/requests/words';
import type { CountyDirectory } from '../../directory/public';
import { nameOfPerson } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { detailOf, isMove, type PastRow } from '../queries/events';
import { higherTitle } from './higher';
import type { Matter } from './matter';

/** The problem in which an event ends, with who did what where somebody was faster. */
export async function refused(
  tx: Tx,
  call: Call,
  matter: Matter,
  event: EventKind,
  problem: ProblemCode,
): Promise<ProblemError> {
  const { since, directory } = matter;
  const taken = problem === 'not_found' ? takenFrom(call, matter, event) : null;
  if (taken)
    return new ProblemError('given_away', [], { title: `${await sayMove(tx, call, taken, directory)}，不用您回了。` });
  // Who was second is told what the first did, rather than that it can't be now.
  if (since && (problem === 'moved_since' || (isNotNow(problem) && isMove(since.kind))))
    return new ProblemError('moved_since', [], { title: `${await sayMove(tx, call, since, directory)}，请看过再办。` });
  if (problem === 'decided_since' && since) {
    const who = (await nameOf(tx, call, since)) ?? '别人';
    return new ProblemError(problem, [], {
      title: `${who}刚才定过了：${DECISION_WORDS[since.kind] ?? '有新的答复'}。请看过再定。`,
    });
  }
  return new ProblemError(problem);
}

/** It can't be now, whatever is the reason. */
function isNotNow(problem: ProblemCode): boolean {
  return problem === 'not_now' || problem === 'hotline_has_it';
}

/** How it went from the deputy who acts to somebody else; null where they never had it, or it is their own. */
function takenFrom({ caller }: Call, { past, facts }: Matter, event: EventKind): PastRow | null {
  if (!caller?.deputyId || facts.self.isOwn || !rowOf(event).by.includes('deputy')) return null;
  return past.find((row) => isMove(row.kind) && detailOf(row).from === caller.deputyId) ?? null;
}

async function sayMove(tx: Tx, call: Call, row: PastRow, directory: CountyDirectory): Promise<string> {
  const department = directory.departmentName(detailOf(row).department ?? null);
  if (row.kind === 'accepted') return `${department}刚接了这件事`;
  if (row.kind === 'returned') return `${department}刚把这件事退了回来`;
  const to = row.deputy_id === null ? '村里的代表' : deputyTitle(directory.deputyName(row.deputy_id));
  if (row.kind === 'taken' || row.kind === 'handover_taken') return `${to}已经把这件事接过去了`;
  const isOwn = row.person_id !== null && row.person_id === call.caller?.personId;
  const who = isOwn
    ? '您'
    : row.kind === 'passed' || row.kind === 'handover_declined'
      ? passedBy(row, directory)
      : ((await nameOf(tx, call, row)) ?? '联络站');
  switch (row.kind) {
    case 'pass_proposed':
    case 'reassign_proposed':
      return `刚问了居民，要不要转给${higherTitle(directory, detailOf(row).higher ?? null)}`;
    case 'handover_agreed':
      return `居民已经同意转给${to}`;
    case 'handover_refused':
    case 'handover_unanswered':
    case 'handover_ended':
    case 'handover_withdrawn':
      return '这件事没有转给上级代表';
    case 'higher_told':
    case 'higher_answered':
      return `${who}已经记下了${to}那边的`;
    case 'handover_declined':
      return `${who}已经把这件事交回${to}`;
    case 'referred':
      return '代表已经请站里转部门';
    case 'assigned':
      return `${who}已经把这件事分给了${department}`;
    case 'taken_back':
      return `${who}已经从${department}收了回来`;
    case 'question_forwarded':
      return `${who}已经把${department}问的转给了居民`;
    case 'question_refused':
      return `${who}已经定了不转${department}问的`;
    case 'extension_granted':
      return `${who}已经同意了${department}要的宽限`;
    case 'extension_refused':
      return `${who}已经定了不给${department}宽限`;
    case 'merged':
    case 'gained':
      return `${who}已经把这件事和别的合在一起办了`;
    case 'unmerged':
      return `${who}已经把这件事拆开单独办了`;
    case 'hotline_awaited':
      return `${who}已经在等 12345 的结果`;
    case 'hotline_answered':
      return `${who}已经记了 12345 的结果`;
    case 'hotline_failed':
    case 'hotline_undone':
      return `${who}已经从 12345 收了回来`;
    case 'given_back':
      return `${who}已经把这件事交回了代表`;
    default:
      return `${who}已经把这件事转给了${to}`;
  }
}

function passedBy(row: PastRow, directory: CountyDirectory): string {
  return deputyTitle(directory.deputyName(detailOf(row).from ?? null));
}

/** At the desk one hears which colleague it was; a deputy hears that it was the station. */
async function nameOf(tx: Tx, { jurisdiction, caller }: Call, { person_id }: PastRow): Promise<string | null> {
  const isColleague = caller !== null && (caller.admin || caller.stationIds.length > 0);
  return person_id !== null && isColleague ? nameOfPerson(tx, jurisdiction, person_id) : null;
}
