import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import type { PictureCheck, PictureVerdict } from './world';

/** Where WeChat's events go, and with what they are signed and sealed; the same stands in the server's configuration. */
export type Push = { url: string; token: string; aesKey: string };

/** The environment of a server that takes this stand-in's events. */
export const PUSH_ENV = {
  WECHAT_PUSH_TOKEN: 'localpushtoken',
  WECHAT_ENCODING_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

/** Where a server at `origin` takes them. */
export function pushTo(origin: string): Push {
  const { WECHAT_PUSH_TOKEN: token, WECHAT_ENCODING_AES_KEY: aesKey } = PUSH_ENV;
  return { url: `${origin}/api/wechat/events`, token, aesKey };
}

const secondOf = (instant: Date) => Math.floor(instant.getTime() / 1000);
const LABELS = { pass: 100, review: 20001, risky: 20002 };

/** The event with the verdict. A picture that does not open has none, only WeChat's errcode. */
export async function verdictEvent(
  { traceId, openid, url }: PictureCheck,
  suggest: PictureVerdict,
  appid: string,
  now: Date,
): Promise<object> {
  const opened = await fetch(url)
    .then(async (answer) => answer.ok && (await answer.arrayBuffer()).byteLength > 0)
    .catch(() => false);
  // As WeChat sends it: the label is a text.
  const result = { suggest, label: String(LABELS[suggest]) };
  return {
    ToUserName: 'gh_000000000001',
    FromUserName: openid,
    CreateTime: secondOf(now),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: traceId,
    version: 2,
    ...(opened
      ? { errcode: 0, errmsg: 'ok', result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] }
      : { errcode: -1010, errmsg: 'media download failed', detail: [] }),
  };
}

/** Pushes an event once. @returns the HTTP status; 0 when nobody answered within WeChat's five seconds */
export async function pushEvent(push: Push, event: object, appid: string, now: Date): Promise<number> {
  const sealed = encrypt(push.aesKey, JSON.stringify(event), appid, randomBytes(16));
  const query = { timestamp: String(secondOf(now)), nonce: String(randomInt(1e9)) };
  const signature = getSignature(push.token, query.timestamp, query.nonce, sealed);
  const asked = new URLSearchParams({ ...query, encrypt_type: 'aes', msg_signature: signature, openid: randomUUID() });
  const answer = await fetch(`${push.url}?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ToUserName: 'gh_000000000001', Encrypt: sealed }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  return answer?.status ?? 0;
}
