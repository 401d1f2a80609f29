import { isBlank, readSheets } from './ballot';
import type { Definition } from './definition';

const subject = (id: string) => ({ id, name: id, about: '' });
const definition = {
  subjects: ['a', 'b', 'c'].map(subject),
  questions: [
    { kind: 'rating', words: '态度', options: [] },
    { kind: 'choice', words: '几次', options: ['一次', '几次'] },
    { kind: 'words', words: '想说', options: [] },
  ],
} as unknown as Definition;
const asked = ['c', 'a'].map(subject);

test('sheets stand in the order of the roll, and what was left out is blank', () => {
  expect(readSheets(definition, asked, [{ subject: 'c', answers: '42' }])).toEqual([
    { subject: 'a', answers: '00' },
    { subject: 'c', answers: '42' },
  ]);
  expect(readSheets(definition, asked, [])).toEqual([
    { subject: 'a', answers: '00' },
    { subject: 'c', answers: '00' },
  ]);
});

test.each([
  ['about what was not asked', [{ subject: 'b', answers: '11' }]],
  ['twice about the same', [1, 2].map(() => ({ subject: 'a', answers: '11' }))],
  ['an answer there is none of', [{ subject: 'a', answers: '51' }]],
  ['an answer of another question', [{ subject: 'a', answers: '13' }]],
  ['too few', [{ subject: 'a', answers: '1' }]],
  ['too many', [{ subject: 'a', answers: '111' }]],
])('%s is refused', (_, sheets) => {
  expect(readSheets(definition, asked, sheets)).toBeNull();
});

test('words are refused where nobody asked for them', () => {
  const silent = { ...definition, questions: definition.questions.slice(0, 2) };
  expect(readSheets(silent, asked, [{ subject: 'a', answers: '11', words: '路坏了' }])).toBeNull();
  expect(readSheets(definition, asked, [{ subject: 'a', answers: '11', words: '路坏了' }])).not.toBeNull();
});

test('blank is where nothing was said at all', () => {
  expect(isBlank([{ subject: 'a', answers: '00' }])).toBe(true);
  expect(isBlank([{ subject: 'a', answers: '04' }])).toBe(false);
  expect(isBlank([{ subject: 'a', answers: '00', words: '路坏了' }])).toBe(false);
});
