import { ENDS, STATE_NAMES } from './states';
import { END_WORDS, ENDED_LIST, RECEIPT_WORDS, SHORT_END_WORDS } from './words';

test('nothing but the resident’s own “solved” is called done', () => {
  const days = { dueOn: '12 月 8 日', answeredOn: '12 月 2 日', asker: '代表' };
  for (const end of ENDS) {
    const said = [END_WORDS[end], SHORT_END_WORDS[end], RECEIPT_WORDS.closed(days, end), ENDED_LIST];
    expect([end, said.some((words) => words.includes('办完'))]).toEqual([end, end === 'solved']);
  }
  expect(
    STATE_NAMES.map((state) => RECEIPT_WORDS[state](days, null)).filter((words) => words.includes('办完')),
  ).toEqual([]);
});
