import type { Context, Hono } from 'hono';
import { ensure } from '../../shared/kernel/problems';
import { addressOf } from './arrival';
import type { Services } from './call';
import { EVERY_ANSWER } from './headers';
import type { HtmlPage } from './html-document';
import { rateLimiter } from './rates';
import { reply } from './reply';

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
    // Whoever calls the API needs none of it.
    const { documentOf, problemPage } = await import('./html-document');
    const made = await make(c).catch((error: unknown) => problemPage(c, services, error));
    return reply(c, await documentOf(made), made.status, { ...HEADERS, ...made.headers });
  });
  return app;
}
