import type { RequestEvent, RequestPage } from './contract';
import { storyOf } from './story';

const event = (kind: RequestEvent['kind'], id: string): RequestEvent => {
  const said = { byName: null, words: null, toName: null, spoken: false, pictures: [] };
  return { id, kind, at: '2026-11-18T02:00:00.000Z', on: '2026-11-18', ...said };
};
const page = (...kinds: RequestEvent['kind'][]) =>
  ({
    state: 'with_deputy',
    viewer: 'deputy',
    deputyName: '徐示例',
    stationName: null,
    nameFor: 'deputy',
    events: kinds.map((kind, index) => event(kind, String(index))),
  }) as unknown as RequestPage;
const tones = (...kinds: RequestEvent['kind'][]) => storyOf(page(...kinds)).map(({ tone }) => tone);

test('red is the newest event of the one who has it; what only stands beside it is not', () => {
  expect(tones('opened', 'submitted')).toEqual(['next', 'now', 'past']);
  expect(tones('noted', 'opened', 'submitted')).toEqual(['next', 'past', 'past', 'past']);
  expect(tones('not_solved', 'answered')).toEqual(['next', 'returned', 'past']);
});

test('the hotline is one of the hands, and red while it has it', () => {
  const there = { ...page('hotline_awaited', 'submitted'), state: 'with_hotline' } as RequestPage;
  expect(storyOf(there).map(({ mark, what, tone }) => [mark, what, tone])).toEqual([
    ['热', '等 12345 的结果', 'next'],
    ['热', '12345 正在办，联络站等它的结果', 'now'],
    ['民', '居民说了这件事', 'past'],
  ]);
  const [next] = storyOf({ ...there, viewer: 'resident' });
  expect(next).toMatchObject({ mark: '我', what: '12345 有了结果，再请您说解决了没有' });
});

test('what a department gave back stays in sight', () => {
  const [, ...past] = storyOf(page('returned', 'assigned', 'referred'));
  expect(past.map(({ mark, tone }) => [mark, tone])).toEqual([
    ['退', 'returned'],
    ['站', 'past'],
    ['代', 'past'],
  ]);
});

test('what became of the one that leads stands among its own, by the ids', () => {
  const there = {
    ...page(),
    events: [event('merged', '3'), event('submitted', '1')],
    leadEvents: [event('taken', '4'), event('passed', '2')],
  };
  const said = storyOf({ ...there, viewer: 'resident' } as RequestPage).map(({ what }) => what);
  expect(said.slice(1)).toEqual([
    '一起办的那件：徐代表接了',
    '联络站把这件和另外 1 件合在一起办',
    '一起办的那件：徐代表转给村里的代表，谁先接谁回',
    '您说了这件事',
  ]);
});
