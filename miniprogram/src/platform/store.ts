import { ProblemError } from '../../../shared/kernel/problems';
import { now, ticks } from './clock';
import { listeners } from './listeners';

/** What one call answered last, and how it stands now. A new object whenever something changes. */
export type Shown<T> = {
  data: T | undefined;
  error: Error | null;
  /** When `data` came, as `now()` has it; 0 while there is none. */
  dataUpdatedAt: number;
  fetching: boolean;
};

/** One entry of the store: a call with its input, whoever shows it. */
export type Entry<T> = {
  /** `requests.mine`: what `refresh` looks for. */
  readonly name: string;
  shown(): Shown<T>;
  /** When it was answered since the app was opened, as `ticks()` has it; 0 for what the phone kept from before. */
  answeredAt(): number;
  /** Tells after every change; returns how to stop. */
  watch(tell: () => void): () => void;
  /** Says that a screen wants this asked for, now and when something changes; returns how to stop. */
  want(): () => void;
  /** Asks. Callers that come while it is being asked share the one asking. Never rejects: `error` has it. */
  fetch(): Promise<void>;
  /** Asks anew: an answer that is on its way may be of before the change. */
  fetchAnew(): Promise<void>;
  /** Puts an answer in place of the last one. */
  put(data: T): void;
  wanted(): boolean;
};

/** What is asked for is not there for this reader, or not any more: what was seen of it before must not be seen again. */
export function isLost(error: unknown): error is ProblemError {
  return error instanceof ProblemError && [403, 404, 410].includes(error.status);
}

const entries = new Map<string, Entry<unknown>>();

type Seed<T> = { data: T; at: number } | null;

/** The entry under `key`, made on first use. `seed` is what the phone kept from an earlier day. */
export function entryOf<T>(key: string, name: string, ask: () => Promise<T>, seed: () => Seed<T>): Entry<T> {
  const known = entries.get(key) as Entry<T> | undefined;
  if (known) return known;
  const made = makeEntry(name, ask, seed());
  entries.set(key, made as Entry<unknown>);
  return made;
}

function makeEntry<T>(name: string, ask: () => Promise<T>, seed: Seed<T>): Entry<T> {
  const { tell, watch } = listeners();
  let shown: Shown<T> = { data: seed?.data, error: null, dataUpdatedAt: seed?.at ?? 0, fetching: false };
  let running: Promise<void> | null = null;
  const change = (next: Partial<Shown<T>>) => {
    shown = { ...shown, ...next };
    tell();
  };
  let answeredAt = 0;
  const put = (data: T) => {
    answeredAt = ticks();
    change({ data, error: null, dataUpdatedAt: now(), fetching: false });
  };
  const fetch = () => {
    if (running) return running;
    change({ fetching: true });
    running = ask()
      .then(put, (error: Error) => change({ error, fetching: false, ...(isLost(error) ? { data: undefined } : {}) }))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const fetchAnew = () => (running ? running.then(fetch) : fetch());
  let wants = 0;
  const want = () => {
    wants += 1;
    return () => {
      wants -= 1;
    };
  };
  return {
    name,
    shown: () => shown,
    answeredAt: () => answeredAt,
    watch,
    want,
    fetch,
    fetchAnew,
    put,
    wanted: () => wants > 0,
  };
}

/**
 * Something changed: what a screen wants is asked again, the rest is forgotten. `which` names contexts (`requests`) or procedures; everything
 * when it is left out.
 */
export async function refresh(which?: readonly string[]): Promise<void> {
  const asked: Promise<void>[] = [];
  for (const [key, entry] of entries) {
    if (which && !which.some((one) => entry.name === one || entry.name.startsWith(`${one}.`))) continue;
    if (entry.wanted()) asked.push(entry.fetchAnew());
    else entries.delete(key);
  }
  await Promise.all(asked);
}

/** Another person, or nobody: nothing of before is shown again. */
export function forgetAll(): void {
  entries.clear();
}
