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

test('what a department gave back stays in sight', () => {
  const [, ...past] = storyOf(page('returned', 'assigned', 'referred'));
  expect(past.map(({ mark, tone }) => [mark, tone])).toEqual([
    ['退', 'returned'],
    ['站', 'past'],
    ['代', 'past'],
  ]);
});
