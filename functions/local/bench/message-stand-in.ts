import type { IncomingMessage } from 'node:http';
import { serveParent } from './serving';

/** What WeChat has got: so many messages, of which `twice` were there already. */
export type Received = { messages: number; twice: number };

const OK = { errcode: 0, errmsg: 'ok' };
const BUSY = { errcode: -1, errmsg: 'system error' };

/**
 * The two calls of WeChat that a message needs, and nothing else: a token and `message/subscribe/send`, known by its page. Asked for
 * `/received?failing=1` it says what it has got, forgets it, and from then on sends every second call away busy, or none.
 */
serveParent(() => {
  let seen = new Set<string>();
  let twice = 0;
  let calls = 0;
  let failing = false;
  const answer = async (url: string, request: IncomingMessage) => {
    if (url.startsWith('/received')) {
      const received: Received = { messages: seen.size, twice };
      seen = new Set();
      twice = 0;
      failing = url.includes('failing=1');
      return received;
    }
    const body = JSON.parse(await read(request));
    if (url.includes('token?') || url.endsWith('stable_token')) return { access_token: 'bench', expires_in: 7_200 };
    calls += 1;
    if (failing && calls % 2) return BUSY;
    if (seen.has(body.page)) twice += 1;
    seen.add(body.page);
    return OK;
  };
  return async (request, response) => {
    const text = JSON.stringify(await answer(request.url ?? '', request));
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  };
});

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString() || '{}';
}
