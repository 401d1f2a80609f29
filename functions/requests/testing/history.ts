import type { RequestEvent, RequestPage } from '../../../shared/requests/contract';
import { type End, STATE_NAMES, type State } from '../../../shared/requests/states';

type Life = Pick<RequestPage, 'state' | 'outcome' | 'round' | 'deputyName' | 'publication'> & {
  departmentName: string | null;
  /** Where it lay before the hotline had it. */
  lay?: State;
  /** Its resident is asked whether it may go to another level. */
  proposed?: boolean;
};
type Change = (now: Life, event: RequestEvent) => Partial<Life>;

/** It goes on with the department that answered, if one did. */
const again = ({ round, departmentName }: Life) => ({
  state: (departmentName === null ? 'with_deputy' : 'with_department') as State,
  outcome: null,
  round: round + 1,
});
const notAsked = ({ departmentName }: Life) => ({
  state: (departmentName === null ? 'with_deputy' : 'with_department') as State,
});
const ending = (outcome: End) => () => ({ state: 'closed' as State, outcome });
const given: Change = (now, { toName }) => ({
  deputyName: toName,
  // What its deputy answered goes to somebody else in a new round alone.
  ...(now.state === 'answered' && now.departmentName === null ? again(now) : {}),
});

const NOT_PROPOSED = { state: 'with_deputy' as State, proposed: false };

/** What each event does to a matter; one that is not here does nothing. */
const CHANGES: Partial<Record<RequestEvent['kind'], Change>> = {
  // What stands on the notice board is looked at again.
  answered: ({ publication }) => ({
    state: 'answered',
    proposed: false,
    publication: publication === 'published' ? 'pending' : publication,
  }),
  asked: () => ({ state: 'asked' }),
  referred: () => ({ state: 'with_station' }),
  given_back: () => ({ state: 'with_deputy' }),
  assigned: (_, { toName }) => ({ state: 'with_department', departmentName: toName }),
  taken_back: () => ({ state: 'with_station', departmentName: null }),
  returned: () => ({ state: 'with_station', departmentName: null }),
  department_answered: ({ publication }) => ({
    state: 'answered',
    publication: publication === 'published' ? 'pending' : publication,
  }),
  // What comes back from the office is looked at anew before it joins the board.
  sent_to_office: ({ publication }) => ({
    state: 'with_office',
    deputyName: null,
    publication: publication && 'declined',
  }),
  released: ({ publication }, { toName }) => ({
    state: 'with_deputy',
    deputyName: toName,
    publication: publication === 'declined' ? 'pending' : publication,
  }),
  diverted: () => ({ ...ending('diverted')(), publication: null }),
  hotline_awaited: ({ state }) => ({ state: 'with_hotline', lay: state }),
  hotline_failed: ({ lay }) => ({ state: lay }),
  hotline_undone: ({ lay }) => ({ state: lay }),
  hotline_answered: ({ publication }) => ({
    state: 'answered',
    publication: publication === 'published' ? 'pending' : publication,
  }),
  pass_proposed: () => ({ state: 'asked', proposed: true }),
  reassign_proposed: () => ({ state: 'asked', proposed: true }),
  handover_agreed: (_, { toName }) => ({ ...NOT_PROPOSED, deputyName: toName?.replace(/^.+人大代表/, '') ?? null }),
  handover_refused: () => NOT_PROPOSED,
  handover_unanswered: () => NOT_PROPOSED,
  handover_ended: () => NOT_PROPOSED,
  handover_withdrawn: () => NOT_PROPOSED,
  handover_declined: (_, { toName }) => ({ deputyName: toName }),
  higher_answered: ({ publication }) => ({
    state: 'answered',
    publication: publication === 'published' ? 'pending' : publication,
  }),
  question_forwarded: () => ({ state: 'asked' }),
  question_unanswered: notAsked,
  supplemented: (now) => (now.state === 'asked' && !now.proposed ? notAsked(now) : {}),
  not_solved: again,
  solved: ending('solved'),
  partly: again,
  not_solved_after_all: again,
  rating_withdrawn: () => ({ state: 'answered', outcome: null }),
  lapsed: ending('lapsed'),
  withdrawn: () => ({ state: 'closed', outcome: 'withdrawn', publication: null }),
  taken: (_, { byName }) => ({ deputyName: byName }),
  passed: given,
  reassigned: given,
  published: () => ({ publication: 'published' }),
  declined: () => ({ publication: 'declined' }),
  withheld: ({ publication }) => ({ publication: publication && 'declined' }),
  consent_withdrawn: () => ({ publication: null }),
};

