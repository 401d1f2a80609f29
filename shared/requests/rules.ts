import { addDays, type Counts, countDays, type Day, dueOn, type Term } from '../kernel/days';
import { clean, lengthOf, shorten } from '../kernel/text';
import type { Act, Category, Clock, End, EventKind, Outcome, State, Viewer } from './contract';

export const CATEGORY_NAMES: Record<Category, string> = {
  road: '路、桥、路灯',
  water: '水：喝的水、灌溉、河',
  waste: '垃圾、厕所、环境',
  health: '看病、医保',
  school: '上学',
  care: '养老、低保、残疾人',
  land: '田地、山林、房子',
  work: '工作、工钱',
  other: '别的，或说不清',
};

const TITLE_LENGTH = 18;
const TITLE_ENOUGH = 6;

/**
 * What it is about in one line; people are not asked for a title. As many clauses of the first sentence as it takes to say
 * something (村口路灯不亮，晚上不好走), cut to a line's length.
 */
export function titleOf(words: string): string {
  const text = clean(words).replace(/\s+/g, ' ');
  const sentence = /^[^。！？!?；;]+/.exec(text)?.[0] ?? text;
  let title = '';
  for (const clause of sentence.match(/[^，,]+[，,]?/g) ?? [sentence]) {
    if (lengthOf(title) >= TITLE_ENOUGH) break;
    title += clause;
  }
  return shorten(title.replace(/[，,]$/, '').trim(), TITLE_LENGTH);
}

/**
 * What an answer does: the clock stops, the resident has the word. A question asked back may be overtaken by it, and while the resident
 * has the word the deputy may say more. Null for a closed matter.
 */
export function afterAnswer(request: { state: State }): { state: State } | null {
  return request.state === 'closed' ? null : { state: 'answered' };
}

/** What the resident's word does. A partly solved matter is closed as that; who wants more says "not solved". What silence closed can still be said. */
export function afterRating(
  request: { state: State; round: number; outcome: End | null },
  outcome: Outcome,
): { state: State; round: number; restarts: boolean } | null {
  if (request.state !== 'answered' && request.outcome !== 'lapsed') return null;
  if (outcome === 'not_solved') return { state: 'with_deputy', round: request.round + 1, restarts: true };
  return { state: 'closed', round: request.round, restarts: false };
}

/**
 * The last day after a question was answered: the days that were left when it was asked start again today.
 * What was late by then stays late.
 */
export function dueAfterAsking(
  request: { askedOn: Day; dueOn: Day },
  today: Day,
  kind: Term['kind'],
  isWorkingDay: Counts,
): Day {
  if (request.askedOn > request.dueOn) return request.dueOn;
  const days = countDays(request.askedOn, request.dueOn, kind, isWorkingDay);
  return days === 0 ? today : dueOn(today, { days, kind }, isWorkingDay);
}

/** Days before silence closes a matter on which the resident is told (先说一声再收). */
export const LAPSE_NOTICE_DAYS = 3;

/**
 * What silence does today to a matter that waits for the resident. Never `close` before `LAPSE_NOTICE_DAYS` have passed since the telling,
 * however late that was.
 */
export function lapseStep(request: { lapsesOn: Day; toldOn: Day | null }, today: Day): 'wait' | 'tell' | 'close' {
  const { lapsesOn, toldOn } = request;
  if (toldOn === null) return today >= addDays(lapsesOn, -LAPSE_NOTICE_DAYS) ? 'tell' : 'wait';
  return today >= lapsesOn && today >= addDays(toldOn, LAPSE_NOTICE_DAYS) ? 'close' : 'wait';
}

type Standing = {
  state: State;
  round: number;
  outcome: End | null;
  /** A deputy has opened or taken it. */
  taken: boolean;
  /** The person has signed in; until then who entered it speaks for them. */
  claimed: boolean;
  publication: 'pending' | 'published' | 'declined' | null;
  toDecide: boolean;
};

/** What a person of several roles has done with a request before. */
type Past = { answered: boolean; spoke: boolean };

const RESIDENTS_ACTS: readonly Act[] = ['supplement', 'rate', 'withdraw', 'hide'];

/** Nobody is both sides: who answers does not speak for the resident nor decide at the station, who spoke for them does not answer. */
function mayBoth(act: Act, viewers: readonly Viewer[], { answered, spoke }: Past): boolean {
  if (viewers.includes('resident')) return true;
  const answers = answered || viewers.includes('deputy');
  if (answers && (RESIDENTS_ACTS.includes(act) || act === 'screen' || act === 'decide')) return false;
  return !(spoke && (act === 'take' || act === 'answer'));
}

