import fc from 'fast-check';
import * as assignments from '../../shared/assignments/contract';
import { addDays } from '../../shared/kernel/days';
import type { ProblemError } from '../../shared/kernel/problems';
import * as suggestions from '../../shared/suggestions/contract';
import {
  ACTS,
  type Act,
  actsOf,
  EVENT_KINDS,
  EVENTS,
  type Facts,
  refusal,
  stateAfter,
} from '../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../shared/suggestions/shown';
import { COSIGNER_STATES, SIDES, STATE_NAMES } from '../../shared/suggestions/states';
import { seedDepartments } from '../local/seed/departments';
import { testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { type Cast, castOf, heldBy, housing, idOf, seedCosigners, writtenFor } from './testing/suggestion';

const api = testApi();
const DAY_MS = 86_400_000;
const WORDS = '在村口说过话，看了水管。';

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
});

type Press = (phone: TestPhone, seen: Suggestion) => Promise<unknown>;
const at = ({ id, version }: Suggestion) => ({ id, version });
const read = ({ id, textVersion }: Suggestion) => ({ id, textVersion });
const contactOf = (seen: Suggestion) =>
  seen.contacts.find(({ confirmed, round }) => confirmed === null && round === seen.round)?.id ?? seen.id;

/** What each button does, for whoever presses it. */
const PRESS: Record<Act | 'dissatisfied', Press> = {
  edit: (phone, seen) =>
    phone.call(suggestions.edit, {
      ...read(seen),
      ...writtenFor({ cosigners: seen.cosigners.map(({ id }) => id), title: `第 ${seen.version} 次写的` }),
    }),
  sign: (phone, seen) => phone.call(suggestions.sign, read(seen)),
  decline: (phone, { id }) => phone.call(suggestions.decline, { id }),
  unsign: (phone, { id }) => phone.call(suggestions.unsign, { id }),
  submit: (phone, seen) => phone.call(suggestions.submit, read(seen)),
  withdraw: (phone, { id }) => phone.call(suggestions.withdraw, { id }),
  redirect: (phone, seen) => phone.call(suggestions.redirect, { ...at(seen), to: 'petition', reason: WORDS }),
  assign: (phone, seen) => phone.call(suggestions.assign, { ...at(seen), departmentId: housing() }),
  take_back: (phone, seen) => phone.call(suggestions.takeBack, { ...at(seen), reason: WORDS }),
  contact: (phone, { id, today }) => phone.call(suggestions.contact, { id, on: today, way: 'phone', words: WORDS }),
  confirm_contact: (phone, seen) =>
    phone.call(suggestions.confirmContact, { id: seen.id, contact: contactOf(seen), confirmed: true }),
  deny_contact: (phone, seen) =>
    phone.call(suggestions.confirmContact, { id: seen.id, contact: contactOf(seen), confirmed: false }),
  extend: (phone, seen) =>
    phone.call(suggestions.extend, { ...at(seen), dueOn: addDays(seen.dueOn ?? seen.today, 1), reason: WORDS }),
  reply: (phone, { id }) => phone.call(suggestions.reply, { id, words: WORDS }),
  refuse_extension: (phone, seen) => phone.call(suggestions.refuseExtension, { ...at(seen), reason: WORDS }),
  urge: (phone, { id }) => phone.call(suggestions.urge, { id }),
  comment: (phone, { id }) => phone.call(suggestions.comment, { id, attitude: 'satisfied', result: 'basically' }),
  rate: (phone, seen) => phone.call(suggestions.rate, { ...at(seen), attitude: 'satisfied', result: 'basically' }),
  dissatisfied: (phone, seen) =>
    phone.call(suggestions.rate, { ...at(seen), attitude: 'satisfied', result: 'dissatisfied', words: WORDS }),
  meet: (phone, seen) => phone.call(suggestions.meet, { ...at(seen), on: seen.today, words: WORDS }),
  mark: (phone, seen) => phone.call(suggestions.mark, { ...at(seen), on: true }),
  name_watcher: (phone, seen) =>
    phone.call(suggestions.nameWatcher, {
      ...at(seen),
      watcherId: seen.watcherId === null ? (seen.committees?.[0]?.id ?? null) : null,
    }),
  // Another of the same deputy, handed in just now.
  merge: async (phone, seen) => {
    const written = await (await api.signedIn('xu')).call(suggestions.draft, writtenFor());
    const other = await (await api.signedIn('xu')).call(suggestions.submit, read(written));
    return phone.call(suggestions.merge, { ...at(seen), others: [at(other)] });
  },
  part: (phone, seen) => phone.call(suggestions.part, at(seen)),
  unmark: (phone, seen) => phone.call(suggestions.mark, { ...at(seen), on: false }),
};
/** What the department does through the mechanism. */
const BY_ASSIGNMENT: Record<string, Press> = {
  accept: async (phone, { id }) => phone.call(assignments.accept, await heldBy(phone, id)),
  giveBack: async (phone, { id }) => phone.call(assignments.giveBack, { ...(await heldBy(phone, id)), reason: WORDS }),
  progress: async (phone, { id }) => phone.call(assignments.progress, { ...(await heldBy(phone, id)), words: WORDS }),
  ask: async (phone, { id }) => phone.call(assignments.ask, { ...(await heldBy(phone, id)), words: WORDS }),
  askDays: async (phone, { id, dueOn, today }) =>
    phone.call(assignments.extend, {
      ...(await heldBy(phone, id)),
      until: addDays(dueOn ?? today, 1),
      reason: WORDS,
    }),
  answer: async (phone, { id }) =>
    phone.call(assignments.answer, { ...(await heldBy(phone, id)), resultClass: 'A', words: WORDS }),
};
const WHO = ['xu', 'lin', 'admin', 'lu'] as const;
/** Where the page shows the button and what it is about may be gone. */
const NEEDS_CONTACT = ['confirm_contact', 'deny_contact'];

