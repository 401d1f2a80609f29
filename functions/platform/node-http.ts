import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import type { Respond } from './reply';

type Answered = { status: number; headers: Record<string, string>; body: string | Buffer };

const respond: Respond = (body, status, headers) => ({ body, status, headers }) as unknown as Response;

/**
 * Answers requests of `node:http` in a process that lives on, as `lambda-http.ts` answers events: without making a `Request` and a `Response`,
 * which together cost more than a ballot.
 */
export function listenerOf(app: Hono): RequestListener {
  return (asked, answer) => {
    Promise.resolve(app.fetch(requestOf(asked), { respond })).then(
      (answered) => send(answer, answered as unknown as Answered),
      // Whatever fails in the app ends in a reply of it; what failed outside is answered by nobody.
      () => answer.destroy(),
    );
  };
}

function requestOf(asked: IncomingMessage): Request {
  const { method, url = '/', headers } = asked;
  const request = {
    method: method === 'HEAD' ? 'GET' : method,
    url: `http://node${url.startsWith('/') ? url : pathOf(url)}`,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    arrayBuffer: () => bytesOf(asked),
    get body() {
      return Readable.toWeb(asked);
    },
  };
  return request as unknown as Request;
}

/** Of the whole address, as it is sent to a proxy. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return '/';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    asked.on('data', (part) => parts.push(part));
    asked.once('end', () => done(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    asked.once('error', failed);
  });
}

function send(answer: ServerResponse, { status, headers, body }: Answered): void {
  // What did not change has no body at all.
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  answer.writeHead(status, { ...headers, ...length }).end(status === 304 ? undefined : body);
}

/** One listener of several: the first whose paths begin so answers. */
export function firstOf(places: readonly (readonly [begins: RegExp, listener: RequestListener])[]): RequestListener {
  return (asked, answer) => places.find(([begins]) => begins.test(asked.url ?? ''))?.[1](asked, answer);
}
