import { ResultClass } from '../../../shared/assignments/values';
import { dayOf } from '../../../shared/kernel/days';
import { hideKnown } from '../../../shared/kernel/personal';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { doneOnOf } from '../../../shared/promises/steps';
import type {
  BoardItem,
  board as contract,
  publicMatter as oneContract,
  boardRules as rulesContract,
} from '../../../shared/requests/contract';
import type { EventKind } from '../../../shared/requests/lifecycle';
import { publicOf } from '../../../shared/requests/public-form';
import { isIn, type Outcome, UNDER_WAY } from '../../../shared/requests/states';
import { togetherOn } from '../../assignments/public';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { pageOfRows, readCursor } from '../../platform/pages';
import { shownPromises } from '../../promises/public';
import { boardPictures } from '../content/pictures';
import { subjectOf } from '../lifecycle/assignment';
import { searchTerms } from '../queries/bigrams';
import { type BoardRow, selectBoard, selectPublic } from '../queries/board';
import { Settings } from '../settings';
import { heldOf } from './held';

/** The notice board (公开栏): what a person at a station agreed to, the last first. No name, no number, no place but the village. */
export async function board(
  call: Call,
  { cursor, words = '', ...filters }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'instant', 'id');
  const directory = await countyDirectoryOf(call);
  const { items, next } = await call.read(async (tx) => {
    const rows = await selectBoard(tx, call.jurisdiction, filters, searchTerms(words), after);
    const { page, next } = pageOfRows(rows, ({ published_at, id }) => [published_at.toISOString(), id]);
    const pictures = await boardPictures(
      tx,
      call,
      page.map(({ id }) => id),
    );
    return { items: page.map((row) => itemOf(row, directory, pictures.get(row.id) ?? [])), next };
  });
  return { items, next, readOnly: directory.settings(Settings).boardReadOnly };
}

/** One of them, as everybody reads it. */
export async function publicMatter(call: Call, { id }: Input<typeof oneContract>): Promise<Reply<typeof oneContract>> {
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => {
    const row = await selectPublic(tx, call.jurisdiction, id);
    ensure(row, 'not_found');
    const pictures = await boardPictures(tx, call, [id]);
    const station = directory.station(row.station_id);
    return {
      ...itemOf(row, directory, pictures.get(id) ?? []),
      readOnly: directory.settings(Settings).boardReadOnly,
      stationName: station?.name ?? null,
      stationPhone: station?.phone ?? directory.countyPhone,
      promises: await promisesOf(tx, call, row),
      parts: await partsOf(tx, call, row.lead ?? row),
    };
  });
}

async function partsOf(tx: Tx, call: Call, { id, department_id }: Pick<BoardRow, 'id' | 'department_id'>) {
  return department_id === null ? [] : togetherOn(tx, call, subjectOf({ id }));
}

/** What was promised with the answer that a person agreed to, or before it; of the words nothing that a clerk hid. */
async function promisesOf(tx: Tx, call: Call, { id, answered, public_answer, hidden_words }: BoardRow) {
  if (!answered || public_answer === null) return [];
  // What was promised for the one with which it was handled was promised for all.
  const subject = subjectOf({ id: answered.along ?? id });
  const promises = await shownPromises(tx, call, subject, new Date(answered.at));
  return promises.map((one) => ({
    id: one.id,
    words: hideKnown(one.words, hidden_words),
    dueOn: one.dueOn,
    state: one.state,
    doneOn: doneOnOf(one),
  }));
}

export async function boardRules(call: Call): Promise<Reply<typeof rulesContract>> {
  return { readOnly: (await countyDirectoryOf(call)).settings(Settings).boardReadOnly };
}

/** What each word of a resident's says of an answer; taken back, it says nothing. */
const OUTCOME_OF: Partial<Record<EventKind, Outcome>> = {
  solved: 'solved',
  partly: 'partly',
  not_solved: 'not_solved',
  not_solved_after_all: 'not_solved',
};

/**
 * In whose hands everybody reads it. Handled with another (合成一件) it has the state, the deputy, the department and the last day of the one that leads: its own
 * deputy was told not to answer, and its own day is kept for when it is taken out. What was said to both is said to be whose it was, also once each went its own way.
 */
function handsOf(row: BoardRow) {
  const { lead, answered } = row;
  const { deputy_id, department_id, returns, due_on } = lead ?? row;
  const along = answered?.along !== undefined && answered.round === row.round ? answered : null;
  const { state } = heldOf({ ...row, hotline_number: null }, lead);
  return {
    state,
    deputyId: along?.deputy ?? deputy_id,
    departmentId: along?.department ?? department_id,
    returns,
    // A day that waits for somebody's word is none yet.
    dueOn: isIn(row.state, UNDER_WAY) && isIn((lead ?? row).state, UNDER_WAY) ? due_on : null,
  };
}

export function itemOf(row: BoardRow, directory: CountyDirectory, pictures: BoardItem['pictures']): BoardItem {
  const { answered, said } = row;
  const hands = handsOf(row);
  const outcome = said && OUTCOME_OF[said.kind];
  const { title, words, answer } = publicOf(row);
  const resultClass = ResultClass.safeParse(answered?.resultClass);
  return {
    id: row.id,
    title: title ?? '',
    words: words ?? '',
    answer,
    category: row.category,
    villageName: directory.villageName(row.village),
    deputyName: directory.deputyName(hands.deputyId),
    departmentName:
      answered?.kind === 'hotline_answered' ? '12345 热线' : directory.departmentName(answered?.department ?? null),
    state: hands.state,
    outcome: row.outcome,
    submittedOn: row.submitted_on,
    publishedOn: dayOf(row.published_at),
    pictures,
    hands: {
      departmentName: directory.departmentName(hands.departmentId),
      returns: hands.returns,
      round: row.round,
      dueOn: hands.dueOn,
    },
    answeredOn: answer !== null && answered ? dayOf(new Date(answered.at)) : null,
    resultClass: answer !== null && resultClass.success ? resultClass.data : null,
    said: said && outcome ? { outcome, on: dayOf(new Date(said.at)) } : null,
  };
}
