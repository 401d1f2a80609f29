import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openSomeone, settled } from './browser';
import { openChromium } from './chromium';

const ROOT = resolve(__dirname, '../..');
const TO = join(ROOT, 'dist/pictures');
const VILLAGE = '330822104219';

type Look = { width: number; size: 'normal' | 'elder'; dark: boolean };
const LOOKS: Record<string, Look> = Object.fromEntries(
  [375, 1280].flatMap((width) => [
    [`${width}`, { width, size: 'normal', dark: false }],
    [`${width}-elder`, { width, size: 'elder', dark: false }],
    [`${width}-dark`, { width, size: 'normal', dark: true }],
  ]),
);

/** What is done before the picture: words that are tapped, or `✎` and words that are written. */
type Screen = { name: string; person: string; path?: string; acts?: string[]; place?: false };

const WORDS = '✎卫生室门口的路灯不亮，晚上去配药看不见台阶。';

/** In the order of the journey. One without a path goes on from the one before. */
function screens(xu: string, mao: string): Screen[] {
  return [
    { name: '01-home-first', person: 'xin', path: '/pages/home/index', place: false },
    { name: '01-home', person: 'chen', path: '/pages/home/index' },
    { name: '02-place', person: 'chen', path: '/directory/pages/place/index', acts: ['白石镇', '草坪村'] },
    { name: '03-deputy', person: 'chen', path: `/directory/pages/deputy/index?id=${xu}` },
    { name: '03-code-unknown', person: 'chen', path: '/directory/pages/code/index?scene=330822-0000000000' },
    { name: '04a-words', person: 'xin', path: `/requests/pages/write/index?deputy=${xu}`, acts: [WORDS] },
    { name: '04b-place', person: 'xin', acts: ['下一步'] },
    { name: '04c-kind', person: 'xin', acts: ['下一步', '路、桥、路灯'] },
    { name: '04d-who', person: 'xin', acts: ['下一步'] },
    { name: '04e-check', person: 'xin', acts: ['看一遍，再送出'] },
    {
      name: '04f-sent',
      person: 'lin',
      path: `/requests/pages/write/index?deputy=${mao}`,
      acts: [WORDS, '下一步', '下一步', '路、桥、路灯', '下一步', '看一遍，再送出', '送给毛代表'],
    },
    { name: '05a-follow', person: 'chen', path: '/pages/mine/index', acts: ['村口到文化礼堂这段路'] },
    { name: '05b-answered', person: 'chen', path: '/pages/mine/index', acts: ['去看答复'] },
    { name: '06-mine', person: 'chen', path: '/pages/mine/index' },
    { name: '06-mine-empty', person: 'xin', path: '/pages/mine/index' },
    { name: '07-messages', person: 'chen', path: '/notifications/pages/list/index' },
    { name: '10-inbox', person: 'xu', path: '/pages/mine/index' },
    { name: '10-matter', person: 'xu', path: '/pages/mine/index', acts: ['卫生室周末没人'] },
    { name: '10-answer', person: 'xu', acts: ['回话'] },
    { name: '11-me', person: 'chen', path: '/pages/me/index' },
    { name: '11-my-code', person: 'xu', path: '/identity/pages/code/index' },
    { name: '11-about', person: 'chen', path: '/identity/pages/about/index' },
  ];
}

async function picture(browser: Browser, url: string, list: Screen[], name: string, look: Look): Promise<void> {
  mkdirSync(join(TO, name), { recursive: true });
  let page: Page | undefined;
  for (const { name: screen, person, path, acts = [], place } of list) {
    if (path) {
      await page?.context().close();
      const someone = await openSomeone(browser, url, person, { ...look, place: place ?? true });
      await someone.open(path);
      page = someone.page;
    }
    if (!page) throw new Error(`${screen} follows nothing`);
    for (const words of acts) await act(page, words);
    await settled(page);
    await take(page, join(TO, name, `${screen}.png`));
  }
  await page?.context().close();
}

async function act(page: Page, words: string): Promise<void> {
  await settled(page);
  if (words.startsWith('✎')) return page.locator('textarea').locator('visible=true').last().fill(words.slice(1));
  await page.getByText(words, { exact: true }).locator('visible=true').last().click();
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

/** `npm run pictures`: every screen of the journey at two widths, as it is, in 长辈版 and dark, into `dist/pictures`. */
async function main(): Promise<void> {
  const server = await serve();
  const browser = await openChromium();
  try {
    const found = await fetch(`${server.url}/api/330822/directory/villages/${VILLAGE}/deputies`);
    const { deputies } = (await found.json()) as { deputies: { id: string; name: string }[] };
    const idOf = (name: string) => deputies.find((deputy) => deputy.name === name)?.id ?? '';
    const list = screens(idOf('徐示例'), idOf('毛范例'));
    for (const [name, look] of Object.entries(LOOKS)) await picture(browser, server.url, list, name, look);
    process.stdout.write(`${TO}\n`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
