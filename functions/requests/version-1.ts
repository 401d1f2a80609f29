import { type Formers, type Json, renamed } from '../platform/formers';

const EVENTS = {
  entered_for: 'entered',
  contact_linked: 'claimed',
  approved: 'cleared',
  withheld: 'kept_back',
  consent_withdrawn: 'hidden',
  not_solved_after_all: 'not_solved',
  // To version 1 it is the deputy who asks.
  question_forwarded: 'asked',
  pass_proposed: 'asked',
  reassign_proposed: 'asked',
  // Nor does it know that anybody was asked before it went.
  handover_agreed: 'reassigned',
  handover_taken: 'taken',
  handover_declined: 'passed',
  higher_answered: 'answered',
};
const ACTS = { withdrawConsent: 'hide', moderate: 'screen', reviewContent: 'decide' };
const REASONS = {
  to_moderate: 'to_screen',
  to_review: 'to_decide',
  // They could not say more than that the deputy can't answer.
  not_joined: 'away',
};
/** Departments, the hotline and the office came later: to version 1 it is the deputy who has it until there is an answer. */
const STATES = {
  with_office: 'with_deputy',
  with_station: 'with_deputy',
  with_department: 'with_deputy',
  with_hotline: 'with_deputy',
};
/** It ends here, as what was taken back does. */
const ENDS = { diverted: 'withdrawn' };
const BOXES = { to_screen: 'to_moderate', to_decide: 'to_review' };
const DECISIONS = { cleared: 'approved', kept_back: 'withheld' };

const KNOWN_REASONS = 'late away ended untaken to_screen to_decide'.split(' ');
/** What version 1 knew: of anything that came later, a phone of yesterday would refuse the whole page. */
const KNOWN_ACTS = 'answer ask note take pass supplement rate withdraw hide reassign screen decide print'.split(' ');
const KNOWN_EVENTS = [
  ...'submitted entered registered claimed opened answered read supplemented asked solved partly not_solved withdrawn taken'.split(
    ' ',
  ),
  ...'passed reassigned noted lapse_told lapsed reopened published declined cleared kept_back hidden'.split(' '),
];

type Page = { items: Json[]; next: string | null };
const eachItem = (change: (item: Json) => Json) => (page: Page) => ({ ...page, items: page.items.map(change) });

const inState = (told: Json) => ({
  ...told,
  state: renamed(told.state, STATES),
  ...(told.outcome && { outcome: renamed(told.outcome, ENDS) }),
});
const mineItems = eachItem(
  ({ enteredFor, departmentName: _, returns: __, hotlineNumber: ___, higherDeputy: ____, ...item }) =>
    inState({ ...item, entered: enteredFor }),
);
const inboxItems = eachItem(({ unassigned, daysLeft: _, departmentName: __, ...item }) =>
  inState({ ...item, shared: unassigned }),
);
const publicItems = eachItem(
  ({ departmentName: _, hands: __, answeredOn: ___, resultClass: ____, said: _____, ...item }) => inState(item),
);
const boardItems = ({ readOnly: _, ...page }: Page & { readOnly?: boolean }) => publicItems(page);
const worklistItems = eachItem(({ daysLeft: _, departmentName: __, hotlineNumber: ___, ...item }) =>
  inState({
    ...item,
    reasons: item.reasons
      .map((reason: Json) => renamed(reason, REASONS))
      .filter((reason: Json) => KNOWN_REASONS.includes(reason)),
  }),
);

function counts({ mine, inbox, worklist }: Json): Json {
  const { states, unassigned, dueSoon: _, ...due } = inbox ?? {};
  const {
    toModerate,
    toReview,
    toAssign: _toAssign,
    dueSoon: __,
    reported: ___,
    saidSame: ____,
    withOffice: _____,
    atHotline: ______,
    withHigher: _______,
    ...late
  } = worklist ?? {};
  const {
    with_office: atOffice,
    with_station: atStation,
    with_department: atDepartment,
    with_hotline: atHotline,
    with_deputy: atDeputy,
    ...rest
  } = mine;
  return {
    mine: { ...rest, with_deputy: atDeputy + atOffice + atStation + atDepartment + atHotline },
    inbox: inbox && {
      with_deputy: states.with_deputy,
      asked: states.asked,
      answered: states.answered,
      shared: unassigned,
      ...due,
    },
    desk: worklist && { ...late, toScreen: toModerate, toDecide: toReview },
  };
}

