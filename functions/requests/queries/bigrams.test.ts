import fc from 'fast-check';
import { bigramQuery, bigramsOf, searchForm } from './bigrams';

test('pairs of neighbouring characters, the last of a run alone, words of letters and digits whole', () => {
  expect(bigramsOf('路灯坏了。三盏')).toEqual(['路灯', '灯坏', '坏了', '了', '三盏', '盏']);
  expect(bigramsOf('Ｇ60高速abc')).toEqual(['g60', '高速', '速', 'abc']);
  expect(bigramsOf('灯灯灯')).toEqual(['灯灯', '灯']);
  expect(bigramsOf('。，！')).toEqual([]);
});

test('a question asks for every pair; one character for every pair it begins', () => {
  expect(bigramQuery('路灯坏')).toBe("'路灯' & '灯坏'");
  expect(bigramQuery('水')).toBe("'水':*");
  expect(bigramQuery('G6 路')).toBe("'g6':* & '路':*");
  expect(bigramQuery('？！')).toBeNull();
  expect(bigramQuery("'; drop")).toBe("'drop':*");
});

test('whatever stands in a text in a row is asked for with pairs the text has', () => {
  const letter = fc.constantFrom(...'路灯坏了水渠𠮷㛃aB1 ，\n');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (letters, from, length) => {
      const start = from % letters.length;
      const part = letters.slice(start, start + 1 + (length % 6)).join('');
      const grams = bigramsOf(letters.join(''));
      const terms = [...(bigramQuery(part) ?? '').matchAll(/'([^']*)'(:\*)?/g)];
      for (const [, term = '', prefix] of terms) {
        // A cut word of letters is found only from its beginning on; that is how words are.
        if (!/^\p{Script=Han}/u.test(term)) continue;
        expect(prefix ? grams.some((gram) => gram.startsWith(term)) : grams.includes(term)).toBe(true);
      }
    }),
  );
  expect(searchForm('ＡＢ')).toBe('ab');
  expect(bigramsOf('葛\u{e0100}市')).toEqual(['葛市', '市']);
});
