import { KINDS } from './contract';
import { templateOf } from './rules';

test('residents hear of progress, deputies of what came in', () => {
  expect(KINDS.map((kind) => [kind, templateOf(kind)])).toEqual([
    ['request_received', 'received'],
    ['request_answered', 'progress'],
    ['request_rated', 'received'],
    ['request_supplemented', 'received'],
  ]);
});
