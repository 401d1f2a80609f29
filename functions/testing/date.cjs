/**
 * Moves the date of this process by `LIANXIN_DATE_MOVED_MS` and nothing else: timers run as they did. Tests own their time, so what reads the
 * process's date by mistake must be wrong on every day, not on some day to come. Jest loads it in each test file, Node in each process a
 * test starts (`setup.ts`).
 */
const moved = Number(process.env.LIANXIN_DATE_MOVED_MS ?? 0);
const RealDate = globalThis.Date;
const now = () => RealDate.now() + moved;

if (moved)
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (_, given, as) => Reflect.construct(RealDate, given.length ? given : [now()], as),
    get: (_, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
  });
