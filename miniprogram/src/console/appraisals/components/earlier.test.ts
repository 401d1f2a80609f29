import type { State } from '../../../../../shared/appraisals/states';
import type { Question } from '../../../../../shared/voting/definition';
import { ASKED } from '../../../../../shared/voting/results';
import { dotsOf, earlierOf } from './earlier';
import { measuresOf, type Published } from './shares';

const one = (id: string, state: State, follows: string | null = null) => ({ id, state, follows });

test('beside this year’s stands the last one that is published; beside one that asks again, the one it follows', () => {
  const all = [
    one('2027', 'open'),
    one('2026 again', 'published', '2026'),
    one('2026', 'published'),
    one('2025', 'closed'),
    one('2024', 'published'),
  ];
  expect(['2027', '2026 again', '2026', '2025', '2024', 'unknown'].map((id) => earlierOf(all, id))).toEqual([
    '2026',
    '2026',
    '2024',
    '2024',
    null,
    null,
  ]);
});

const speed: Question = { kind: 'rating', words: '快不快？', options: [] };
const manner: Question = { kind: 'rating', words: '态度怎么样？', options: [] };
const [good] = measuresOf(speed);
if (!good) throw new Error('a rating has measures');

type Rows = Record<string, (number | null)[]>;

/** One electorate; numbers of `station/subject/question` from 满意 on, null where one is hidden. */
function published(stations: string[], subjects: string[], questions: Question[], rows: Rows): Published {
  const counts = Object.entries(rows).flatMap(([key, row]) => {
    const [station = 0, subject = 0, question = 0] = key.split('/').map(Number);
    const place = { electorate: 'residents' as const, station, subject, question };
    const asked = {
      ...place,
      question: ASKED,
      answer: 0,
      count: row.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    };
    return [asked, ...row.flatMap((count, at) => (count === null ? [] : [{ ...place, answer: at + 1, count }]))];
  });
  const named = (ids: string[]) => ids.map((id) => ({ id, name: `${id}代表联络站`, about: '' }));
  return { stations: named(stations), subjects: named(subjects), questions, counts } as unknown as Published;
}

const now = published(['白石镇', '招贤镇', '何家乡'], ['公路', '学校'], [manner, speed], {
  '0/1/1': [6, 2, 2],
  '1/1/1': [3, null, null],
  '2/1/1': [0, 0, 0],
});
const place = { electorate: 'residents', subject: 1, question: 1 } as const;
const dots = (earlier: Published | null) =>
  dotsOf(now, place, good, earlier).map(({ name, now, before }) => [
    name,
    typeof now === 'string' ? now : now.percent,
    before?.percent ?? null,
  ]);

test('the same station, department and question are found wherever they stood then', () => {
  const then = published(['招贤镇', '白石镇'], ['学校'], [speed], { '0/0/0': [5, 5, 0], '1/0/0': [4, 6, 0] });
  expect(dots(then)).toEqual([
    ['白石镇', 60, 40],
    ['招贤镇', 'hidden', null],
    ['何家乡', 'nobody', null],
  ]);
});

test('of what is hidden now or was then, of another question and of a department that is new there is no dot', () => {
  const none = [
    ['白石镇', 60, null],
    ['招贤镇', 'hidden', null],
    ['何家乡', 'nobody', null],
  ];
  expect(dots(null)).toEqual(none);
  expect(dots(published(['白石镇'], ['学校'], [speed], { '0/0/0': [4, null, 1] }))).toEqual(none);
  expect(dots(published(['白石镇'], ['学校'], [{ ...speed, words: '快吗？' }], { '0/0/0': [4, 6, 1] }))).toEqual(none);
  expect(dots(published(['白石镇'], ['公路'], [speed], { '0/0/0': [4, 6, 1] }))).toEqual(none);
});
