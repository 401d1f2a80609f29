import * as z from 'zod/mini';
import { WeChatError } from './errors';
import { type Answer, ask, parsed } from './exchange';

const EARLY_MS = 60_000; // a token must outlive the call it is used for

const Token = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() });

type Settings = { baseUrl: string; appid: string; secret: string; timeoutMs: number; now: () => Date };
type Held = { value: string; staleAt: number };

/**
 * WeChat's stable token (稳定版接口调用凭据), asked for once by however many need it. Every function instance gets the same one,
 * so none of them forces a new one: that would cut off the others, and only twenty a day are given.
 * Returns a function that runs `use` with a token, and once more with a fresh one when WeChat did not know the first.
 */
export function openToken({ baseUrl, appid, secret, timeoutMs, now }: Settings) {
  let held: Promise<Held> | null = null;

  async function fetchToken(): Promise<Held> {
    const body = { grant_type: 'client_credential', appid, secret };
    const answer = await ask(baseUrl, { path: '/cgi-bin/stable_token', body }, timeoutMs, 'always');
    const token = parsed(Token, answer);
    return { value: token.access_token, staleAt: now().getTime() + token.expires_in * 1000 - EARLY_MS };
  }

  async function current(): Promise<string> {
    const before = held;
    const kept = await before;
    if (kept && kept.staleAt > now().getTime()) return kept.value;
    // Whoever comes first replaces it; the others find the replacement and share it.
    if (held === before) {
      const asked = fetchToken();
      held = asked;
      asked.catch(() => forget(asked));
    }
    return (await (held as Promise<Held>)).value;
  }

  function forget(asked: Promise<Held> | null): void {
    if (held === asked) held = null;
  }

  return async function withToken(use: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await current();
    try {
      return await use(token);
    } catch (error) {
      if (!(error instanceof WeChatError) || error.kind !== 'bad_token') throw error;
      const asked = held;
      if ((await asked)?.value === token) forget(asked);
      return await use(await current());
    }
  };
}
