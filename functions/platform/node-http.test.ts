import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Hono } from 'hono';
import { sendRaw } from '../testing/phone';
import { firstOf, listenerOf } from './node-http';
import { reply } from './reply';

const app = new Hono()
  .get('/api/kept', (c) => reply(c, '', 304, {}))
  .get('/api/bytes', (c) => reply(c, Buffer.from([0xe6, 0x9d, 0x91]), 200, {}))
  .all('/api/:name', (c) =>
    reply(c, JSON.stringify([c.req.method, c.req.param('name'), c.req.query('q'), null]), 200, {
      'x-own': 'yes',
    }),
  );
app.notFound((c) => reply(c, 'nothing here', 404, {}));

let server: Server;
let url: string;
beforeAll(async () => {
  const other = (_: unknown, answer: { end(text: string): void }) => answer.end('another');
  server = createServer(
    firstOf([
      [/^\/other\//, other],
      [/^/, listenerOf(app)],
    ]),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});

test('path, query and headers arrive as they were sent; what is answered is as long as it says', async () => {
  const { status, headers, text } = await sendRaw(url, '/api/%E6%9D%91?q=a%2Bb');
  expect([status, JSON.parse(text)]).toEqual([200, ['GET', '村', 'a+b', null]]);
  expect([headers['x-own'], headers['content-length']]).toEqual(['yes', String(Buffer.byteLength(text))]);
  expect((await sendRaw(url, '/api/bytes')).text).toBe('村');
});

test('a HEAD is a GET without its body, and what did not change has none', async () => {
  const head = await sendRaw(url, '/api/x', { method: 'HEAD' });
  expect([head.status, head.headers['x-own'], head.text]).toEqual([200, 'yes', '']);
  const kept = await sendRaw(url, '/api/kept');
  expect([kept.status, kept.headers['content-length'], kept.text]).toEqual([304, undefined, '']);
});

test.each([
  ['http://elsewhere.example/api/x?q=1', 200],
  ['*', 404],
])('what is asked of a proxy, %s, is answered with %i', async (path, status) => {
  expect((await sendRaw(url, path, { method: 'OPTIONS' })).status).toBe(status);
});

test('the first whose paths begin so answers', async () => {
  expect((await sendRaw(url, '/other/x')).text).toBe('another');
  expect((await sendRaw(url, '/nowhere')).text).toBe('nothing here');
});

test('two calls on one connection, the first of which is refused before its body was read', async () => {
  const line = connect(Number(new URL(url).port), '127.0.0.1');
  const said = new Promise<string>((done) => {
    let text = '';
    line.on('data', (part) => {
      text += part;
      if (text.match(/HTTP\/1\.1/g)?.length === 2) done(text);
    });
  });
  const body = 'x'.repeat(200_000);
  line.write(`POST /nowhere HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  line.write('GET /api/x HTTP/1.1\r\nhost: x\r\n\r\n');
  expect((await said).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  line.destroy();
});
