import type { Reply } from '../../../../../shared/kernel/procedure';
import type { words } from '../../../../../shared/voting/contract';
import { type Span, withSpan } from '../../../../../shared/voting/spans';
import { type Refusal, type State, TO_RELEASE, UNMARKED } from '../../../../../shared/voting/states';
import type { IconName } from '../../../ui/Icon';

export type Head = Omit<Reply<typeof words>, 'items' | 'next'>;
export type Item = Reply<typeof words>['items'][number];

export const TABS: Record<State, string> = { waiting: '等标', marked: '等放行', released: '放行', refused: '不放' };
export const REFUSAL_WORDS: Record<Refusal, { words: string; note: string }> = {
  abuse: { words: '骂人、造谣、广告', note: '写明为什么' },
  court: { words: '案子里的事', note: '请去法院，公开栏上也写明' },
  report: { words: '举报谁', note: '分开走，这里不再显示，部门看不到' },
};

/** What goes of it as it stands on the screen: what somebody marked, else what a machine proposes. */
export const spansOf = (item: Item, drafts: Readonly<Record<string, readonly Span[]>>): readonly Span[] =>
  drafts[item.id] ?? ((UNMARKED.includes(item.state) ? item.proposed : item.spans) as Span[]);

/** Whether something else goes than what was marked. */
const isChanged = (item: Item, spans: readonly Span[]): boolean =>
  JSON.stringify(spans.map(({ from, to, as }) => [from, to, as])) !==
  JSON.stringify(item.spans.map(({ from, to, as }) => [from, to, as]));

/** Takes out every place where these letters stand; null where they stand nowhere. */
export function takeOut(words: string, spans: readonly Span[], letters: string, as: Span['as']): Span[] | null {
  let next: Span[] | null = null;
  for (let from = words.indexOf(letters); letters && from >= 0; from = words.indexOf(letters, from + letters.length))
    next = withSpan(next ?? spans, { from, to: from + letters.length, as });
  return next;
}

/** Words in pieces: what stays, and what goes. */
export function piecesOf(words: string, spans: readonly Span[]): { text: string; span: Span | null; at: number }[] {
  const pieces: { text: string; span: Span | null; at: number }[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.from > at) pieces.push({ text: words.slice(at, span.from), span: null, at });
    pieces.push({ text: words.slice(span.from, span.to), span, at: span.from });
    at = span.to;
  }
  if (at < words.length) pieces.push({ text: words.slice(at), span: null, at });
  return pieces;
}

/** How a row looks at a glance. */
export function lookOf(
  item: Item,
  spans: readonly Span[],
): { icon: IconName; tone: 'ok' | 'wait' | 'late'; words: string } {
  if (item.refusedFor)
    return {
      icon: item.refusedFor === 'report' ? 'shield' : 'x-circle',
      tone: 'late',
      words: item.refusedFor === 'report' ? '举报，分开走' : '不放',
    };
  if (item.askedByOther) return { icon: 'alert', tone: 'late', words: '请您看' };
  if (spans.length) return { icon: 'eye-off', tone: 'wait', words: `去掉 ${spans.length} 处` };
  return { icon: 'check', tone: 'ok', words: '不用改' };
}

/** What the main key does to a row, and why not where it does nothing. */
export function mainOf(
  item: Item,
  spans: readonly Span[],
): { act: 'mark' | 'release' | null; words: string; why?: string } {
  const may = (act: string) => item.acts.includes(act);
  const marked = TO_RELEASE.includes(item.state);
  if (UNMARKED.includes(item.state) || (marked && isChanged(item, spans)))
    return { act: may('mark') ? 'mark' : null, words: '标好，请另一位放行' };
  if (marked && item.markedByMe) return { act: null, words: '放行右边这句', why: '您标的，等另一位放行。' };
  return { act: may('release') ? 'release' : null, words: '放行右边这句' };
}
