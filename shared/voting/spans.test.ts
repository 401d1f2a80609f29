import fc from 'fast-check';
import { proposedSpans } from './proposals';
import { leavesSomething, type Span, STAND_INS, spansFit, withoutSpans, withSpan } from './spans';

const text = fc.string({ unit: fc.constantFrom(...'公交一天两班😀𠮷，138 0000老刘家', '\u0301'), maxLength: 100 });
const span = (length: number) =>
  fc.record({ from: fc.nat(length), to: fc.nat(length), as: fc.constantFrom(...STAND_INS) });

/** Whether letters stand in words in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}

test('what is shown is the original with something missing, and at most the fixed words between', () => {
  const cases = text.chain((words) => fc.tuple(fc.constant(words), fc.array(span(words.length + 2), { maxLength: 5 })));
  fc.assert(
    fc.property(cases, ([words, spans]) => {
      const sorted = [...spans].sort((a, b) => a.from - b.from);
      if (!spansFit(words, sorted)) return;
      const bare = sorted.map((one) => ({ ...one, as: '' as const }));
      expect(isWithin(withoutSpans(words, bare), words)).toBe(true);
      // Of every span nothing stands any more but its fixed word.
      const kept = sorted.reduce((length, { from, to, as }) => length - (to - from) + as.length, words.length);
      expect(withoutSpans(words, sorted).length).toBeLessThanOrEqual(kept);
      expect(withoutSpans(words, sorted)).toBe(withoutSpans(words, sorted).trim());
    }),
  );
});

test('one more span never lies over another, whatever was marked', () => {
  fc.assert(
    fc.property(fc.array(span(60)), (all) => {
      const spans = all.filter(({ from, to }) => from < to).reduce<Span[]>((marked, one) => withSpan(marked, one), []);
      expect(spansFit('字'.repeat(60), spans)).toBe(true);
    }),
  );
});

test('a character is never cut in two, nothing overlaps, nothing is outside', () => {
  const at = (from: number, to: number, as: Span['as'] = '') => ({ from, to, as });
  expect(spansFit('好😀好', [at(1, 3)])).toBe(true);
  expect(spansFit('好😀好', [at(1, 2)])).toBe(false);
  expect(spansFit('好😀好', [at(2, 4)])).toBe(false);
  expect(spansFit('好好好', [at(0, 2), at(1, 3)])).toBe(false);
  expect(spansFit('好好好', [at(2, 3), at(0, 1)])).toBe(false);
  expect(spansFit('好好好', [at(2, 4)])).toBe(false);
  expect(spansFit('好好好', [at(2, 2)])).toBe(false);
});

test('fixed words alone are nothing anybody said', () => {
  expect(leavesSomething('我家', [{ from: 0, to: 2, as: '有人' }])).toBe(false);
  expect(leavesSomething('我家，！', [{ from: 0, to: 2, as: '有人' }])).toBe(false);
  expect(leavesSomething('我家没水', [{ from: 0, to: 2, as: '有人' }])).toBe(true);
});

const proposed = (words: string) => withoutSpans(words, proposedSpans(words));

test.each([
  [
    '我是草坪村陈试用，公交一天两班，赶不上早上去县城看病，打 138 0000 0000 找我。',
    '，公交一天两班，赶不上早上去县城看病，打  找我。',
  ],
  ['路灯坏了三次，每次都说报上去了。', '路灯坏了三次，每次都说报上去了。'],
  ['窗口那个姓周的小姑娘态度好，就是系统老是慢。', '窗口的人态度好，就是系统老是慢。'],
  ['对门老刘家拿了两次补贴，我家一次没有。', '有人拿了两次补贴，有人一次没有。'],
  ['打一三八〇〇〇〇〇〇〇一，车牌浙H12345，住5号楼2单元301室', '打，车牌，住'],
  ['身份证３３０８２２１９９００１０１１２３Ｘ办不了', '身份证办不了'],
])('a machine proposes what goes: %j', (words, left) => expect(proposed(words)).toBe(left));

test('a mobile number is proposed however it is written', () => {
  const gap = fc.constantFrom('', ' ', '-', '－', '.', '·', '，', '　');
  const digit = fc.tuple(
    fc.nat(9),
    fc.constantFrom('0123456789', '０１２３４５６７８９', '〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖'),
  );
  const number = fc.tuple(
    fc.constantFrom('1', '１', '一', '幺'),
    fc.constantFrom('3', '５', '八'),
    fc.array(fc.tuple(gap, digit), { minLength: 9, maxLength: 9 }),
  );
  fc.assert(
    fc.property(number, ([one, two, rest]) => {
      const written = one + two + rest.map(([between, [which, signs]]) => between + [...signs][which]).join('');
      const words = `有事打${written}找我`;
      const spans = proposedSpans(words);
      expect([words, withoutSpans(words, spans)]).toEqual([words, '有事打找我']);
      expect(spansFit(words, spans)).toBe(true);
    }),
  );
});

test('whatever was written, a proposal can be taken out', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 100 })), (words) => {
      expect([words, spansFit(words, proposedSpans(words))]).toEqual([words, true]);
    }),
  );
});
