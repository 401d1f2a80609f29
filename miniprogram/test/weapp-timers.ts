type Run = (...given: unknown[]) => void;

/** What somebody would still call at once: React and Taro put off what they draw by as much. What waits longer waits for the person. */
const AT_ONCE_MS = 30;

/** The timers of one start of a mini-program. WeChat ends it without asking: after `stop` nothing of it runs on. */
export function openTimers() {
  /** In how many milliseconds each was to run, and what, by its number. */
  const running = new Map<number, { ms: number; run: () => void }>();
  let stopped = false;
  const start = (timer: unknown, ms: number, run: () => void = () => undefined) => {
    const number = Number(timer);
    if (stopped) clearTimeout(number);
    else running.set(number, { ms, run });
    return number;
  };
  const end = (number: number) => {
    running.delete(number);
    clearTimeout(number);
  };
  return {
    timers: {
      setTimeout: (run: Run, ms = 0, ...given: unknown[]): number => {
        const begin = () => {
          running.delete(number);
          run(...given);
        };
        const number = start(setTimeout(begin, ms), ms, begin);
        return number;
      },
      setInterval: (run: Run, ms = 0) => start(setInterval(run, ms), Number.POSITIVE_INFINITY),
      ...{ clearTimeout: end, clearInterval: end },
    },
    /** Something is about to be drawn. */
    isDrawing: () => [...running.values()].some(({ ms }) => ms <= AT_ONCE_MS),
    /** Everybody's patience is over: what was to happen later happens now. */
    lapse: () => {
      for (const [number, { ms, run }] of [...running]) {
        if (ms <= AT_ONCE_MS || ms === Number.POSITIVE_INFINITY) continue;
        clearTimeout(number);
        run();
      }
    },
    stop: () => {
      stopped = true;
      for (const number of running.keys()) end(number);
    },
  };
}