const endOf = (pressed: Promise<unknown>) =>
  pressed.then(
    () => 'done',
    ({ code }: ProblemError) => code,
  );

test('every button is there to press', () => {
  const acts = new Set(EVENT_KINDS.flatMap((event) => EVENTS[event].act ?? []));
  expect([...acts].sort()).toEqual([...ACTS].sort());
  expect(Object.keys(PRESS).sort()).toEqual([...ACTS, 'dissatisfied'].sort());
});

test('whatever is pressed in whatever order: what is offered is done, what is not is refused, and no event is lost', async () => {
  const walk = fc.array(
    fc.record({
      who: fc.constantFrom(...WHO),
      // Often what leads on, so that a walk comes somewhere.
      pick: fc.nat(1_000),
      wild: fc.option(fc.constantFrom(...Object.keys(PRESS), ...Object.keys(BY_ASSIGNMENT)), { freq: 3 }),
      days: fc.constantFrom(0, 0, 0, 1, 20),
    }),
    { minLength: 8, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      let cast: Cast = await castOf(api);
      const { id } = await cast.xu.call(suggestions.draft, writtenFor({ cosigners: [idOf('单示例')] }));
      for (const { who, pick, wild, days } of steps) {
        if (days) {
          api.clock.advance(days * DAY_MS);
          await api.runSchedules();
          cast = await castOf(api);
        }
        const phone = cast[who];
        const seen = await phone.call(suggestions.show, { id }).catch(() => null);
        if (!seen) continue;
        const offered = [...seen.may, ...(seen.may.includes('rate') ? ['dissatisfied'] : [])];
        const held = seen.assignmentId ? Object.keys(BY_ASSIGNMENT) : [];
        const may = [...offered, ...held];
        const act = wild ?? may[pick % (may.length || 1)];
        if (!act) continue;
        const before = await history(id);
        const press = PRESS[act as Act] ?? BY_ASSIGNMENT[act];
        const end = await endOf(press?.(phone, seen) ?? Promise.resolve());
        const after = await history(id);
        expect([act, after.length - before.length]).toEqual([act, end === 'done' ? 1 : 0]);
        expect(after.slice(0, before.length)).toEqual(before);
        if (held.includes(act)) continue;
        const hasContact = contactOf(seen) !== seen.id;
        const ought = offered.includes(act) && (hasContact || !NEEDS_CONTACT.includes(act));
        // The day to which it would be put off may be too far, and the deputies of what is handled with it were not spoken with.
        if (end === 'extension_too_far') continue;
        expect([seen.state, who, act, end === 'done', end]).toEqual([seen.state, who, act, ought, end]);
      }
    }),
    { numRuns: 10 },
  );
}, 240_000);

async function history(id: string): Promise<string[]> {
  const rows = await api.store.owner.inTenant('330822', (tx) =>
    tx.selectFrom('suggestion_event').select(['id', 'kind']).where('suggestion_id', '=', id).orderBy('id').execute(),
  );
  return rows.map(({ id: event, kind }) => `${event} ${kind}`);
}

const ALL_FACTS: Facts[] = STATE_NAMES.flatMap((state) =>
  [null, ...COSIGNER_STATES].flatMap((mine) =>
    [1, 2].flatMap((round) =>
      [true, false].flatMap((yes) =>
        [true, false].map(
          (serves): Facts => ({
            state,
            mine,
            round,
            seenOlder: false,
            wordsOlder: false,
            serves,
            leadServes: serves,
            departmentServes: serves,
            contacted: yes,
            asks: yes ? 'question' : serves ? 'days' : null,
            extended: !yes,
            complex: yes && !serves,
            joined: !serves,
            watcherEnded: yes,
            overdue: yes,
            urgedToday: !yes,
            cosignersHeard: yes,
            ratingOver: yes,
            ratingReminded: yes && serves,
            marked: yes,
          }),
        ),
      ),
    ),
  ),
);

test('nobody who is on no side may do anything, the clock nothing that is a person’s, and every way leads to a state', () => {
  expect(ALL_FACTS.flatMap((one) => actsOf(one, []))).toEqual([]);
  expect(
    ALL_FACTS.flatMap((one) => actsOf(one, ['clock'])).filter((act) => !['take_back', 'part'].includes(act)),
  ).toEqual([]);
  const reached = new Set<string>();
  for (const one of ALL_FACTS)
    for (const side of SIDES)
      for (const event of EVENT_KINDS)
        if (refusal(event, one, [side]) === null) {
          expect(EVENTS[event].by).toContain(side);
          expect(STATE_NAMES).toContain(stateAfter(event, one));
          reached.add(event);
        }
  expect([...reached].sort()).toEqual(EVENT_KINDS.filter((event) => event !== 'created').sort());
  // Whoever saw an older one does nothing by which they would answer it.
  const older = ALL_FACTS.map((one) => ({ ...one, seenOlder: true, wordsOlder: true }));
  const blind = new Set(older.flatMap((one) => SIDES.flatMap((side) => actsOf(one, [side]))));
  for (const act of ['edit', 'sign', 'submit', 'redirect', 'assign', 'extend', 'rate', 'meet'])
    expect(blind).not.toContain(act);
});

test('a department reads nothing of a rating before it is final, nor of what co-signers think at any time', () => {
  const readers = (event: keyof typeof EVENTS): readonly string[] => EVENTS[event].readers;
  expect(readers('commented')).toEqual(['lead', 'office']);
  expect(readers('declined')).toEqual([]);
});
