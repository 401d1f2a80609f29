import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EVERY_ANSWER } from './headers';
import { site } from './site';

const directory = mkdtempSync(join(tmpdir(), 'lianxin-site-'));
mkdirSync(join(directory, 'js'));
writeFileSync(
  join(directory, 'index.html'),
  '<html><head><script>a()</script></head><script src="./js/app.01234567.js">',
);
writeFileSync(join(directory, 'js/app.01234567.js'), 'app()');
writeFileSync(join(directory, 'worker.js'), 'worker()');
writeFileSync(`${directory}-beside.js`, 'secret()');
afterAll(() => {
  rmSync(directory, { recursive: true });
  rmSync(`${directory}-beside.js`);
});

const elsewhere = ['https://uploads.example', 'https://incoming.example'];
const app = site(directory, { log: () => undefined, elsewhere, inHead: '<script>b()</script>' });

test('the document has the headers of every page, and lets run its own scripts and no other that stands in it', async () => {
  const answer = await app.request('/');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const { 'content-security-policy': _, ...others } = EVERY_ANSWER;
  for (const [name, value] of Object.entries(others)) expect([name, answer.headers.get(name)]).toEqual([name, value]);
  expect(answer.headers.get('permissions-policy')).toContain('camera=(self)');
  // What `openssl dgst -sha256 -binary | base64` says of a() and of b().
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=' 'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='",
      "frame-ancestors 'none'",
      "connect-src 'self' https://uploads.example https://incoming.example",
    ]),
  );
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect([answer.headers.get('cache-control'), await answer.text()]).toEqual([
    'no-cache',
    '<html><head><script>a()</script><script>b()</script></head><script src="./js/app.01234567.js">',
  ]);
});

test('what is named by its content is kept for ever, everything else is asked about each time', async () => {
  const cached = async (path: string) => (await app.request(path)).headers.get('cache-control');
  expect(await cached('/js/app.01234567.js')).toContain('immutable');
  expect(await cached('/worker.js')).toBe('no-cache');
  const etag = (await app.request('/worker.js')).headers.get('etag') ?? '';
  const again = await app.request('/worker.js', { headers: { 'if-none-match': `W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('who can unpack gets it packed', async () => {
  const answer = await app.request('/worker.js', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('worker()');
});

test.each([
  '/nothing.js',
  '/js',
  '/js/',
  `/..${directory.replace(/.*\//, '/')}-beside.js`,
  '/%2e%2e%2fpackage.json',
  '/x%00.js',
])('what is not there, or outside, ends in a problem: %s', async (path) => {
  const answer = await app.request(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
});

test('nothing can be sent to it', async () => {
  const answer = await app.request('/', { method: 'POST' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
