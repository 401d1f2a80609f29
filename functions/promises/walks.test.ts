import fc from 'fast-check';
import type { ProblemError } from '../../shared/kernel/problems';
import * as promises from '../../shared/promises/contract';
import { actsOf, EVENT_KINDS, EVENTS, type Facts, refusal } from '../../shared/promises/lifecycle';
import type { Worked } from '../../shared/promises/shown';
import { EXTENSIONS, SIDES, STATE_NAMES, WHYS } from '../../shared/promises/states';
import { seedDepartments } from '../local/seed/departments';
import { testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { dayIn, promised } from './testing/promise';

const api = testApi();
const WORDS = '去看过了。';
const DAY_MS = 24 * 3_600_000;

beforeAll(() => seedDepartments(api.services));

type Step = { id: string; version: number };
/** What each button does, for whoever presses it. */
const PRESS: Record<string, (phone: TestPhone, step: Step) => Promise<Worked>> = {
  extend: (phone, step) => phone.call(promises.askExtension, { ...step, dueOn: dayIn(api, 90), reason: WORDS }),
  grant: (phone, step) => phone.call(promises.decideExtension, { ...step, granted: true }),
  refuse: (phone, step) => phone.call(promises.decideExtension, { ...step, granted: false, reason: WORDS }),
  done: (phone, step) => phone.call(promises.sayDone, { ...step, words: WORDS }),
  seen_done: (phone, step) => phone.call(promises.look, { ...step, words: WORDS, done: true }),
  seen_not_done: (phone, step) => phone.call(promises.look, { ...step, words: WORDS, done: false }),
  ask_why: (phone, step) => phone.call(promises.askWhy, { ...step, words: WORDS }),
  explain: (phone, step) => phone.call(promises.explain, { ...step, words: WORDS }),
  reopen: (phone, step) => phone.call(promises.reopen, { ...step, dueOn: dayIn(api, 5), reason: WORDS }),
};
const WHO = ['fang', 'clerk', 'admin'] as const;

/** As each of them sees it: in their own list, or, where it is in none, not at all. */
async function seenBy(who: (typeof WHO)[number], phone: TestPhone, id: string): Promise<Worked | undefined> {
  const { promises: listed } = await phone.call(who === 'fang' ? promises.mine : promises.waiting, {});
  return listed.find((one) => one.id === id);
}

test('every button is there to press', () => {
  expect(Object.keys(PRESS).sort()).toEqual(EVENT_KINDS.flatMap((event) => EVENTS[event].act ?? []).sort());
});

test('whatever is pressed in whatever order: what is offered is done, and what is not is refused', async () => {
  const walk = fc.array(
    fc.record({ who: fc.constantFrom(...WHO), act: fc.constantFrom(...Object.keys(PRESS)), days: fc.nat(6) }),
    { minLength: 4, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const id = await promised(api, { dueOn: dayIn(api, 5) });
      for (const { who, act, days } of steps) {
        await api.clock.advance(days * DAY_MS);
        if (days) await api.runSchedules();
        const phone = await api.signedIn(who);
        const seen = await seenBy(who, phone, id);
        if (!seen) continue;
        const end = await PRESS[act]?.(phone, { id, version: seen.version }).then(
          () => 'done',
          ({ code }: ProblemError) => code,
        );
        expect([seen.state, act, end === 'done']).toEqual([seen.state, act, seen.acts.includes(act)]);
      }
    }),
    { numRuns: 12 },
  );
});

test('nobody who is on no side may do anything, and the clock nothing that is a person’s', () => {
  const facts = STATE_NAMES.flatMap((state) =>
    [null, ...EXTENSIONS].flatMap((extension) =>
      [null, ...WHYS].flatMap((why) =>
        [true, false].map((due): Facts => ({ state, extension, why, due, over: due, seenOlder: false })),
      ),
    ),
  );
  expect(facts.flatMap((one) => actsOf(one, []))).toEqual([]);
  expect(facts.flatMap((one) => actsOf(one, ['clock']))).toEqual([]);
  for (const one of facts)
    for (const side of SIDES)
      for (const event of EVENT_KINDS)
        if (refusal(event, one, [side]) === null) expect(EVENTS[event].by).toContain(side);
  expect(facts.flatMap((one) => actsOf({ ...one, seenOlder: true }, SIDES))).toEqual([]);
});
