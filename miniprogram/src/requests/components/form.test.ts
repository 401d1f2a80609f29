import { enterFor, submit } from '../../../../shared/requests/contract';
import { filled, hasName, phoneFault, wordsFault } from './form';

const WHOLE = { village: '330822104219', category: 'road', openness: 'handlers', nameFor: 'deputy' };

test('what the form lets go on, the contract takes, and what the contract refuses, the form has said before', () => {
  for (const words of ['', '路灯坏了', '村口路灯坏了三盏，晚上不好走。', '😀'.repeat(9), '灯'.repeat(2001)]) {
    const said = submit.input.safeParse({ ...WHOLE, words }).error?.issues[0]?.message ?? null;
    expect(wordsFault(words)).toBe(said);
  }
  expect(wordsFault(undefined)).toBe('再多写几个字，至少 10 个字。');
});

test('a telephone may stay empty, and spaces in it do not matter', () => {
  expect(phoneFault(undefined)).toBeNull();
  expect(phoneFault(' ')).toBeNull();
  expect(phoneFault('138 0000 0000')).toBeNull();
  expect(phoneFault('138')).toBe('手机号是 11 位数字，请再看一看。');
});

test('a name is something that can be seen', () => {
  expect([undefined, '', ' ', '\u200b'].map(hasName)).toEqual([false, false, false, false]);
  expect(hasName('陈大伯')).toBe(true);
});

test('what was left empty is not sent', () => {
  const given = { words: '村口路灯坏了三盏，晚上不好走。', contactPhone: ' ', slipNumber: '', where: undefined };
  const input = { ...WHOLE, name: '陈大伯', ...filled(given) };
  expect(filled(given)).toEqual({ words: given.words, where: undefined });
  expect(enterFor.input.safeParse(input).success).toBe(true);
});
