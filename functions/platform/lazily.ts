/** Loads once, when first asked; a load that failed is tried again by the next who asks, so one bad second poisons nothing. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

type Calls = Record<string, (...input: never[]) => Promise<unknown>>;

/** What can be called, all of it asynchronous, before it is loaded: the first call loads it. `names` are its calls. */
export function loadedByCall<T extends Calls>(names: Record<keyof T, true>, load: () => Promise<T>): T {
  const loaded = lazily(load);
  const calls = Object.keys(names).map((name) => [
    name,
    async (...input: never[]) => (await loaded())[name]?.(...input),
  ]);
  return Object.fromEntries(calls);
}
