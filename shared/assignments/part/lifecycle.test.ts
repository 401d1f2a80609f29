import { actsOf, EVENT_KINDS, EVENTS, type EventKind, type Facts, refusal, type Side, stateAfter } from './lifecycle';
import { CURRENT, DONE, OPEN, OWED, STATE_NAMES } from './states';

const ASKED: Facts = { state: 'asked', overdue: false, dissolved: false, seenOlder: false };
const SIDES: readonly Side[] = ['cohandler', 'lead', 'assigner', 'clock'];

/** Each event with whom it is of, from where it goes where, and what it needs. */
const ROWS: [EventKind, readonly Side[], Partial<Record<Facts['state'], Facts['state']>>, Partial<Facts>][] = [
  ['given', ['cohandler'], { asked: 'given' }, {}],
  ['changed', ['cohandler'], { given: 'given' }, {}],
  ['withdrawn', ['lead', 'assigner'], { asked: 'withdrawn' }, {}],
  ['carried', ['lead'], { given: 'carried' }, {}],
  ['ended', ['lead', 'assigner'], { asked: 'withdrawn', given: 'withdrawn' }, {}],
  ['overdue', ['clock'], { asked: 'asked' }, { overdue: true }],
  ['dissolved', ['clock'], { asked: 'withdrawn' }, { dissolved: true }],
];

test('every row, from every state and by every side: allowed there, and nowhere else', () => {
  expect(ROWS.map(([event]) => event).sort()).toEqual(EVENT_KINDS.filter((kind) => kind !== 'asked').sort());
  for (const [event, by, ways, needs] of ROWS)
    for (const state of STATE_NAMES)
      for (const side of SIDES) {
        const facts = { ...ASKED, ...needs, state };
        const isAllowed = by.includes(side) && ways[state] !== undefined;
        expect([event, state, side, refusal(event, facts, [side]) === null]).toEqual([event, state, side, isAllowed]);
        if (isAllowed) expect(stateAfter(event, facts)).toBe(ways[state]);
      }
});

test('what is offered is what is allowed', () => {
  for (const state of STATE_NAMES)
    for (const side of SIDES) {
      const facts = { ...ASKED, state };
      const allowed = EVENT_KINDS.flatMap((event) => {
        const { act } = EVENTS[event];
        return act !== null && refusal(event, facts, [side]) === null ? [act] : [];
      });
      expect(actsOf(facts, [side])).toEqual(allowed);
    }
  expect(actsOf(ASKED, ['cohandler'])).toEqual(['give']);
  expect(actsOf({ ...ASKED, state: 'given' }, ['cohandler', 'lead'])).toEqual(['change']);
  expect(actsOf(ASKED, ['lead'])).toEqual(['withdraw']);
});

test('who is second hears why, and what was given is never left out', () => {
  expect(refusal('given', { ...ASKED, state: 'given' }, ['cohandler'])).toBe('part_changed');
  expect(refusal('given', { ...ASKED, seenOlder: true }, ['cohandler'])).toBe('part_changed');
  expect(refusal('withdrawn', { ...ASKED, state: 'given' }, ['lead'])).toBe('part_given');
  expect(refusal('changed', { ...ASKED, state: 'carried' }, ['cohandler'])).toBe('part_elsewhere');
  expect(refusal('overdue', ASKED, ['clock'])).toBe('not_found');
  expect(refusal('given', ASKED, [])).toBe('not_found');
});

test('groups of states', () => {
  expect([OWED, OPEN, CURRENT, DONE]).toEqual([
    ['asked'],
    ['asked', 'given'],
    ['asked', 'given', 'carried'],
    ['carried', 'withdrawn'],
  ]);
});
