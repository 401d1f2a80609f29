import type * as z from 'zod/mini';
import * as assignments from '../../../shared/assignments/contract';
import { addDays, type Day } from '../../../shared/kernel/days';
import type { Procedure } from '../../../shared/kernel/procedure';
import * as requests from '../../../shared/requests/contract';
import { printReceipt } from '../../../shared/requests/contract/office';
import type { Act } from '../../../shared/requests/lifecycle';
import { DEPUTIES } from './cast';
import { DEPARTMENTS } from './departments';

/**
 * What an act needs to know of a matter. `to`: the deputy it is given to; `picture`: the one that is decided on; `assigned`: by which a
 * department has it, or had it last, as it is now.
 */
export type Matter = {
  id: string;
  round: number;
  /** The newest event that was on the screen. */
  seen: string;
  to: string;
  /** By which its resident was last asked whether it may go to another level; and the day. */
  handover: string | null;
  today: Day;
  picture: string | null;
  assigned: { id: string; version: number } | null;
  /** The last day of its answer. */
  dueOn: Day;
  /** With which it may be handled. */
  other?: { id: string; seen: string } | undefined;
};
/** One way of doing an act: a procedure and its input; null where the matter has nothing to do it on. */
type Way = { procedure: Procedure; input(matter: Matter): Record<string, unknown> | null };

function way<P extends Procedure>(procedure: P, input: (matter: Matter) => z.input<P['input']> | null): Way {
  return { procedure, input: input as Way['input'] };
}

const words = '说一句正好的话。';
const rating = (outcome: z.infer<typeof requests.Outcome>) =>
  way(requests.rate, ({ id, round }) => ({ id, round, outcome }));
const decision = (decided: 'approved' | 'withheld') =>
  way(requests.reviewContent, ({ id }) => ({ id, decision: decided, reason: words }));
const onPicture = (decided: 'approved' | 'withheld') =>
  way(requests.reviewContent, ({ id, picture }) =>
    picture === null ? null : { id, picture, decision: decided, reason: words },
  );

/** Each matter has its own at the hotline. */
const numberOf = (id: string) => `gd-${id.replaceAll('-', '').slice(-20)}`;
const byHotline = (result: (typeof requests.HOTLINE_RESULTS)[number]) =>
  way(requests.endHotline, ({ id, seen }) => ({ id, seen, result, words }));
const toDepartment = (departmentId: string) =>
  way(requests.assign, ({ id, seen }) => ({ id, seen, departmentId, words }));
/** What a department does with what it has. */
const byDepartment = <P extends Procedure>(procedure: P, more: Record<string, unknown> = {}): Way =>
  way(procedure, ({ assigned }) => (assigned === null ? null : ({ ...assigned, ...more } as z.input<P['input']>)));

