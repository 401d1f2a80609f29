import type { Definition } from '../../../shared/voting/definition';
import { ASKED, COUNTY, type Count } from '../../../shared/voting/results';
import { reportOf, type Source } from './model';

const definition = {
  title: '2026 年度部门评议',
  electorates: ['residents'],
  roll: { residents: 100 },
  subjects: ['县教育局', '县水利局'].map((name) => ({ id: name, name, about: '' })),
  stations: [{ id: 's0', name: '白石镇代表联络站' }],
  questions: [
    { kind: 'rating', words: '态度', options: [] },
    { kind: 'choice', words: '最想它改什么', options: ['快一点', '近一点'] },
  ],
  asks: null,
  threshold: 5,
} as unknown as Definition;

const cell = (subject: number, question: number, answer: number, count: number): Count => ({
  electorate: 'residents',
  station: COUNTY,
  subject,
  question,
  answer,
  count,
});

/** What the fifth section says of these numbers of 县教育局; those of 县水利局 are all there. */
function hiddenSection(of: readonly Count[]) {
  const all = (subject: number) => [
    cell(subject, ASKED, 0, 20),
    ...[0, 8, 6, 6, 0].map((count, answer) => cell(subject, 0, answer, count)),
    ...[0, 10, 10].map((count, answer) => cell(subject, 1, answer, count)),
  ];
  const missing = new Set(of.map(({ question, answer }) => `${question} ${answer}`));
  const counts = [...all(0).filter(({ question, answer }) => !missing.has(`${question} ${answer}`)), ...all(1)];
  const source = {
    definition,
    counts,
    ballots: { residents: { phone: 20, paper: 0, blank: 0 } },
    numbers: undefined,
    stationNumbers: [],
    root: '',
    publishedOn: '2026-12-01',
    countyName: '常山县',
    station: COUNTY,
    turnout: [],
    body: { meetingOn: null, answerBy: null, postOn: null, minutes: null, topics: [], asks: [] },
    said: null,
  } as unknown as Source;
  return reportOf(source).sections.find(({ id }) => id === 'hidden')?.blocks;
}

test.each([
  ['不满意', cell(0, 0, 3, 0)],
  ['没填', cell(0, 0, 0, 0)],
  ['an answer of a choice', cell(0, 1, 2, 0)],
])('a department of which %s alone is hidden is named', (_, missing) => {
  expect(hiddenSection([missing])?.[0]).toMatchObject({ rows: [{ cells: ['居民', '1 个部门', '县教育局'] }] });
});

test('where everything is shown it says so', () => {
  const nothing = [{ kind: 'text', words: '都公布了，没有藏的。' }];
  expect(hiddenSection([])).toEqual(nothing);
});
