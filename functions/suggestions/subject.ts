import type { ResultClass } from '../../shared/assignments/values';
import { dayOf, daysBetween, dueOn } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { EventKind } from '../../shared/suggestions/lifecycle';
import { SIGNED } from '../../shared/suggestions/states';
import { sayNumber } from '../../shared/suggestions/words';
import { clerksOfStation, peopleOfDeputies } from '../identity/public';
import { workingDays } from '../platform/calendar';
import type { Call, Heard, Person, Subject } from '../platform/call';
import type { Tx } from '../platform/database';
import { makePromises } from '../promises/public';
import { subjectOf } from './assignment';
import { type Happening, happen } from './happen';
import { hiddenIn, hideIn } from './hide';
import { lockMatter, type Matter, matterOf } from './matter';
import {
  countJoined,
  countReturns,
  lockSuggestion,
  type SuggestionRow,
  selectBeside,
  selectByIds,
  selectCosigners,
} from './queries';
import { numberOf } from './reading/number';
import { Settings } from './settings';
import { lastOfAll } from './together';

const EVENT_OF = {
  accepted: 'accepted',
  returned: 'returned',
  progressed: 'progressed',
  asked: 'question_asked',
  extension_asked: 'extension_asked',
  answered: 'answered',
} as const satisfies Record<Heard['event'], EventKind>;

/** What a department has of suggestions, and what becomes of them when it does something. */
export const subject: Subject = {
  async lines(tx, call, ids) {
    const today = dayOf(call.now);
    const rows = await selectByIds(tx, call.jurisdiction, ids);
    const returns = await countReturns(tx, call.jurisdiction, ids);
    const hide = await hideIn(tx, call, ids);
    const joined = await countJoined(tx, call.jurisdiction, ids);
    return new Map(
      rows.map(({ id, title, due_on, marked }) => [
        id,
        {
          title: hide(id)(title),
          kind: kindOf(marked, joined.get(id) ?? 0),
          placeName: '',
          dueOn: due_on ?? today,
          daysLeft: due_on === null ? null : daysBetween(today, due_on),
          returns: returns.get(id) ?? 0,
          hide: hide(id),
        },
      ]),
    );
  },
  async lock(tx, call, id) {
    ensure(await lockSuggestion(tx, call.jurisdiction, id), 'not_found');
  },
  async standing(tx, call, id) {
    const suggestion = await lockSuggestion(tx, call.jurisdiction, id);
    ensure(suggestion, 'not_found');
    const { sides } = await matterOf(tx, call, suggestion);
    if (sides.some((side) => side === 'lead' || side === 'cosigner')) return 'own';
    return sides.includes('office') ? 'assigner' : null;
  },
  assigners: (tx, { jurisdiction }) => clerksOfStation(tx, jurisdiction, null),
  async deputies(tx, call, ids) {
    const rows = await selectByIds(tx, call.jurisdiction, ids);
    return new Map(rows.map(({ id, lead_id }) => [id, [lead_id]]));
  },
  async hidden(tx, call, ids) {
    return [...(await hiddenIn(tx, call, ids)).values()].flat();
  },
  async hear(tx, call, id, { event, words, pictures, resultClass, until, said, promised = [] }) {
    const matter = await lockMatter(tx, call, id);
    // Whoever proposes it is not the department that answers it.
    ensure(matter.sides.includes('department'), 'own_assignment');
    ensure(!pictures?.length, 'pictures_not_taken');
    const { suggestion } = matter;
    const last = until ? lastOfAll([suggestion, ...(await selectBeside(tx, call.jurisdiction, suggestion))]) : null;
    // Never past six months, whatever the mechanism would allow.
    ensure(!until || (last !== null && until <= last), 'extension_day');
    if (promised.length) await promise(tx, call, matter, promised);
    const joined = event === 'answered' && (await countJoined(tx, call.jurisdiction, [id])).size > 0;
    const set = setBy(event, matter, dayOf(call.now), resultClass as ResultClass);
    await happen(tx, call, matter, EVENT_OF[event], {
      words: words ?? null,
      detail: { ...(resultClass ? { resultClass } : {}), ...(until ? { until } : {}), ...(said ? { said } : {}) },
      set: { ...set, ...(joined ? { answered_with: id, own_due_on: null } : {}) },
    });
  },
};

/** `代表建议 · 并案 3 件`. */
function kindOf(marked: boolean, joined: number): string {
  return ['代表建议', marked && '重点督办', joined > 0 && `并案 ${joined + 1} 件`].filter(Boolean).join(' · ');
}

/** Whoever signed it follows what the department promises with its answer; the people of the lead's station go and look. @throws ProblemError `promise_day_bad` */
async function promise(
  tx: Tx,
  call: Call<Person>,
  { suggestion, cosigners, directory }: Matter,
  promised: NonNullable<Heard['promised']>,
): Promise<void> {
  const { lead_id, department_id: departmentId, occasion } = suggestion;
  ensure(departmentId, 'not_found');
  const signed = cosigners.filter(({ state }) => SIGNED.includes(state)).map(({ deputy_id }) => deputy_id);
  const stationId = directory.serving(call.now).find(({ id }) => id === lead_id)?.stationId ?? undefined;
  await makePromises(tx, call, {
    subject: { ...subjectOf(suggestion), source: sayNumber(occasion, numberOf(suggestion) ?? ''), public: false },
    departmentId,
    promised: promised.map((one) => ({ ...one, stationId })),
    followers: await peopleOfDeputies(tx, call.jurisdiction, [
      lead_id,
      ...signed,
      ...(await deputiesBeside(tx, call, suggestion)),
    ]),
  });
}

/** Who proposed what is answered with it, and signed it. */
async function deputiesBeside(tx: Tx, { jurisdiction }: Call, suggestion: SuggestionRow): Promise<string[]> {
  const rows = await selectBeside(tx, jurisdiction, suggestion);
  const cosigners = await selectCosigners(
    tx,
    jurisdiction,
    rows.map(({ id }) => id),
  );
  return [
    ...rows.map(({ lead_id }) => lead_id),
    ...cosigners.filter(({ state }) => SIGNED.includes(state)).map(({ deputy_id }) => deputy_id),
  ];
}

function setBy(
  event: Heard['event'],
  { directory }: Matter,
  today: string,
  resultClass: ResultClass,
): NonNullable<Happening['set']> {
  if (event === 'returned') return { department_id: null };
  if (event !== 'answered') return {};
  const { suggestionCommentTerm, suggestionRateTerm } = directory.settings(Settings);
  const isWorking = workingDays(directory.calendar);
  return {
    result_class: resultClass,
    answered_on: today,
    comment_by: dueOn(today, suggestionCommentTerm, isWorking),
    rate_by: dueOn(today, suggestionRateTerm, isWorking),
    rating_reminded: false,
  };
}
