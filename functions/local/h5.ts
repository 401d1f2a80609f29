import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { demoStanding } from './seed/boundaries';
import { DEMO_PEOPLE } from './seed/people';

/**
 * The built pages. Into `index.html` go the demo people of the stand-in and a place in the demo county: only this server does that, so
 * only here one can switch, or stand where one is not.
 */
export function h5Pages(directory: string): Hono {
  const app = new Hono();
  const people = DEMO_PEOPLE.map(({ key, label, known }) => ({ key, label, known }));
  const local = `<script>window.__LIANXIN_LOCAL__=${JSON.stringify({ people, standing: demoStanding() })}</script>`;
  const index = readFileSync(join(directory, 'index.html'), 'utf8').replace('</head>', `${local}</head>`);
  app.get('/', (c) => c.html(index));
  app.get('/index.html', (c) => c.html(index));
  app.use('*', serveStatic({ root: directory }));
  return app;
}
