import type { Context } from 'hono';
import { EVERY_ANSWER } from './headers';

/** What carries a reply out of the house: its text or bytes, its status, its headers. */
export type Respond = (body: string | Buffer<ArrayBuffer>, status: number, headers: Record<string, string>) => Response;

/**
 * The reply of a call. Where `c.env.respond` is given (`lambda-http.ts`, `node-http.ts`), it makes the reply, because Node loads the whole of
 * its fetch with the first `Response` anybody makes: 20 ms of a cold start.
 */
export function reply(
  c: Context,
  body: string | Buffer<ArrayBuffer>,
  status: number,
  own: Record<string, string>,
): Response {
  const { respond } = (c.env ?? {}) as { respond?: Respond };
  const headers = { ...EVERY_ANSWER, ...own };
  if (respond) return respond(body, status, headers);
  // What did not change has no body at all.
  return new Response(status === 304 ? null : body, { status, headers });
}
