import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { call } from './call';
import { jurisdiction } from './county';
import { keepReply, keptReply } from './kept';
import { isAway, type RawInput } from './send';
import { type Entry, entryOf, type Shown } from './store';

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

/** What the phone kept of a call. An older package may have kept words that this one does not know: then nothing. */
function keptOf<P extends Procedure>(procedure: P, key: string) {
  const kept = keptReply<Reply<P>>(key);
  return kept && procedure.reply.safeParse(kept.data).success ? kept : null;
}

type When = { enabled?: boolean };
type Read<T> = Shown<T> & { isPending: boolean; refetch: () => Promise<void> };

function useEntry<T>(entry: Entry<T>, enabled: boolean): Read<T> {
  const shown = useSyncExternalStore(entry.watch, entry.shown);
  useEffect(() => {
    if (!enabled) return;
    if (Date.now() - entry.answeredAt() > FRESH_MS) void entry.fetch();
    return entry.want();
  }, [entry, enabled]);
  return { ...shown, isPending: shown.data === undefined && shown.error === null, refetch: entry.fetch };
}

/**
 * What a screen reads. The last reply stays on the phone: without a network `data` is that one and `dataUpdatedAt` says how old it is.
 * `enabled: false` until there is something to ask for.
 */
export function useCall<P extends Procedure>(procedure: P, input: RawInput<P>, { enabled = true }: When = {}) {
  const key = JSON.stringify([procedure.name, jurisdiction(), input]);
  const ask = async () => {
    const reply = await askTwice(() => call(procedure, input));
    keepReply(key, reply);
    return reply;
  };
  return useEntry(
    entryOf<Reply<P>>(key, procedure.name, ask, () => keptOf(procedure, key)),
    enabled,
  );
}

type Page = { items: unknown[]; next: string | null };
type PagedProcedure = Procedure & { reply: { _zod: { output: Page } } };
type Item<P extends PagedProcedure> = Reply<P>['items'][number];

/** A list that grows by pages. `items` are all rows so far; without a network those of the first page, as they were last seen. */
export function usePages<P extends PagedProcedure>(procedure: P, input: RawInput<P>, { enabled = true }: When = {}) {
  const key = JSON.stringify([procedure.name, jurisdiction(), input]);
  const pageAt = (cursor: string | null) =>
    askTwice(() => call(procedure, { ...(input as object), ...(cursor ? { cursor } : {}) } as RawInput<P>));
  const askFirst = async () => {
    const first = (await pageAt(null)) as Page;
    keepReply(key, first);
    return [first];
  };
  const seed = () => {
    const kept = keptOf(procedure, key);
    return kept && { at: kept.at, data: [kept.data as Page] };
  };
  // Not the key of `useCall`, which may ask the same: what is under it has another shape.
  const entry = entryOf<Page[]>(`${key} pages`, procedure.name, askFirst, seed);
  const read = useEntry(entry, enabled);
  const [more, setMore] = useState(false);
  const pages = read.data ?? [];
  const next = pages[pages.length - 1]?.next ?? null;
  const fetchNextPage = async () => {
    if (!next || more) return;
    setMore(true);
    try {
      entry.put([...pages, (await pageAt(next)) as Page]);
    } catch {
      // The button is still there to be pressed again.
    } finally {
      setMore(false);
    }
  };
  const items = pages.flatMap((page) => page.items) as Item<P>[];
  return { ...read, items, hasNextPage: next !== null, isFetchingNextPage: more, fetchNextPage };
}
