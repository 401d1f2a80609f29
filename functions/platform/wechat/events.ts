import type { Context } from 'hono';
import * as z from 'zod/mini';
import { ensure } from '../../../shared/kernel/problems';
import { readText } from '../body';
import type { Services } from '../call';
import { given } from '../config';
import { reply } from '../reply';
import { isSigned, openSealed } from './push';

/** What is done with a pushed event. False: nobody knows yet what it is about, and WeChat shall send it again. */
export type PushedEvent = (services: Services, event: unknown) => Promise<boolean>;

/** The pushed events of all contexts, by name; loaded with the first event. */
export type LoadPushedEvents = () => Promise<Readonly<Record<string, PushedEvent>>>;

const MAX_BODY = 64 * 1024;

const Sealed = z.object({ Encrypt: z.string().check(z.minLength(1)) });
const Named = z.looseObject({ Event: z.string() });

function pushOf({ config }: Services) {
  const { push } = config.wechat;
  ensure(push, 'not_found');
  return push;
}

/** What WeChat asks when the address is entered: say back what only somebody with the token may be told to say. */
export function proveOurs(c: Context, services: Services): Response {
  const { signature = '', timestamp = '', nonce = '', echostr = '' } = c.req.query();
  ensure(isSigned(signature, pushOf(services).token, timestamp, nonce), 'not_allowed');
  return text(c, echostr, 200);
}

/** What it pushed is done, or asked for again. */
export async function take(c: Context, load: LoadPushedEvents, services: Services): Promise<Response> {
  const event = await readEvent(c, services);
  const events = await load();
  const handle = Object.hasOwn(events, event.Event) ? events[event.Event] : undefined;
  if (!handle || (await handle(services, event))) return text(c, 'success', 200);
  services.log('warn', 'pushed event is not known yet', { kind: event.Event });
  return text(c, '', 503);
}

/** @throws ProblemError for what WeChat did not send */
async function readEvent(c: Context, services: Services) {
  const { token, key } = pushOf(services);
  const { msg_signature = '', timestamp = '', nonce = '' } = c.req.query();
  const sealed = Sealed.safeParse(parsed(await readText(c, MAX_BODY)));
  ensure(sealed.success, 'invalid_input');
  const { Encrypt } = sealed.data;
  ensure(isSigned(msg_signature, token, timestamp, nonce, Encrypt), 'not_allowed');
  const message = openSealed(Encrypt, key, given(services.config.wechat.appid));
  ensure(message !== null, 'not_allowed');
  const event = Named.safeParse(parsed(message));
  // Messages from people have no name of an event; nobody here answers them.
  return event.success ? event.data : { Event: '' };
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

function text(c: Context, said: string, status: number): Response {
  return reply(c, said, status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
}
