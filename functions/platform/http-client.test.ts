import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './http-client';

let answer: RequestListener;
const server = createServer((request, reply) => answer(request, reply));
let url: URL;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path?query=1`);
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});
const never = new AbortController().signal;
const get = { method: 'GET', headers: {}, signal: never } as const;

test('what is sent arrives, and the whole answer comes back', async () => {
  const heard: unknown[] = [];
  answer = async (request, reply) => {
    const body = Buffer.concat(await request.toArray()).toString();
    heard.push([request.method, request.url, request.headers['content-type'], request.headers['content-length'], body]);
    reply.writeHead(201).write('半');
    setImmediate(() => reply.end('句'));
  };
  const sent = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '字', signal: never } as const;
  const { status, bytes } = await send(url, sent);
  expect([status, Buffer.from(bytes).toString()]).toEqual([201, '半句']);
  await send(url, get);
  expect(heard).toEqual([
    ['POST', '/some/path?query=1', 'text/plain', '3', '字'],
    ['GET', '/some/path?query=1', undefined, undefined, ''],
  ]);
});

test('a redirect is not followed', async () => {
  answer = (_, reply) => reply.writeHead(302, { location: '/elsewhere' }).end();
  expect((await send(url, get)).status).toBe(302);
});

test.each<[string, RequestListener]>([
  ['before its answer', (request) => request.socket.destroy()],
  ['within its answer', (_, reply) => reply.writeHead(200, { 'content-length': 9 }).write('{', () => reply.destroy())],
])('a connection that breaks %s fails', async (_, breaks) => {
  answer = breaks;
  await expect(send(url, get)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test.each<[string, RequestListener]>([
  ['before its answer', () => undefined],
  ['within its answer', (_, reply) => void reply.writeHead(200, { 'content-length': 9 }).write('{')],
])('what is given up %s fails', async (_, waits) => {
  const giveUp = new AbortController();
  answer = (request, reply) => {
    waits(request, reply);
    setImmediate(() => giveUp.abort());
  };
  await expect(send(url, { ...get, signal: giveUp.signal })).rejects.toThrow();
});
