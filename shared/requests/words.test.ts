import { ENDS, STATE_NAMES } from './states';
import { END_WORDS, ENDED_LIST, RECEIPT_WORDS, SHORT_END_WORDS, sayHands } from './words';

test('a resident reads plainly that the hotline has it, under which number', () => {
  const held = { state: 'with_hotline', deputyName: '徐示例' } as const;
  expect(sayHands({ ...held, hotlineNumber: 'GD20261118001' })).toBe(
    '12345 正在办，编号 GD20261118001，我们等它的结果',
  );
  // What is handled with another has no number of its own.
  expect(sayHands(held)).toBe('12345 正在办，我们等它的结果');
});

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
