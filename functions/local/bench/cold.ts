import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { DEMO_PEOPLE } from '../seed/people';
import { wechatStandIn } from '../wechat-stand-in';
import type { Shot } from './load';

/** An event of an HTTP API, payload version 2. */
function eventOf({ method, path, headers, body }: Shot): object {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'localhost', 'x-forwarded-for': '127.0.0.1', 'content-type': 'application/json', ...headers },
    requestContext: { http, domainName: 'localhost', requestId: 'bench', stage: '$default' },
    body,
    isBase64Encoded: false,
  };
}

/** What a first event asks. Nothing but an unknown path is answered without the database; it goes through everything else. */
export type FirstEvent = 'nothing' | 'county' | 'sign-in';

/** Where functions start for the first time: `env` is theirs, and WeChat's stand-in is theirs to ask. */
export async function openStarts(env: Record<string, string>) {
  const { WECHAT_APPID: appid = '', WECHAT_SECRET: secret = '' } = env;
  const standIn = wechatStandIn({ people: DEMO_PEOPLE, appid, secret, now: () => new Date() });
  const server = createServer(getRequestListener(standIn.app.fetch));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const own = { ...env, WECHAT_BASE_URL: `http://127.0.0.1:${port}/stand-in/wechat` };
  const code = async () => {
    const login = { method: 'POST', body: JSON.stringify({ person: 'chen' }) };
    const reply = (await (await standIn.app.request('/stand-in/login', login)).json()) as { code: string };
    return reply.code;
  };
  const get = (path: string): Shot => ({ method: 'GET', path });
  const signIn = async () => JSON.stringify({ code: await code() });
  const shots: Record<FirstEvent, () => Promise<Shot>> = {
    nothing: async () => get('/api/nothing'),
    county: async () => get('/api/v2/330822/directory/county'),
    'sign-in': async () => ({ method: 'POST', path: '/api/v2/330822/identity/sessions', body: await signIn() }),
  };
  return {
    start: async (handler: string, event: FirstEvent | Shot) =>
      start(handler, eventOf(typeof event === 'string' ? await shots[event]() : event), own),
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

const CALL_ONCE = `
  const [file, event] = process.argv.slice(1);
  // A log line of the first event would be taken for the reply.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const sizeOf = (path) => require('node:fs').statSync(path).size;
  require(file).handler(JSON.parse(event), {}).then((reply) => {
    write(reply.statusCode + ' ');
    write(Object.keys(require.cache).reduce((bytes, path) => bytes + sizeOf(path), 0) + ' ', () => process.exit(0));
  });`;

/**
 * Milliseconds from starting `node` to the first event handled, as the parent sees it, and the bytes of code that were read for it. The
 * child gets no environment but `env`: NODE_EXTRA_CA_CERTS alone would double the bare one.
 * @throws Error when the reply is neither good nor the 404 of an unknown path
 */
async function start(handler: string, event: object, env: Record<string, string>) {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ['-e', CALL_ONCE, handler, JSON.stringify(event)], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const gone = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), gone]);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  await gone;
  const [status = '', bytes] = said.split(' ');
  if (!['200', '404'].includes(status)) throw new Error(`${handler}: the first event ended with ${said}`);
  return { ms, bytes: Number(bytes) };
}