/** What came later: version 1 says exactly what is on its page. */
const LATER = [
  ...['board', 'contact', 'ratingWithdrawableUntil', 'reopenableUntil', 'deputyNotJoined'],
  ...[
    'higherDeputy',
    'handover',
    'departmentName',
    'returns',
    'hotlineNumber',
    'acceptBy',
    'assignmentId',
    'asks',
    'wish',
    'hidden',
    'reports',
    'promises',
    'questionOn',
    'parts',
    'partId',
  ],
  ...['others', 'mergedInto', 'together', 'earlier', 'saidSame', 'leadEvents'],
];

const pictures = (some: Json[]) => some.map(({ offBoard: _, ...picture }) => picture);

/** It has no buttons for it: whoever starts the mini-program anew gets those, and who says nothing keeps it where it is. */
const askedOld = ({ to, words, on }: Json) => ({
  words: `想把这件事转给${to}，要您同意。${words}请把小程序关掉，再打开来选。不选就不转。`,
  on,
});

function page(request: Json): Json {
  return {
    ...Object.fromEntries(Object.entries(request).filter(([field]) => !LATER.includes(field))),
    state: renamed(request.state, STATES),
    outcome: request.outcome && renamed(request.outcome, ENDS),
    // Who works in a department was nobody to it: they see what a colleague sees.
    viewer: renamed(request.viewer, { department: 'colleague' }),
    question: request.handover
      ? askedOld(request.handover)
      : request.question && { words: request.question.words, on: request.question.on },
    answer: request.answer && { id: request.answer.id, words: request.answer.words, on: request.answer.on },
    pictures: pictures(request.pictures),
    may: request.may.map((act: Json) => renamed(act, ACTS)).filter((act: Json) => KNOWN_ACTS.includes(act)),
    doubts: request.doubts.map(({ picture, verdict }: Json) => ({ picture, verdict: renamed(verdict, EVENTS) })),
    events: request.events
      .map(({ until: _, others: __, told: ___, ...event }: Json) => ({
        ...event,
        // To it the station gave it on.
        ...(event.kind === 'handover_agreed' && { byName: null }),
        kind: renamed(event.kind, EVENTS),
        pictures: pictures(event.pictures),
      }))
      .filter(({ kind }: Json) => KNOWN_EVENTS.includes(kind)),
  };
}

const received = ({ withOffice: _, ...reply }: Json) => reply;

const problems = { not_to_moderate: 'not_to_screen', nothing_to_review: 'nothing_to_decide' };

/** Requests as version 1 of the API spoke of them. */
export const formers: Formers = {
  submit: { reply: received },
  enterFor: { name: 'requests.register', path: '/requests/registrations', reply: received },
  enteredFor: { path: '/requests/entered', reply: mineItems },
  mine: { reply: mineItems },
  inbox: { reply: inboxItems },
  unassigned: { path: '/requests/shared', reply: inboxItems },
  counts: { reply: counts },
  worklist: {
    path: '/requests/desk',
    input: (input) => ({ ...input, box: renamed(input.box, BOXES) }),
    reply: worklistItems,
  },
  search: { reply: worklistItems },
  board: { reply: boardItems },
  rate: { reply: inState },
  reopen: { reply: inState },
  supplement: { reply: inState },
  follow: { reply: page },
  group: {
    reply: ({ deputies }) => ({ deputies: deputies.map(({ asksFirst: _, ...deputy }: Json) => deputy) }),
  },
  moderate: { name: 'requests.screen', path: '/requests/{id}/screening', problems },
  reviewContent: {
    name: 'requests.decide',
    path: '/requests/{id}/decisions',
    input: (input) => ({ ...input, decision: renamed(input.decision, DECISIONS) }),
    problems,
  },
  withdrawConsent: { name: 'requests.hide', path: '/requests/{id}/hiding' },
};
