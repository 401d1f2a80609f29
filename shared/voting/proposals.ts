import { personalSpans, SURNAME } from '../kernel/personal';
import { type Span, withSpan } from './spans';

const PEOPLE = '小姑娘|姑娘|小伙子|小伙|女的|男的|大姐|大哥|阿姨|师傅|同志|工作人员|人';

/** By what one hears in a village who it is, and what may stand there instead. */
const HEARD: [RegExp, Span['as']][] = [
  [new RegExp(`窗口(?:那个|的|那位|上的)?姓?${SURNAME}(?:的)?(?:${PEOPLE})`, 'gu'), '窗口的人'],
  [new RegExp(`姓${SURNAME}(?:的)?(?:${PEOPLE})?`, 'gu'), '有人'],
  [new RegExp(`(?:对门|隔壁|楼上|楼下|后门|邻居)(?:的)?[老小]?${SURNAME}\\p{Script=Han}{0,2}?家`, 'gu'), '有人'],
  [/(?:对门|隔壁|楼上|楼下|邻居)(?:那|的)?(?:一?家|人家|户)?/gu, '有人'],
  [/(?:\p{Script=Han}{2,4}?(?=就))?(?:就|只有|独独)?我们?家/gu, '有人'],
  [/(?:独一户|只有一户|唯一一户)/gu, ''],
  [/(?:我是|我叫|本人是?)\p{Script=Han}{1,5}村(?:的)?\p{Script=Han}{2,3}(?=[，。、,.\s]|$)/gu, ''],
];

/** What a machine proposes to take out; two people decide. Never over one another, and in order. */
export function proposedSpans(words: string): Span[] {
  const spans: Span[] = [];
  const add = (span: Span) => {
    if (!spans.some(({ from, to }) => from < span.to && to > span.from)) spans.push(span);
  };
  for (const [pattern, as] of HEARD)
    for (const { index, 0: found } of words.matchAll(pattern)) add({ from: index, to: index + found.length, as });
  return personalSpans(words).reduce<Span[]>(
    (all, { kind, from, to }) => withSpan(all, { from, to, as: kind === 'name' ? '有人' : '' }),
    spans.sort((a, b) => a.from - b.from),
  );
}
