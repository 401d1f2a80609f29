/** When a test begins unless it says otherwise. */
export const START = '2026-11-18T02:00:00Z'; // a Wednesday, ten in the morning in China

/** When it is mostly a bad time for what counts days: each an instant at which a `testApi` begins. */
export const ODD_DAYS = [
  '2026-12-31T02:00:00Z', // the last day whose holidays are known
  '2027-02-06T02:00:00Z', // New Year by the moon
  '2028-02-29T02:00:00Z', // a day that most years do not have
  '2026-11-29T15:59:00Z', // a minute to midnight in China, and not at all elsewhere
] as const;

/** The only time there is in a test. It stands still until it is moved; `set` and `advance` end when whoever follows it has followed. */
export type TestClock = {
  now(): Date;
  set(instant: string): Promise<void>;
  advance(ms: number): Promise<void>;
  /** Tells after every move; returns how to stop. */
  watch(tell: () => Promise<void>): () => void;
};

export function testClock(start: string): TestClock {
  let at = Date.parse(start);
  const watching = new Set<() => Promise<void>>();
  const move = async (to: number) => {
    at = to;
    await Promise.all([...watching].map((tell) => tell()));
  };
  return {
    now: () => new Date(at),
    set: (instant) => move(Date.parse(instant)),
    advance: (ms) => move(at + ms),
    watch: (tell) => {
      watching.add(tell);
      return () => watching.delete(tell);
    },
  };
}
