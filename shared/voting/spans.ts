import * as z from 'zod/mini';
import { isUnreadable } from '../kernel/text';

/** What may stand where something was taken out; nothing else is ever written into somebody's words. */
export const STAND_INS = ['', '有人', '窗口的人', '某村'] as const;

/** Something that is taken out of words, from one UTF-16 unit up to another, and what stands there instead. */
export const Span = z.strictObject({
  from: z.int().check(z.gte(0), z.lte(1_000)),
  to: z.int().check(z.gte(1), z.lte(1_000)),
  as: z.enum(STAND_INS),
});
export type Span = z.infer<typeof Span>;

/** Two halves of one character. */
const HALVES = /[\ud800-\udbff][\udc00-\udfff]/;

/** Whether these can be taken out of the words: each of them something, in order, none over another, and no character cut in two. */
export function spansFit(words: string, spans: readonly Span[]): boolean {
  return spans.every(({ from, to }, at) => {
    const before = spans[at - 1]?.to ?? 0;
    return before <= from && from < to && to <= words.length && isEdge(words, from) && isEdge(words, to);
  });
}

const isEdge = (words: string, at: number) => !HALVES.test(words.slice(Math.max(0, at - 1), at + 1));

/** Words as they are shown: what they were without what was taken out. */
export function withoutSpans(words: string, spans: readonly Span[]): string {
  let shown = '';
  let at = 0;
  for (const { from, to, as } of spans) {
    shown += words.slice(at, from) + as;
    at = to;
  }
  return (shown + words.slice(at)).trim();
}

/** Whether of the words themselves something is left that can be read. */
export function leavesSomething(words: string, spans: readonly Span[]): boolean {
  const left = withoutSpans(
    words,
    spans.map((span) => ({ ...span, as: '' })),
  );
  return /[\p{L}\p{N}]/u.test(left) && !isUnreadable(left);
}

/** One more taken out: those that it touches become one with it. */
export function withSpan(spans: readonly Span[], one: Span): Span[] {
  const touched = spans.filter(({ from, to }) => from < one.to && to > one.from);
  const joined = {
    ...one,
    from: Math.min(one.from, ...touched.map(({ from }) => from)),
    to: Math.max(one.to, ...touched.map(({ to }) => to)),
  };
  return [...spans.filter((span) => !touched.includes(span)), joined].sort((a, b) => a.from - b.from);
}
