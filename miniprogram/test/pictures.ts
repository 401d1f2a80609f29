import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { COUNTY } from '../../functions/local/seed/county';
import { openTestPhone } from '../../functions/testing/phone';
import { grant, invite, openQrSignIn, signIn } from '../../shared/identity/contract';
import { openSomeone, readyForTap, settled } from './browser';
import { openChromium } from './chromium';
import { type Act, type Known, type Screen, screens } from './screens';

const ROOT = resolve(__dirname, '../..');
const TO = join(ROOT, 'dist/pictures');
/** A screen that does not come in this time is told at the end; the others are drawn. */
const PATIENCE_MS = 15_000;

type Look = { width: number; size: 'normal' | 'elder'; dark: boolean };
const LOOKS: Record<string, Look> = Object.fromEntries(
  [375, 1280].flatMap((width) => [
    [`${width}`, { width, size: 'normal', dark: false }],
    [`${width}-elder`, { width, size: 'elder', dark: false }],
    [`${width}-dark`, { width, size: 'normal', dark: true }],
  ]),
);

/** Screens that follow one another on a page are drawn together: all of them where one's name begins with what is wanted. */
function wantedOf(all: readonly Screen[], beginnings: readonly string[]): Screen[] {
  if (!beginnings.length) return [...all];
  const pages: Screen[][] = [];
  for (const screen of all) {
    if (screen.path || !pages.length) pages.push([]);
    pages.at(-1)?.push(screen);
  }
  return pages.filter((page) => page.some(({ name }) => beginnings.some((one) => name.startsWith(one)))).flat();
}

type Wanted = { url: string; name: string; look: Look; beginnings: readonly string[] };

/** @returns what could not be drawn, and why */
async function draw(browser: Browser, { url, name, look, beginnings }: Wanted): Promise<string[]> {
  mkdirSync(join(TO, name), { recursive: true });
  const failed: string[] = [];
  let page: Page | undefined;
  for (const screen of wantedOf(screens(await knownOf(url)), beginnings)) {
    if (screen.only && screen.only !== look.size) continue;
    if (screen.path) await page?.context().close();
    try {
      page = screen.path ? await open(browser, url, screen, look) : page;
      if (!page) throw new Error('it follows nothing');
      for (const act of screen.acts ?? []) await done(page, act);
      await settled(page);
      await take(page, join(TO, name, `${screen.name}.png`));
    } catch (error) {
      failed.push(`${name}/${screen.name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  await page?.context().close();
  return failed;
}

const AWAY = { code: 'database_away', number: 'L-503-8K2M' };

async function open(browser: Browser, url: string, screen: Screen, look: Look): Promise<Page> {
  const { person, path = '', place = true, local = true, answers } = screen;
  const someone = await openSomeone(browser, { url }, person, { ...look, place, local });
  const { page } = someone;
  page.setDefaultTimeout(PATIENCE_MS);
  if (answers)
    await page.route('**/{api,stand-in}/**', (route) =>
      answers === 'not'
        ? route.abort('internetdisconnected')
        : route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(AWAY) }),
    );
  await someone.open(path);
  return page;
}

async function done(page: Page, act: Act): Promise<void> {
  await settled(page);
  await readyForTap(page);
  if (typeof act === 'function') await act(page);
  else
    await page
      .getByText(act, { exact: typeof act === 'string' })
      .locator('visible=true')
      .last()
      .click();
}

async function knownOf(url: string): Promise<Known> {
  const admin = openTestPhone(url, COUNTY);
  const { code: desk } = await admin.call(openQrSignIn, {});
  const login = await fetch(`${url}/stand-in/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'admin' }),
  });
  const { code } = (await login.json()) as { code: string };
  admin.token = (await admin.call(signIn, { code })).accessToken;
  const { id } = await admin.call(grant, { role: 'admin', name: '温示例', reason: '主任交代的' });
  return { desk, invitation: (await admin.call(invite, { id })).code };
}

/** All of a page, however long: it scrolls inside the window. */
async function take(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const whole = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map((each) => each.scrollHeight)),
  );
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

/** `npm start` on a directory of its own. */
async function serve(): Promise<{ url: string; stop(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'lianxin-pictures-'));
  const server = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'functions/local/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LIANXIN_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((exited) => server.once('exit', () => exited()));
  const url = await new Promise<string>((ready, failed) => {
    server.stdout.on('data', (said: Buffer) => {
      const found = /ready (http\S+)/.exec(String(said))?.[1];
      if (found) ready(found);
    });
    void gone.then(() => failed(new Error('npm start ended before it was ready')));
  });
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * `npm run pictures`: every screen at two widths, as it is, in 长辈版 and dark, into `dist/pictures`; with names of looks, those alone, and
 * with beginnings of screens' names (`-- 375-dark 40 43-results`), those alone. Each look has a server of its own, because on the way
 * something is sent.
 */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const [wanted, beginnings] = [asked.filter((one) => one in LOOKS), asked.filter((one) => !(one in LOOKS))];
  const browser = await openChromium();
  const failed: string[] = [];
  try {
    for (const [name, look] of Object.entries(LOOKS)) {
      if (wanted.length && !wanted.includes(name)) continue;
      const server = await serve();
      try {
        failed.push(...(await draw(browser, { url: server.url, name, look, beginnings })));
      } finally {
        await server.stop();
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${TO}\n`);
  if (failed.length) throw new Error(failed.join('\n'));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
