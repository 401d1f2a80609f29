import type { BrowserContext } from 'playwright-core';
import type { TestClock } from '../../functions/testing/clock';
import { machineNow } from '../../functions/testing/server';

/** Moves the date of a page and nothing else. Runs inside the page, so it knows nothing from outside; called again it moves it anew. */
function moveDate(ms: number): void {
  const page = window as unknown as { dateMovedBy?: number; Date: DateConstructor };
  const isMoved = page.dateMovedBy !== undefined;
  page.dateMovedBy = ms;
  if (isMoved) return;
  const RealDate = page.Date;
  const now = () => RealDate.now() + (page.dateMovedBy ?? 0);
  page.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (_, given, as) => Reflect.construct(RealDate, given.length ? given : [now()], as),
    get: (_, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
  });
}

/**
 * From here on the date in these pages is the test's: it begins where the clock stands, goes on by itself, and follows when the clock is moved.
 * Playwright's own clock would put timers, animation frames and `performance` of its own in place of the browser's; under load they come in
 * bursts, and nobody would see what really waits for what. The browser's cache keeps the machine's time.
 */
export async function ownDate(context: BrowserContext, clock: TestClock): Promise<void> {
  const follow = async () => {
    const ms = clock.now().getTime() - machineNow();
    await context.addInitScript(moveDate, ms);
    // A page that is just being left has nobody to tell; the next one has the script.
    await Promise.all(context.pages().map((page) => page.evaluate(moveDate, ms).catch(() => undefined)));
  };
  context.once('close', clock.watch(follow));
  await follow();
}
