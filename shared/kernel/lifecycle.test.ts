import { following, type Move, moveOf, type Row, refusalOf } from './lifecycle';

type State = 'open' | 'shut';
type Facts = { state: State; warm: boolean };
type Door = Row<State, State, 'guard' | 'guest', 'guest', Facts>;

const stay: Move<State, Facts> = { to: 'same', clock: 'keep', silence: 'keep' };
const isWarm = { holds: ({ warm }: Facts) => warm, problem: 'not_allowed' as const };
const door: Door = {
  act: 'shut',
  by: ['guard'],
  from: { open: [{ ...stay, to: 'shut', when: ({ warm }) => !warm }, stay] },
  otherwise: { shut: 'too_many' },
  tells: ['guest'],
  readers: ['guard'],
};
const why = (row: Door, state: State, sides: ('guard' | 'guest')[], warm = true) =>
  refusalOf(row, { at: state, otherwise: 'internal' }, { state, warm }, sides);

test('who is on no side of the row is told that there is no such matter, whatever its state', () => {
  expect([why(door, 'open', []), why(door, 'shut', ['guest'])]).toEqual(['not_found', 'not_found']);
  expect(why({ ...door, by: [] }, 'open', ['guard', 'guest'])).toBe('not_found');
});

test('then comes the person, then the state, then the matter', () => {
  expect(why(door, 'open', ['guard'])).toBeNull();
  expect(why(door, 'shut', ['guard'])).toBe('too_many');
  expect(why({ ...door, otherwise: {} }, 'shut', ['guard'])).toBe('internal');
  expect(why({ ...door, person: [isWarm] }, 'shut', ['guard'], false)).toBe('not_allowed');
  expect(why({ ...door, matter: [isWarm] }, 'shut', ['guard'], false)).toBe('too_many');
  expect(why({ ...door, matter: [isWarm] }, 'open', ['guard'], false)).toBe('not_allowed');
});

test('of several ways the first that fits is gone', () => {
  expect(moveOf(door, 'open', { state: 'open', warm: false })?.to).toBe('shut');
  expect(moveOf(door, 'open', { state: 'open', warm: true })?.to).toBe('same');
  expect(moveOf(door, 'shut', { state: 'shut', warm: true })).toBeNull();
});

test('what no transition names stays as it is', () => {
  const transitions = { slam: { open: 'shut' } } as const;
  expect(following<State, 'slam' | 'knock'>(transitions, 'slam', 'open')).toBe('shut');
  expect(following<State, 'slam' | 'knock'>(transitions, 'slam', 'shut')).toBe('shut');
  expect(following<State, 'slam' | 'knock'>(transitions, 'knock', 'open')).toBe('open');
});
