import { type Formers, type Json, renamed } from '../platform/formers';

const EVENTS = {
  entered_for: 'entered',
  contact_linked: 'claimed',
  approved: 'cleared',
  withheld: 'kept_back',
  consent_withdrawn: 'hidden',
  not_solved_after_all: 'not_solved',
};
const ACTS = { withdrawConsent: 'hide', moderate: 'screen', reviewContent: 'decide' };
const REASONS = {
  to_moderate: 'to_screen',
  to_review: 'to_decide',
  // They could not say more than that the deputy can't answer.
  not_joined: 'away',
};
const BOXES = { to_screen: 'to_moderate', to_decide: 'to_review' };
const DECISIONS = { cleared: 'approved', kept_back: 'withheld' };

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

const mineItems = eachItem(({ enteredFor, ...item }) => ({ ...item, entered: enteredFor }));
const inboxItems = eachItem(({ unassigned, daysLeft: _, ...item }) => ({ ...item, shared: unassigned }));
const worklistItems = eachItem(({ daysLeft: _, ...item }) => ({
  ...item,
  reasons: item.reasons.map((reason: Json) => renamed(reason, REASONS)),
}));

function counts({ mine, inbox, worklist }: Json): Json {
  const { states, unassigned, dueSoon: _, ...due } = inbox ?? {};
  const { toModerate, toReview, dueSoon: __, ...late } = worklist ?? {};
  return {
    mine,
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
const LATER = ['board', 'contact', 'ratingWithdrawableUntil', 'reopenableUntil', 'deputyNotJoined'];

const pictures = (some: Json[]) => some.map(({ offBoard: _, ...picture }) => picture);

function page(request: Json): Json {
  return {
    ...Object.fromEntries(Object.entries(request).filter(([field]) => !LATER.includes(field))),
    pictures: pictures(request.pictures),
    may: request.may.map((act: Json) => renamed(act, ACTS)).filter((act: Json) => KNOWN_ACTS.includes(act)),
    doubts: request.doubts.map(({ picture, verdict }: Json) => ({ picture, verdict: renamed(verdict, EVENTS) })),
    events: request.events
      .map((event: Json) => ({ ...event, kind: renamed(event.kind, EVENTS), pictures: pictures(event.pictures) }))
      .filter(({ kind }: Json) => KNOWN_EVENTS.includes(kind)),
  };
}

const problems = { not_to_moderate: 'not_to_screen', nothing_to_review: 'nothing_to_decide' };

/** Requests as version 1 of the API spoke of them. */
export const formers: Formers = {
  enterFor: { name: 'requests.register', path: '/requests/registrations' },
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
  follow: { reply: page },
  moderate: { name: 'requests.screen', path: '/requests/{id}/screening', problems },
  reviewContent: {
    name: 'requests.decide',
    path: '/requests/{id}/decisions',
    input: (input) => ({ ...input, decision: renamed(input.decision, DECISIONS) }),
    problems,
  },
  withdrawConsent: { name: 'requests.hide', path: '/requests/{id}/hiding' },
};
