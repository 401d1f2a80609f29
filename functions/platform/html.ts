import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ensure } from '../../shared/kernel/problems';
import { addressOf } from './arrival';
import type { Services } from './call';
import { EVERY_ANSWER } from './headers';
import { problemOf } from './problem-reply';
import { rateLimiter } from './rates';
import { reply } from './reply';

/** What hono's `html` made of a template: what was put into it is escaped. */
type Html = ReturnType<typeof html>;

/** A page for a browser, for people who came without WeChat. It loads nothing from anywhere. */
export type HtmlPage = { status: number; title: string; body: Html; headers?: Record<string, string> };

/** Makes the page at `/c/{name}`; `name` is decoded once. */
export type Page = (services: Services, name: string) => Promise<HtmlPage>;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `${EVERY_ANSWER['content-security-policy']}; style-src 'unsafe-inline'`,
};

/**
 * Adds pages to an app, by the first segment of their path: one letter, so that a code stays small. One that could not be made says so in
 * plain words, with the number that leads to the log line. `load` gives the pages of all contexts.
 */
export function mountPages(
  app: Hono,
  load: () => Promise<Readonly<Record<string, Page>>>,
  services: Services,
  options: { rateFactor?: number } = {},
): Hono {
  const count = rateLimiter(options.rateFactor);
  const make = async (c: Context): Promise<HtmlPage> => {
    count('public', addressOf(c), services.clock());
    const page = (await load())[c.req.param('page') ?? ''];
    ensure(page, 'not_found');
    return page(services, c.req.param('name') ?? '');
  };
  app.get('/:page{[a-z]}/:name', async (c) => {
    const made = await make(c).catch((error: unknown) => problemPage(c, services, error));
    return reply(c, String(await documentOf(made)), made.status, { ...HEADERS, ...made.headers });
  });
  return app;
}

function problemPage(c: Context, { log }: Services, error: unknown): HtmlPage {
  const { body, headers } = problemOf(c, log, error);
  const { status, title, detail, number } = body;
  return { status, title, headers, body: html`<h1>${title}</h1><p>${detail}</p><p class="small">${number}</p>` };
}

function documentOf({ title, body }: HtmlPage): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · 连心站</title>
<style>
body { margin: 0 auto; padding: 24px 20px; max-width: 32em; font: 20px/1.6 sans-serif; color: #1f2328; background: #fff }
h1 { margin: 8px 0 16px; font-size: 28px; line-height: 1.35; font-weight: 600 }
ol { padding-left: 1.4em } li { margin: 8px 0 }
a { display: inline-block; padding: 12px 0; color: #0b5c5c; font-weight: 600 }
.small { color: #57606a; font-size: 18px }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #16191c } a { color: #6fd0cb } .small { color: #b0b8c0 } }
</style>
</head>
<body>
<p class="small">连心站</p>
${body}
</body>
</html>`;
}
