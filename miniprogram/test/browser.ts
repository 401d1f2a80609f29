import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import type { TestClock } from '../../functions/testing/clock';
import { ownDate } from './browser-date';
import { HOME } from './home';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** `compact`: a page for mouse and keyboard, where 32 pixels are enough. */
export type Look = { width: number; size: 'normal' | 'elder' | 'elder-max'; dark: boolean; compact: boolean };
/** Under which name the app keeps the size of the letters. */
const SIZE = 'lianxin.size';
const AS_IT_IS: Look = { width: 375, size: 'normal', dark: false, compact: false };

/**
 * `looks`: with each check every page is looked at in these too, as far as they are said; acts are done in the first look. `keeps`: their
 * browser fetches all pages before they are asked for, and has them without a network.
 */
type Options = Partial<Look> & {
  looks?: readonly Partial<Look>[];
  place?: boolean;
  local?: boolean;
  keeps?: boolean;
};

/** What a person does in front of a browser; everything is found by what can be read. After each act the page is checked for access. */
export type Someone = {
  page: Page;
  open(path: string): Promise<void>;
  tap(words: string | RegExp): Promise<void>;
  write(words: string): Promise<void>;
  see(words: string | RegExp): Promise<void>;
  /** Nothing overflows, nothing that can be pressed is too small, and axe finds nothing. */
  check(): Promise<void>;
};

/** Longer than the time between the halves of a double tap, of which the second half does nothing. */
export const DOUBLE_TAP_MS = 400;

const HEIGHT = 812;

/** For what never comes; nothing goes on sooner or later because of it. */
const PATIENCE_MS = 90_000;

/** Where they go; what has a clock of its own is looked at with that time. */
type Server = { url: string; clock?: TestClock };

/** Somebody with a browser of their own, who is this demo person. */
export async function openSomeone(
  browser: Browser,
  { url, clock }: Server,
  person: string,
  options: Options = {},
): Promise<Someone> {
  const { place = true, local = true, keeps = false, looks = [], ...first } = options;
  const look: Look = { ...AS_IT_IS, ...first };
  const context = await browser.newContext({
    viewport: { width: look.width, height: HEIGHT },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  // What a person chose stays chosen when the page is loaded again.
  const kept: Record<string, string> = {
    'lianxin.demo-person': person,
    [SIZE]: JSON.stringify({ data: look.size }),
  };
  if (place) kept['lianxin.place.330822'] = JSON.stringify({ data: HOME });
  await context.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept))
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }, kept);
  if (!local)
    await context.route(/\/(#.*)?$/, async (route) =>
      route.fulfill({
        response: await route.fetch(),
        body: (await (await route.fetch()).text()).replace(/<script>window\.__LIANXIN_LOCAL__.*?<\/script>/, ''),
      }),
    );
  await context.addInitScript(notePresses);
  if (clock) await ownDate(context, clock);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  watch(page);
  const check = async () => {
    await checkPage(page, look);
    for (const other of looks) {
      await show(page, { ...look, ...other });
      await checkPage(page, { ...look, ...other });
    }
    if (looks.length) await show(page, look);
  };
  return {
    page,
    open: async (path) => {
      await page.goto(`${url}/#${path}`);
      await page.waitForFunction(shownIsAddressed);
    },
    tap: async (words) => {
      await readyForTap(page);
      await shown(page, words).click();
      await check();
    },
    write: async (words) => {
      await page.locator('textarea, input.weui-input').locator('visible=true').last().fill(words);
      await check();
    },
    see: async (words) => {
      await shown(page, words).waitFor();
    },
    check,
  };
}

type Pressed = Window & { pressedAt?: number };

/** In the page: when something was pressed last. Nothing in here has a name: what compiles it for `npm run pictures` keeps names by a helper that no page has. */
function notePresses(): void {
  window.addEventListener(
    'click',
    () => {
      (window as Pressed).pressedAt = performance.now();
    },
    true,
  );
}

/** Nobody reads a new page within the time of a double tap: they press again when it is over. */
export async function readyForTap(page: Page): Promise<void> {
  const since = await page.evaluate(() => performance.now() - ((window as Pressed).pressedAt ?? 0));
  if (since < DOUBLE_TAP_MS) await page.waitForTimeout(DOUBLE_TAP_MS - since);
}

