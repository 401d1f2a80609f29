import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { call } from './call';
import { ticks } from './clock';
import { jurisdiction } from './county';
import { forgetKept, forgetReply, keepReply, keptReply } from './kept';
import { isAway, type RawInput } from './send';
import { type Entry, entryOf, isLost, type Shown } from './store';

// Parts of one screen that show the same ask once; every screen that opens asks anew.
const FRESH_MS = 500;
const PAUSE_MS = 1_000;

async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isAway(error)) throw error;
    await new Promise((passed) => setTimeout(passed, PAUSE_MS));
    return ask();
  }
}

/** How a reply is known to be one. */
type Shape = Pick<Procedure['reply'], 'safeParse'>;

/** What the phone kept of a call. An older package may have kept words that this one does not know: then nothing. */
function keptOf<T>(shape: Shape, key: string) {
  const kept = keptReply<T>(key);
  return kept && shape.safeParse(kept.data).success ? kept : null;
}

/** Asks, and keeps the answer on the phone. Where it says that the reader may not see it, the phone has no copy either; of nothing, where it is a right that is gone. */
async function askAndKeep<T>(key: string, ask: () => Promise<T>): Promise<T> {
  try {
    const reply = await askTwice(ask);
    keepReply(key, reply);
    return reply;
  } catch (error) {
    if (isLost(error)) forgetReply(key);
    if (isLost(error) && error.code === 'not_allowed') forgetKept();
    throw error;
  }
}

/** Under what the reply to a call is kept on the phone. */
function keyOf<P extends Procedure>(procedure: P, input: RawInput<P>): string {
  return JSON.stringify([procedure.name, jurisdiction(), input]);
}

type When = { enabled?: boolean };
type Read<T> = Shown<T> & { isPending: boolean; refetch: () => Promise<void> };

function useEntry<T>(entry: Entry<T>, enabled: boolean): Read<T> {
  const shown = useSyncExternalStore(entry.watch, entry.shown);
  useEffect(() => {
    if (!enabled) return;
    if (ticks() - entry.answeredAt() > FRESH_MS) void entry.fetch();
    return entry.want();
  }, [entry, enabled]);
  return { ...shown, isPending: shown.data === undefined && shown.error === null, refetch: entry.fetch };
}

/**
 * What a screen reads. The last reply stays on the phone: without a network `data` is that one and `dataUpdatedAt` says how old it is.
 * `enabled: false` until there is something to ask for.
 */
export function useCall<P extends Procedure>(procedure: P, input: RawInput<P>, { enabled = true }: When = {}) {
  return useKept<Reply<P>>(keyOf(procedure, input), procedure, () => call(procedure, input), { enabled });
}

/** The same of what is asked in another way; `key` is where it is kept. */
export function useKept<T>(
  key: string,
  { name, reply }: { name: string; reply: Shape },
  ask: () => Promise<T>,
  { enabled = true }: When = {},
): Read<T> {
  return useEntry(
    entryOf<T>(
      key,
      name,
      () => askAndKeep(key, ask),
      () => keptOf<T>(reply, key),
    ),
    enabled,
  );
}

type Page = { items: unknown[]; next: string | null };
type PagedProcedure = Procedure & { reply: { _zod: { output: Page } } };
type Item<P extends PagedProcedure> = Reply<P>['items'][number];

/** How many pages of a list somebody opened: asked anew it is as long as it was, and who goes back finds the row they came from. */
const opened = new Map<string, number>();

const nextOf = (pages: readonly Page[]): string | null => pages[pages.length - 1]?.next ?? null;

/** A list that grows by pages. `items` are all rows so far; without a network those of the first page, as they were last seen, unless
 * nothing of it may be `keep`t on this machine. `head` is what the first page says besides. */
export function usePages<P extends PagedProcedure>(
  procedure: P,
  input: RawInput<P>,
  { enabled = true, keep = true }: When & { keep?: boolean } = {},
) {
  const key = keyOf(procedure, input);
  const pageAt = (cursor: string | null) =>
    call(procedure, { ...(input as object), ...(cursor ? { cursor } : {}) } as RawInput<P>) as Promise<Page>;
  const askPages = async () => {
    const pages = [keep ? await askAndKeep(key, () => pageAt(null)) : await askTwice(() => pageAt(null))];
    for (let next = nextOf(pages); next && pages.length < (opened.get(key) ?? 1); next = nextOf(pages))
      pages.push(await askTwice(() => pageAt(next)));
    return pages;
  };
  const seed = () => {
    const kept = keptOf<Page>(procedure.reply, key);
    return kept && { at: kept.at, data: [kept.data] };
  };
  // Not the key of `useCall`, which may ask the same: what is under it has another shape.
  const entry = entryOf<Page[]>(`${key} pages`, procedure.name, askPages, seed);
  const read = useEntry(entry, enabled);
  const [more, setMore] = useState(false);
  const pages = read.data ?? [];
  const next = nextOf(pages);
  const fetchNextPage = async () => {
    if (!next || more) return;
    setMore(true);
    try {
      const page = await askTwice(() => pageAt(next));
      opened.set(key, pages.length + 1);
      entry.put([...pages, page]);
    } catch {
      // The button is still there to be pressed again.
    } finally {
      setMore(false);
    }
  };
  const items = pages.flatMap((page) => page.items) as Item<P>[];
  return {
    ...read,
    items,
    head: pages[0] as Reply<P> | undefined,
    hasNextPage: next !== null,
    isFetchingNextPage: more,
    fetchNextPage,
  };
}