/** How each act is sent. Whatever a procedure is called, this is the only place that knows. */
const WAYS = {
  answer: { answer: way(requests.answer, ({ id, round }) => ({ id, round, words })) },
  ask: { ask: way(requests.ask, ({ id }) => ({ id, words })) },
  note: { note: way(requests.note, ({ id }) => ({ id, words })) },
  take: { take: way(requests.take, ({ id }) => ({ id })) },
  pass: {
    pass: way(requests.pass, ({ id, to }) => ({ id, deputyId: to, words })),
    'pass-higher': way(requests.pass, ({ id }) => ({ id, deputyId: DEPUTIES.city, words })),
  },
  decideHandover: {
    'agree-handover': way(requests.decideHandover, ({ id, handover }) =>
      handover === null ? null : { id, handover, agreed: true },
    ),
    'refuse-handover': way(requests.decideHandover, ({ id, handover }) =>
      handover === null ? null : { id, handover, agreed: false },
    ),
  },
  declineHandover: { 'decline-handover': way(requests.declineHandover, ({ id }) => ({ id, words })) },
  tellHigher: {
    'tell-higher': way(requests.tellHigher, ({ id, seen, today }) => ({ id, seen, on: today, by: 'phone' as const })),
  },
  answerHigher: {
    'answer-higher': way(requests.answerHigher, ({ id, seen, today }) => ({
      id,
      seen,
      on: today,
      by: 'paper' as const,
      words,
    })),
  },
  supplement: { supplement: way(requests.supplement, ({ id }) => ({ id, words })) },
  rate: { solved: rating('solved'), partly: rating('partly'), 'not-solved': rating('not_solved') },
  withdrawRating: { 'withdraw-rating': way(requests.withdrawRating, ({ id }) => ({ id })) },
  reopen: { reopen: way(requests.reopen, ({ id }) => ({ id })) },
  withdraw: { withdraw: way(requests.withdraw, ({ id }) => ({ id })) },
  correctContact: {
    'correct-contact': way(requests.correctContact, ({ id }) => ({ id, phone: '13800000077' })),
    'remove-contact': way(requests.correctContact, ({ id }) => ({ id })),
  },
  refer: {
    refer: way(requests.refer, ({ id }) => ({ id, words })),
    'refer-to': way(requests.refer, ({ id }) => ({ id, departmentId: DEPARTMENTS.department })),
  },
  assign: {
    assign: toDepartment(DEPARTMENTS.department),
    'assign-other': toDepartment(DEPARTMENTS['other-department']),
  },
  sendToOffice: { 'send-to-office': way(requests.sendToOffice, ({ id, seen }) => ({ id, seen, words })) },
  release: { release: way(requests.release, ({ id, seen }) => ({ id, seen })) },
  divert: { divert: way(requests.divert, ({ id, seen }) => ({ id, seen, words })) },
  giveBack: { 'give-back': way(requests.giveBack, ({ id, seen }) => ({ id, seen, words })) },
  decideAsked: {
    'grant-asked': way(requests.decideAsked, ({ id, seen }) => ({ id, seen, granted: true })),
    'refuse-asked': way(requests.decideAsked, ({ id, seen }) => ({ id, seen, granted: false, words })),
  },
  takeBack: { 'take-back': way(requests.takeBack, ({ id, seen }) => ({ id, seen, words })) },
  seePhone: { 'see-phone': way(requests.seePhone, ({ id }) => ({ id, reason: 'ask' as const, words })) },
  hideWords: {
    'hide-words': way(requests.hideWords, ({ id }) => ({ id, words: '路灯', hidden: true })),
    'show-words': way(requests.hideWords, ({ id }) => ({ id, words: '路灯', hidden: false })),
  },
  withdrawConsent: { 'withdraw-consent': way(requests.withdrawConsent, ({ id }) => ({ id })) },
  reassign: {
    reassign: way(requests.reassign, ({ id, to }) => ({ id, deputyId: to, words })),
    'reassign-higher': way(requests.reassign, ({ id }) => ({ id, deputyId: DEPUTIES.city, words })),
    'reassign-to-all': way(requests.reassign, ({ id }) => ({ id, words })),
  },
  moderate: {
    publish: way(requests.moderate, ({ id }) => ({ id, publish: true })),
    decline: way(requests.moderate, ({ id }) => ({ id, publish: false, reason: words })),
  },
  reviewContent: {
    approve: decision('approved'),
    withhold: decision('withheld'),
    'approve-picture': onPicture('approved'),
    'withhold-picture': onPicture('withheld'),
  },
  // It goes into another.
  merge: {
    merge: way(requests.merge, ({ id, seen, other }) =>
      other ? { id: other.id, seen: other.seen, from: [{ id, seen }] } : null,
    ),
  },
  unmerge: { unmerge: way(requests.unmerge, ({ id, seen }) => ({ id, seen })) },
  numberHotline: {
    'number-hotline': way(requests.numberHotline, ({ id }) => ({ id, number: numberOf(id) })),
    'unnumber-hotline': way(requests.numberHotline, ({ id }) => ({ id, number: null })),
  },
  awaitHotline: {
    'await-hotline': way(requests.awaitHotline, ({ id, seen }) => ({ id, seen, number: numberOf(id) })),
  },
  endHotline: {
    'hotline-answered': byHotline('answered'),
    'hotline-failed': byHotline('failed'),
    'hotline-undone': byHotline('undone'),
  },
  print: { print: way(printReceipt, ({ id }) => ({ id })) },
  // The page of the department's assignment offers these, not that of the matter.
  department: {
    accept: byDepartment(assignments.accept),
    return: byDepartment(assignments.giveBack, { reason: words }),
    progress: byDepartment(assignments.progress, { words }),
    'department-ask': byDepartment(assignments.ask, { words }),
    extend: way(assignments.extend, ({ assigned, dueOn }) =>
      assigned === null ? null : { ...assigned, until: addDays(dueOn, 3), reason: words },
    ),
    'department-answer': byDepartment(assignments.answer, { resultClass: 'A', words: '说一句正好的话，够长了。' }),
    'department-promise': way(assignments.answer, ({ assigned, dueOn }) =>
      assigned === null
        ? null
        : {
            ...assigned,
            resultClass: 'B' as const,
            words: '说一句正好的话，够长了。',
            promises: [{ words: '换新灯杆，灯亮', dueOn: addDays(dueOn, 3) }],
          },
    ),
  },
  // No page offers it: whose phone it is are asked before they see any.
  confirm: {
    'is-mine': way(requests.confirmContact, ({ id }) => ({ id, mine: true })),
    'not-mine': way(requests.confirmContact, ({ id }) => ({ id, mine: false })),
  },
  // Looking at it is offered to nobody: the page does it by itself.
  open: { open: way(requests.open, ({ id }) => ({ id })) },
} satisfies Record<Act | Unoffered, Record<string, Way>>;

/** What no page offers. */
export const UNOFFERED = ['open', 'confirm', 'department'] as const;
type Unoffered = (typeof UNOFFERED)[number];

export type Attemptable = Way & { name: string; act: Act | Unoffered };

export const ATTEMPTS: readonly Attemptable[] = Object.entries(WAYS).flatMap(([act, ways]) =>
  Object.entries<Way>(ways).map(([name, one]) => ({ ...one, name, act: act as Act | Unoffered })),
);

/** The attempt of this name. */
export function attemptNamed(name: string): Attemptable {
  const found = ATTEMPTS.find((one) => one.name === name);
  if (!found) throw new Error(`no act is called ${name}`);
  return found;
}