/** In the page: the page of the address is the one that can be seen. The page before it stays until the next has come. */
function shownIsAddressed(): boolean {
  const path = location.hash.slice(1).split('?')[0];
  const pages = [...document.querySelectorAll('.taro_page')].filter(({ id }) => id.split('?')[0] === path);
  return pages.some((page) => page.querySelector('.root')?.getClientRects().length);
}

/** The topmost page is the last in the document; pages below it are hidden. */
function shown(page: Page, words: string | RegExp): Locator {
  return page
    .getByText(typeof words === 'string' ? words : anySpace(words), { exact: true })
    .locator('visible=true')
    .last();
}

/** A space of a pattern stands for those too that hold a number and its unit together, as Playwright has it for words. */
const anySpace = ({ source, flags }: RegExp) => new RegExp(source.replaceAll(' ', '\\s'), flags);

/** Times a page is drawn. */
const QUIET_FRAMES = 6;

/** Nothing is asked, loads or moves any more, for a few frames: between a press and its question there is a moment. */
export async function settled(page: Page): Promise<void> {
  const since = performance.now();
  for (;;) {
    // A page that is just being left has nobody to ask.
    const still = await page.evaluate(keptStill, QUIET_FRAMES).catch(() => false);
    const open = [...(asked.get(page) ?? [])];
    if (still && !open.length) return;
    if (performance.now() - since > PATIENCE_MS)
      throw new Error(`never quiet at ${page.url()}: ${open.map((request) => request.url()).join(' ') || 'it moves'}`);
  }
}

/** In the page: nothing loaded or moved while it was drawn so often. */
async function keptStill(frames: number): Promise<boolean> {
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    if (document.querySelector('[aria-busy="true"]') || document.getAnimations().length) return false;
  }
  return true;
}

/** The page as it is for another person: in a window of another width, with other letters, by night. It stays where it is. */
async function show(page: Page, { width, size, dark }: Look): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate(
    ([key, newValue]) => {
      localStorage.setItem(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    },
    [SIZE, JSON.stringify({ data: size })] as const,
  );
}

/** The questions under way. */
const asked = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('request', (request) => open.add(request));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => open.delete(request));
}

/** Pages that were found good. What is drawn alike is not looked at twice. */
const good = new Set<string>();

async function checkPage(page: Page, look: Look): Promise<void> {
  await settled(page);
  const drawn = `${JSON.stringify(look)} ${await page.evaluate(() => document.documentElement.outerHTML)}`;
  const print = createHash('sha256').update(drawn).digest('base64');
  if (good.has(print)) return;
  const smallest = look.size !== 'normal' ? 60 : look.compact ? 32 : 44;
  await haveAxe(page);
  const found = await page.evaluate(
    async ({ rules, smallest }) => {
      const run = (
        window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Violation[] }> } }
      ).axe.run;
      type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };
      const { violations } = await run(document, { runOnly: rules, resultTypes: ['violations'] });
      const boxes = [...document.querySelectorAll<HTMLElement>('.pressable')]
        .filter((element) => element.offsetParent !== null)
        .map((element) => ({ words: element.textContent?.slice(0, 20), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < smallest - 0.5 || box.height < smallest - 0.5));
      // The page, and what of it scrolls in its place.
      const pages = [...document.querySelectorAll('html, body *')].filter(
        (one) =>
          one === document.documentElement ||
          (/auto|scroll/.test(getComputedStyle(one).overflowX) &&
            one.clientWidth >= window.innerWidth * 0.9 &&
            one.clientHeight >= window.innerHeight / 2),
      );
      return {
        violations: violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
        ),
        small: boxes.map(({ words, box }) => `${words} ${Math.round(box.width)}×${Math.round(box.height)}`),
        wider: Math.max(0, ...pages.map((one) => one.scrollWidth - one.clientWidth)),
      };
    },
    { rules: RULES, smallest },
  );
  const at = { at: page.url().split('#')[1], look };
  expect({ ...at, ...found }).toEqual({
    ...at,
    violations: [],
    small: [],
    wider: 0,
  });
  good.add(print);
}

/** By the protocol of the browser: Playwright's own way takes twice as long for so long a text. Detached, it would put the network on again. */
async function haveAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
}
