import fc from 'fast-check';
import { bigramQuery, bigramsOf, searchForm, searchTerms } from './bigrams';

const queryOf = (words: string) => bigramQuery(searchTerms(words));

test('pairs of neighbouring characters of the form, and the last one alone', () => {
  expect(bigramsOf(searchForm('路灯坏了。三盏'))).toEqual(['路灯', '灯坏', '坏了', '了三', '三盏', '盏']);
  expect(bigramsOf(searchForm('Ｇ60高速abc'))).toEqual(['g6', '60', '0高', '高速', '速a', 'ab', 'bc', 'c']);
  expect(bigramsOf(searchForm('灯灯灯'))).toEqual(['灯灯', '灯']);
  expect(bigramsOf(searchForm('。，！'))).toEqual([]);
});

test('a question asks for every pair of its words; one character for every pair it begins', () => {
  expect(queryOf('路灯坏')).toBe("'路灯' & '灯坏'");
  expect(queryOf('水')).toBe("'水':*");
  expect(queryOf('G6 路')).toBe("'g6' & '路':*");
  expect(queryOf('路灯　老人')).toBe("'路灯' & '老人'");
  expect(queryOf('？！')).toBeNull();
  expect(queryOf("'; drop")).toBe("'dr' & 'ro' & 'op'");
});

test('one form, whatever stands between, however wide, tall or drawn it is', () => {
  expect(searchForm('5 号楼，Ａb－1')).toBe('5号楼ab1');
  expect(searchForm('ＡＢ')).toBe('ab');
  expect(searchForm('葛\u{e0100}市')).toBe('葛市');
  expect(searchTerms(' 5号楼、５号楼  路灯')).toEqual(['5号楼', '路灯']);
});

test('whatever stands in a text is asked for with pairs the text has, digits inside a word too', () => {
  const letter = fc.constantFrom(...'路灯坏了水渠𠮷㛃aB1 ，\n');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (letters, from, length) => {
      const start = from % letters.length;
      const part = letters.slice(start, start + 1 + (length % 6)).join('');
      const grams = bigramsOf(searchForm(letters.join('')));
      for (const [, term = '', prefix] of (queryOf(part) ?? '').matchAll(/'([^']*)'(:\*)?/g))
        expect(prefix ? grams.some((gram) => gram.startsWith(term)) : grams.includes(term)).toBe(true);
    }),
  );
});