/** What each kind of viewer may do with a request as it stands; a person may be several. */
export function actsOf(request: Standing, viewers: readonly Viewer[], past: Past): Act[] {
  const { state, round, outcome, taken, claimed, publication, toDecide } = request;
  const open = state === 'with_deputy' || state === 'asked';
  const byResident: Act[] = [
    ...(state === 'closed' ? [] : (['supplement'] as const)),
    ...(state === 'answered' || outcome === 'lapsed' ? (['rate'] as const) : []),
    ...(state === 'with_deputy' && round === 1 && !taken ? (['withdraw'] as const) : []),
    ...(publication ? (['hide'] as const) : []),
  ];
  const acts: Record<Viewer, Act[]> = {
    resident: byResident,
    entrant: [...(claimed ? [] : byResident), 'print'],
    deputy: [
      ...(state === 'closed' ? [] : (['answer'] as const)),
      ...(state === 'with_deputy' ? (['ask'] as const) : []),
      ...(open ? (['pass'] as const) : []),
      'note',
    ],
    colleague: state === 'with_deputy' ? ['take'] : [],
    station: [
      ...(open ? (['reassign'] as const) : []),
      'note',
      ...(publication ? (['screen'] as const) : []),
      ...(toDecide ? (['decide'] as const) : []),
      'print',
    ],
  };
  const all = [...new Set(viewers.flatMap((viewer) => acts[viewer]))];
  return all.filter((act) => mayBoth(act, viewers, past));
}

/** Who may read an event: notes are between the deputy and the station, what the station cleared is its own. */
export function mayRead(kind: EventKind, viewer: Viewer): boolean {
  if (kind === 'noted') return viewer === 'deputy' || viewer === 'station';
  if (kind === 'cleared') return viewer === 'station';
  return true;
}

/**
 * The clock of a round. It starts the day after `startedOn` (民法典 201) and stops with the answer.
 * On the days it stood (`paused`, while a question waited for the resident) nothing counts.
 * `days` runs from the first day to the due day, or to today (or the stop) when that is later.
 */
export function clockOf(
  round: { startedOn: Day; dueOn: Day; stoppedOn: Day | null },
  kind: Term['kind'],
  today: Day,
  isWorkingDay: Counts,
  paused: readonly { from: Day; to: Day }[] = [],
): Clock {
  const end = round.stoppedOn ?? today;
  const last = [end, round.dueOn].sort()[1] as Day;
  const days: Clock['days'] = [];
  for (let day = addDays(round.startedOn, 1); day <= last; day = addDays(day, 1)) {
    const stood = paused.some(({ from, to }) => from < day && day <= to);
    days.push({ day, counts: !stood && (kind === 'calendar' || isWorkingDay(day)) });
  }
  return {
    ...round,
    kind,
    days,
    used: days.filter(({ day, counts }) => counts && day <= end).length,
    left: countDays(end, round.dueOn, kind, isWorkingDay),
    late: countDays(round.dueOn, end, kind, isWorkingDay),
  };
}

/** Past its last day, or stopped after it. Also on a day off, when `late` counts none yet. */
export function isLate(clock: Pick<Clock, 'dueOn' | 'stoppedOn'>, today: Day): boolean {
  return (clock.stoppedOn ?? today) > clock.dueOn;
}

/** When a round that starts on `from` must be answered. Law leaves it to the county; 15 days is 信访工作条例 2022. */
export function answerDue(from: Day, term: Term, isWorkingDay: Counts): Day {
  return dueOn(from, term, isWorkingDay);
}

export type Stop = { label: string; state: 'done' | 'now' | 'next' | 'skipped' };

/**
 * The five stops of every matter, from me and back to me (一条线). `deputy` is the label of the third stop (徐代表, or 代表 while
 * nobody has it). The department is passed by when the deputy answers.
 */
export function threadOf(request: { state: State }, deputy: string): Stop[] {
  const back = request.state === 'answered' || request.state === 'closed';
  const asked = request.state === 'asked';
  return [
    { label: '我', state: 'done' },
    { label: '联络站', state: 'done' },
    { label: deputy, state: back || asked ? 'done' : 'now' },
    { label: '部门', state: back ? 'skipped' : 'next' },
    { label: '我', state: request.state === 'closed' ? 'done' : back || asked ? 'now' : 'next' },
  ];
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  not_solved: '没解决',
};

/** How a closed matter ended, in a tag. */
export const END_WORDS: Record<End, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  withdrawn: '撤回了',
  lapsed: '没等到回音，先收起',
};
