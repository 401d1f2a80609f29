import { type Month, monthOf, monthsLater } from '../../../../../shared/kernel/months';
import type { Reply } from '../../../../../shared/kernel/procedure';
import type { dashboard, Figures } from '../../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { together } from '../../../platform/say';
import { shortPlace } from '../../ui/names';
import { CONSOLE_PAGES } from '../../ui/pages';
import { addressOf } from '../../ui/useAddress';

export type Dashboard = Reply<typeof dashboard>;

/** The parts of what came, that are on no other: in the order of their bars. */
export const PARTS = [
  { part: 'confirmed', words: '居民说解决了', of: ({ solved, partly }: Figures) => solved + partly },
  { part: 'waiting', words: '等居民说', of: ({ asked, answered }: Figures) => asked + answered },
  { part: 'open', words: '在办', of: ({ underWay, late }: Figures) => underWay - late },
  { part: 'late', words: '超时', of: ({ late }: Figures) => late },
  {
    part: 'away',
    words: '没等到回音、撤回、另有去处',
    of: ({ lapsed, withdrawn, diverted }: Figures) => lapsed + withdrawn + diverted,
  },
] as const;

/** A line of a figure, with what a list is asked for to hold just these. */
export type Line = { key: string; name: string; figures: Figures; filter: Record<string, string | null | undefined> };

/** The lines of the three tables, in the order of their lists: nothing is sorted by a figure. */
export function linesOf(shown: Dashboard, chosen: { station?: string; category?: string }) {
  const { from, to, placesAre } = shown;
  const base = { from, to, ...chosen };
  const places = shown.places.map(({ id, name, figures }) => ({
    key: id ?? 'none',
    name: shortPlace(name),
    figures,
    // Of what has no station there is no list of its own.
    filter: id === null ? {} : { ...base, [placesAre === 'villages' ? 'village' : 'station']: id },
  }));
  return {
    categories: shown.categories.map(({ category, figures }) => ({
      key: category,
      // What belongs to it is said where one chooses.
      name: CATEGORY_NAMES[category].split('：')[0] ?? '',
      figures,
      filter: { ...base, category },
    })),
    places,
    months: shown.months.map(({ month, figures }) => ({
      key: month,
      name: sayMonth(month, monthOf(shown.today)),
      figures,
      filter: { ...base, from: month, to: month },
    })),
  };
}

/** The list that holds what a figure counts. */
export function listOf(box: string, filter: Line['filter']): string {
  return addressOf(CONSOLE_PAGES.worklist, { box, ...filter });
}

/** `11 月`, with its year where it is another. */
function sayMonth(month: Month, current: Month): string {
  const words = `${Number(month.slice(5))} 月`;
  return together(month.slice(0, 4) === current.slice(0, 4) ? words : `${month.slice(0, 4)} 年 ${words}`);
}

/** The times one can choose. */
export function spansOf(current: Month): { value: string; words: string }[] {
  const year = current.slice(0, 4);
  const before = String(Number(year) - 1);
  const span = (from: Month, to: Month, words: string) => ({ value: `${from}..${to}`, words });
  const spans = [
    span(`${year}-01`, current, '今年收到的'),
    span(current, current, '这个月收到的'),
    span(monthsLater(current, -1), monthsLater(current, -1), '上个月收到的'),
    span(monthsLater(current, -11), current, '十二个月里收到的'),
    span(`${before}-01`, `${before}-12`, '去年收到的'),
  ];
  // In January this year is this month, in December the last twelve months are this year.
  return spans.filter(({ value }, at) => spans.findIndex((one) => one.value === value) === at);
}

/** `1 284`: thousands stand apart. */
export function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

export function sayParts(figures: Figures): string {
  return PARTS.map(({ words, of }) => `${words} ${of(figures)}`).join('，');
}

export function sayDays({ median, p90 }: Pick<Figures, 'median' | 'p90'>): string {
  return median === null ? '还没有答过的' : `一半 ${median} 天，九成 ${p90} 天`;
}
