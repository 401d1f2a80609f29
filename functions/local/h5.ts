import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { DEMO_PEOPLE } from './seed/people';

const ROOT = resolve(__dirname, '../..');
const DIST = join(ROOT, 'dist/h5');
const STAMP = join(DIST, '.built-from');
const SOURCES = ['miniprogram/config', 'miniprogram/src', 'shared', 'package.json'];

/** Builds the H5 pages when their sources changed since the last build; about a minute the first time, nothing after. */
export async function buildH5(): Promise<void> {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  process.stdout.write('正在生成网页，第一次要一两分钟…\n');
  await run(
    process.execPath,
    [join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5'],
    join(ROOT, 'miniprogram'),
  );
  writeFileSync(STAMP, sources);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(ROOT, path);
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  else if (!/\.test\.tsx?$/.test(path)) hash.update(path).update(readFileSync(full));
}

function run(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (data) => errors.push(data));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0
        ? done()
        : failed(new Error(`网页没有生成成功：\n${Buffer.concat(errors).toString('utf8').slice(-2000)}`)),
    );
  });
}

/** The built pages. Into `index.html` go the demo people of the stand-in: only this server does that, so only here one can switch. */
export function h5Pages(): Hono {
  const app = new Hono();
  const people = DEMO_PEOPLE.map(({ key, label }) => ({ key, label }));
  const local = `<script>window.__LIANXIN_LOCAL__=${JSON.stringify({ people })}</script>`;
  const index = readFileSync(join(DIST, 'index.html'), 'utf8').replace('</head>', `${local}</head>`);
  app.get('/', (c) => c.html(index));
  app.get('/index.html', (c) => c.html(index));
  app.use('*', serveStatic({ root: DIST }));
  return app;
}
