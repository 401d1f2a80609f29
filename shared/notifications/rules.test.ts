import { KINDS } from './contract';
import { templateOf } from './rules';

test('residents hear of progress, deputies and offices of what came in', () => {
  const received = KINDS.filter((kind) => templateOf(kind) === 'received');
  expect(received).toEqual([
    'request_received',
    'request_rated',
    'request_supplemented',
    'request_withdrawn',
    'deputy_digest',
    'role_granted',
  ]);
});
