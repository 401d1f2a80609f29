import fc from 'fast-check';
import { STATE_NAMES as PROMISE_STATES } from '../states';
import { actsOf, EVENT_KINDS, EVENTS, type Facts, refusal, stateAfter } from './lifecycle';
import { figuresOf, isDissatisfied, madeBetween, needsWord, standingOf, tallyOf, tellsFigures } from './rules';
import { RATINGS, RECEIPTS, SIDES, STANDINGS, STATE_NAMES, STATES } from './states';
import { sayFigures, sayPublicFigures, sayTally } from './words';

const DAYS = ['2026-10-01', '2026-10-02', '2026-10-03'] as const;

test('how a promise stands: the day itself is due, kept on its day is in time', () => {
  const promise = { dueOn: '2026-10-02', doneOn: null };
  expect(DAYS.map((today) => standingOf({ ...promise, state: 'promised' }, today))).toEqual(['open', 'due', 'due']);
  expect(DAYS.map((doneOn) => standingOf({ ...promise, doneOn, state: 'kept' }, '2026-12-01'))).toEqual([
    'kept',
    'kept',
    'kept_late',
  ]);
  expect(standingOf({ ...promise, state: 'said_done' }, '2026-12-01')).toBe('to_look');
  expect(standingOf({ ...promise, state: 'not_kept' }, '2026-10-01')).toBe('broken');
  expect(PROMISE_STATES.filter((state) => needsWord({ state }))).toEqual(['promised', 'not_kept']);
});

test('the standings of a report are all that was promised, each once', () => {
  const line = fc.record({
    standing: fc.constantFrom(...STANDINGS),
    dueOn: fc.constantFrom(...DAYS),
    firstDueOn: fc.constantFrom(...DAYS),
  });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const figures = figuresOf(lines);
      expect(STANDINGS.reduce((sum, one) => sum + figures[one], 0)).toBe(figures.made);
      expect(figures.putOff).toBeLessThanOrEqual(figures.made);
    }),
  );
  expect(sayFigures(figuresOf([]))).toBe('没有答应过什么。');
  const moved = { standing: 'broken' as const, dueOn: '2026-10-03', firstDueOn: '2026-10-01' };
  expect(sayFigures(figuresOf([moved]))).toBe('答应 1 件：没做到 1 件。其中改过日子的 1 件。');
});

test('who gave none is in no denominator, and exactly half is no majority', () => {
  const none = [null, null, null];
  expect(tallyOf(['dissatisfied', ...none])).toMatchObject({ dissatisfied: 1, given: 1, none: 3 });
  expect(isDissatisfied(tallyOf(['dissatisfied', ...none]))).toBe(true);
  expect(isDissatisfied(tallyOf(['dissatisfied', 'basically']))).toBe(false);
  expect(isDissatisfied(tallyOf(['dissatisfied', 'basically', 'dissatisfied']))).toBe(true);
  expect(isDissatisfied(tallyOf(none))).toBe(false);
  expect(sayTally(tallyOf(['satisfied', null]))).toBe('满意 1，基本满意 0，不满意 0；没评 1');
  expect(sayTally(tallyOf([]))).toBe('没有要评的代表');
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...RATINGS))), (receipts) => {
      const { satisfied, basically, dissatisfied, given, none: left } = tallyOf(receipts);
      expect([satisfied + basically + dissatisfied, given + left]).toEqual([given, receipts.length]);
    }),
  );
});

test('a report of 2026 is of what was promised from the first day of 2025 on', () => {
  expect(madeBetween(2026)).toEqual({ first: '2025-01-01', last: '2026-12-31' });
});

const facts = fc.record<Facts>({
  state: fc.constantFrom(...STATE_NAMES),
  seenOlder: fc.boolean(),
  hasRaters: fc.boolean(),
  mine: fc.option(fc.constantFrom(...RECEIPTS)),
  complete: fc.boolean(),
  overdue: fc.boolean(),
  departmentEnded: fc.boolean(),
  dissatisfied: fc.boolean(),
  returned: fc.boolean(),
});

test('nobody on no side may do anything, and everybody only what is theirs', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...SIDES), fc.constantFrom(...EVENT_KINDS), (one, side, event) => {
      expect(actsOf(one, [])).toEqual([]);
      if (refusal(event, one, [side]) === null) expect(EVENTS[event].by).toContain(side);
      expect(actsOf({ ...one, seenOlder: true }, [side])).toEqual([]);
    }),
  );
});

test('whatever happens in whatever order: it is handed in twice at the most, and what is over is over', () => {
  const step = fc.record({ event: fc.constantFrom(...EVENT_KINDS), side: fc.constantFrom(...SIDES), facts });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state: Facts['state'] = 'open';
      let round = 0;
      for (const { event, side, facts: drawn } of steps) {
        const now = { ...drawn, state, returned: round > 1 };
        if (refusal(event, now, [side]) !== null) continue;
        const before = state;
        state = stateAfter(event, now);
        if (event === 'handed_in') {
          expect(STATES[before].department).toBe(true);
          round += 1;
        }
        if (event === 'returned')
          expect([before, now.dissatisfied, now.departmentEnded]).toEqual(['rated', true, false]);
        expect(before).not.toBe('closed');
      }
      expect(round).toBeLessThanOrEqual(2);
    }),
  );
});

test('everybody reads how they stand where nobody’s own can be told from it, however many are public', () => {
  const lines = (others: number, open: number) => [
    ...Array.from({ length: others }, () => ({ public: false })),
    ...Array.from({ length: open }, () => ({ public: true })),
  ];
  for (const open of [0, 1, 9])
    expect([0, 1, 2, 3, 9].map((others) => tellsFigures(lines(others, open)))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  expect(sayPublicFigures({ made: 2, figures: null })).toBe('答应 2 件。');
  const one = { standing: 'kept' as const, dueOn: '2026-10-01', firstDueOn: '2026-10-01' };
  expect(sayPublicFigures({ made: 1, figures: figuresOf([one]) })).toBe('答应 1 件：按时做到 1 件。');
});

test('what is rated alone is public', () => {
  expect(STATE_NAMES.filter((state) => STATES[state].public)).toEqual(['rated']);
});