/** What the history alone says of a matter that was sent like this. */
export function toldOf(sent: RequestPage, newestFirst: readonly RequestEvent[]): Life {
  let now: Life = { ...lifeOf(sent), state: 'with_deputy', outcome: null, round: 1 };
  for (const event of [...newestFirst].reverse()) now = { ...now, ...CHANGES[event.kind]?.(now, event) };
  const { lay: _, proposed: __, ...life } = now;
  return life;
}

function lifeOf({ state, outcome, round, deputyName, departmentName = null, publication }: RequestPage): Life {
  return { state, outcome, round, deputyName, departmentName, publication };
}

/** By what the resident has it no more who was asked. */
const AFTER_ASKING: RequestEvent['kind'][] = [
  ...(['supplemented', 'question_unanswered', 'returned', 'taken_back'] as const),
  ...(['handover_agreed', 'handover_refused', 'handover_unanswered', 'handover_ended', 'handover_withdrawn'] as const),
];

/** The part of an event that nothing may change. */
const kept = (events: readonly RequestEvent[]) =>
  JSON.stringify(events.map(({ id, kind, at, words, toName, spoken }) => [id, kind, at, words, toName, spoken]));

/** What may still be said and decided of a matter that is closed. */
const AFTERWARDS: RequestEvent['kind'][] = [
  'noted',
  'contact_linked',
  'contact_declined',
  'contact_corrected',
  'published',
  'declined',
  'consent_withdrawn',
  'approved',
  'withheld',
  'photo_left_off',
  'photo_let_on',
  'phone_seen',
  'words_hidden',
  'words_shown',
  'lost',
  'kept_apart',
];

/** What must not be, whoever did what: `sent` is the matter as it began, then before and after whatever happened. */
export function faultsOf(sent: RequestPage, before: RequestPage, after: RequestPage): string[] {
  const fresh = after.events.slice(0, after.events.length - before.events.length);
  const happened = (kind: RequestEvent['kind']) => fresh.some((event) => event.kind === kind);
  const { state, clock, round } = after;
  const isNew = round !== before.round;
  // What is put together is due as the earliest of it, and taken apart each as before.
  const isMoved = happened('gained') || happened('lost') || happened('merged') || happened('unmerged');
  const spokenAgain =
    before.outcome === 'lapsed'
      ? happened('reopened')
      : happened('rating_withdrawn') || happened('not_solved_after_all');
  const isClosed = before.state === 'closed' && !spokenAgain;
  const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
  const { publication: _, ...was } = lifeOf(before);
  const { publication: __, ...is } = lifeOf(after);
  const rules: Record<string, boolean> = {
    'a state nobody knows': STATE_NAMES.includes(state),
    'an event was lost or changed': kept(after.events.slice(fresh.length)) === kept(before.events),
    'a round was left out, or came back': round === before.round || round === before.round + 1,
    'a round began on another day': clock.startedOn === (isNew ? after.today : before.clock.startedOn),
    'the clock went backwards': isNew || isMoved || clock.dueOn >= before.clock.dueOn,
    'the last day moved without an answer to a question, or more days':
      isNew ||
      isMoved ||
      clock.dueOn === before.clock.dueOn ||
      happened('extension_granted') ||
      (before.state === 'asked' && AFTER_ASKING.some(happened)),
    'the clock runs for who has not got it': (clock.stoppedOn === null) === state.startsWith('with_'),
    'silence counts for who has not got it': (after.lapsesOn !== null) === (state === 'asked' || state === 'answered'),
    'what was closed changed without a word on what lapsed':
      !isClosed || (same(was, is) && fresh.every(({ kind }) => AFTERWARDS.includes(kind))),
    'it is not as its history says': same(toldOf(sent, after.events), lifeOf(after)),
  };
  return Object.keys(rules).filter((fault) => !rules[fault]);
}
