import { knownProblems, ProblemError, problemOf } from '../../../shared/kernel/problems';
import '../../../shared/requests/contract';
import { isPassing, sayUnsent } from './faults';
import { OfflineError } from './send';

// What sends asks nothing of Taro until it sends.
jest.mock('@tarojs/taro', () => ({}));

test('only what may work later as it is counts as not sent yet; every other problem says its own sentence', () => {
  const passing = knownProblems().filter((code) => isPassing(new ProblemError(code)));
  expect(passing.sort()).toEqual(['database_away', 'storage_away', 'too_many', 'wechat_away']);
  expect(isPassing(new OfflineError())).toBe(true);
  const away = '有网了再点一次';
  for (const code of knownProblems().filter((one) => !passing.includes(one) && one !== 'idempotency_key_reused'))
    expect(sayUnsent(new ProblemError(code), away)).toBe(problemOf(code).title);
});
