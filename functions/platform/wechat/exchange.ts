import * as z from 'zod/mini';
import { send } from '../http-client';
import { faultOf, WeChatError } from './errors';

const PAUSES = [100, 300];

const Trouble = z.object({
  errcode: z.optional(z.int()),
  errno: z.optional(z.int()),
  errmsg: z.optional(z.string()),
});

export type Asked = { path: string; query?: Record<string, string>; body?: unknown };
export type Answer = { bytes: Uint8Array; json: unknown };

/**
 * `always`: repeating does no harm. `if_untouched`: only after WeChat said it is busy; what has an effect once may have had it
 * when the connection broke (a code is used up, a message was sent).
 */
export type Repeat = 'always' | 'if_untouched';

/** Asks at most three times within one deadline of `timeoutMs`. Throws `WeChatError` and nothing else. */
export async function ask(baseUrl: string, asked: Asked, timeoutMs: number, repeat: Repeat): Promise<Answer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(baseUrl, asked, deadline);
    } catch (error) {
      const pause = PAUSES[attempt];
      if (pause === undefined || deadline.aborted || !mayRepeat(error, repeat)) throw error;
      await new Promise((wake) => setTimeout(wake, pause));
      if (deadline.aborted) throw error;
    }
  }
}

function mayRepeat(error: unknown, repeat: Repeat): boolean {
  if (!(error instanceof WeChatError) || error.kind !== 'away') return false;
  return error.code === -1 || (error.uncertain && repeat === 'always');
}

async function once(baseUrl: string, { path, query, body }: Asked, signal: AbortSignal): Promise<Answer> {
  const url = new URL(`${baseUrl}${path}${query ? `?${new URLSearchParams(query)}` : ''}`);
  const sent =
    body === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  // What went wrong with a connection names the address with the token in it, so it goes no further.
  const answer = await send(url, { ...sent, headers, signal }).catch(() => null);
  // WeChat never redirects; following one would hand our secret to someone else.
  if (answer?.status !== 200) throw new WeChatError('away', 0, undefined, true);
  const { bytes } = answer;
  return { bytes, json: checked(bytes) };
}

/** Null when it is not JSON (a picture). Throws when WeChat says what went wrong. */
function checked(bytes: Uint8Array): unknown {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const { errcode, errno, errmsg } = Trouble.safeParse(json).data ?? {};
  const code = errcode || errno;
  if (!code) return json;
  throw new WeChatError(faultOf(code), code, /rid: ([0-9a-f-]{26})/.exec(errmsg ?? '')?.[1]);
}

/** What WeChat answered, in the form we build on; anything else counts as away. */
export function parsed<S extends z.ZodMiniType>(schema: S, answer: Answer): z.output<S> {
  const read = schema.safeParse(answer.json);
  if (!read.success) throw new WeChatError('away');
  return read.data;
}
