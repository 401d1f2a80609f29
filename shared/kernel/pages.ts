import * as z from 'zod/mini';

/** Rows a page. Fixed: a phone shows about six at a time, and one size keeps one query plan. */
export const PAGE_SIZE = 20;

/** Where the next page starts (keyset); opaque to the phone. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/, '请回到开头再看。'));

/** A page of `item`; `next` is null on the last one. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(Cursor) });
}
