import { createSecretKey } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { Hono } from 'hono';
import { PUSH_ENV } from '../local/wechat-stand-in/push';
import { testApi } from '../testing/api';
import { sendRaw } from '../testing/phone';
import { DatabaseAway } from './database';
import type { PushedEvent } from './wechat/events';
import { isSigned, openSealed } from './wechat/push';
import { mountEvents } from './wechat-events';

/** Events WeChat pushes; signed and sealed here by WeCom's own library. */
const api = testApi();
const { WECHAT_PUSH_TOKEN: TOKEN, WECHAT_ENCODING_AES_KEY: AES_KEY } = PUSH_ENV;
const APPID = 'wx0000000000000001';
const OTHER_KEY = 'zyxwvutsrqponmlkjihgfedcba9876543210ABCDEFG';
const keyOf = (aesKey: string) => createSecretKey(Buffer.from(`${aesKey}=`, 'base64'));

describe('sealed messages', () => {
  test('what the library seals is opened, whatever its length and characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (said, random) => {
          const sealed = encrypt(AES_KEY, said, APPID, Buffer.from(random));
          expect(openSealed(sealed, keyOf(AES_KEY), APPID)).toBe(said);
        },
      ),
    );
  });

  test('with another key, for another appid, cut or changed it is nothing', () => {
    const sealed = encrypt(AES_KEY, '{"Event":"x"}', APPID);
    expect(openSealed(sealed, keyOf(OTHER_KEY), APPID)).toBeNull();
    expect(openSealed(sealed, keyOf(AES_KEY), 'wx0000000000000002')).toBeNull();
    expect(openSealed(encrypt(AES_KEY, 'x', ''), keyOf(AES_KEY), APPID)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openSealed(Buffer.from(bytes).toString('base64'), keyOf(AES_KEY), APPID)).toBeNull();
      }),
    );
    for (let cut = 0; cut <= sealed.length - 4; cut += 4)
      expect(openSealed(sealed.slice(0, cut), keyOf(AES_KEY), APPID)).toBeNull();
  });

  test('the signature is the library’s, and no other', () => {
    const signature = getSignature(TOKEN, 1_795_000_000, 'nonce', 'sealed');
    expect(isSigned(signature, TOKEN, '1795000000', 'nonce', 'sealed')).toBe(true);
    for (const given of ['', signature.slice(1), signature.toUpperCase(), '0'.repeat(40)])
      expect(isSigned(given, TOKEN, '1795000000', 'nonce', 'sealed')).toBe(false);
    expect(isSigned(signature, TOKEN, '1795000000', 'nonce', 'other')).toBe(false);
  });
});

type Sent = { signature?: string; token?: string; aesKey?: string; appid?: string; body?: string };

/** Pushes `event` as WeChat does, but for what is said to be otherwise. */
function pushed(event: unknown, { signature, token = TOKEN, aesKey = AES_KEY, appid = APPID, body }: Sent = {}) {
  const sealed = encrypt(aesKey, typeof event === 'string' ? event : JSON.stringify(event), appid);
  const [timestamp, nonce] = ['1795000000', 'a-nonce'];
  const query = new URLSearchParams({
    signature: 'of-no-interest',
    timestamp,
    nonce,
    openid: 'o-somebody',
    encrypt_type: 'aes',
    msg_signature: signature ?? getSignature(token, timestamp, nonce, sealed),
  });
  const headers = { 'content-type': 'application/json' };
  const sent = body ?? JSON.stringify({ ToUserName: 'gh_0', Encrypt: sealed });
  return { path: `/api/wechat/events?${query}`, init: { method: 'POST', headers, body: sent } };
}

describe('the address', () => {
  const push = async (event: unknown, sent?: Sent) => {
    const { path, init } = pushed(event, sent);
    const answer = await fetch(`${api.url}${path}`, init);
    return { status: answer.status, said: await answer.text() };
  };
  const prove = (signature: string, echostr = '5412345678901234567') => {
    const query = new URLSearchParams({ signature, timestamp: '1795000000', nonce: 'n', echostr });
    return sendRaw(api.url, `/api/wechat/events?${query}`);
  };

  test('proves that it is ours, as text', async () => {
    const answer = await prove(getSignature(TOKEN, '1795000000', 'n', ''), '<b>5412</b>');
    expect(answer).toMatchObject({ status: 200, text: '<b>5412</b>' });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect((await prove(getSignature('another', '1795000000', 'n', ''))).status).toBe(403);
    expect((await sendRaw(api.url, '/api/wechat/events')).status).toBe(403);
  });

  test('takes what nobody here waits for, so that it does not come again', async () => {
    for (const event of [
      { MsgType: 'event', Event: 'subscribe_msg_popup_event' },
      { MsgType: 'text', Content: '你好' },
      'nonsense',
      '[]',
    ])
      expect(await push(event)).toEqual({ status: 200, said: 'success' });
    expect(await push({ Event: 'constructor' })).toEqual({ status: 200, said: 'success' });
    expect(await push({ Event: 'wxa_media_check', trace_id: 7 })).toEqual({ status: 200, said: 'success' });
  });

  test('asks for it again while nobody knows what it is about', async () => {
    const event = { Event: 'wxa_media_check', trace_id: 'nobody-asked', result: { suggest: 'pass', label: '100' } };
    expect(await push(event)).toEqual({ status: 503, said: '' });
    expect(api.log.join('\n')).toContain('pushed event is not known yet');
    expect(api.log.join('\n')).not.toContain('nobody-asked');
  });

  test.each<[string, Sent, number]>([
    ['another token', { token: 'another' }, 403],
    ['no signature', { signature: '' }, 403],
    ['another key', { aesKey: OTHER_KEY }, 403],
    ['another mini-program', { appid: 'wx0000000000000002' }, 403],
    ['an open message', { body: '{"Event":"wxa_media_check"}' }, 400],
    ['XML', { body: '<xml><Encrypt>x</Encrypt></xml>' }, 400],
    ['nothing', { body: '' }, 400],
    ['too much', { body: `{"Encrypt":"${'x'.repeat(70_000)}"}` }, 413],
  ])('refuses %s', async (_, sent, status) => {
    const answer = await push({ Event: 'wxa_media_check' }, sent);
    expect(answer.status).toBe(status);
    expect(answer.said).toContain('"code"');
  });
});

describe('mounted alone', () => {
  const mount = (events: Record<string, PushedEvent>, push = api.services.config.wechat.push) => {
    const { config } = api.services;
    return mountEvents(new Hono(), async () => events, {
      ...api.services,
      config: { ...config, wechat: { ...config.wechat, push } },
    });
  };
  const { path, init } = pushed({ Event: 'one', detail: { label: '100' } });

  test('the event goes to who waits for it', async () => {
    const heard: unknown[] = [];
    const app = mount({
      one: async (_, event) => {
        heard.push(event);
        return true;
      },
    });
    expect((await app.request(path, init)).status).toBe(200);
    expect(heard).toEqual([{ Event: 'one', detail: { label: '100' } }]);
  });

  test('what failed is sent again', async () => {
    const app = mount({ one: () => Promise.reject(new DatabaseAway(new Error('gone'))) });
    expect((await app.request(path, init)).status).toBe(503);
  });

  test('without a token and a key there is no such address', async () => {
    const app = mount({}, null);
    expect((await app.request(path, init)).status).toBe(404);
    expect((await app.request(path)).status).toBe(404);
  });
});
