import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt, getSignature } from '@wecom/crypto';
import { wechatStandIn } from './wechat-stand-in';
import { PUSH_ENV, pushTo } from './wechat-stand-in/push';

const ACCOUNT = { appid: 'wx0000000000000001', secret: 'secret0000000000000000000000test' };
const people = [{ key: 'li', openid: 'oTEST-0000000000000000000002', phone: '13900000002', label: '示例代表' }];
let clock = Date.parse('2026-11-18T02:00:00Z');
const { app } = wechatStandIn({ people, ...ACCOUNT, now: () => new Date(clock) });

async function send(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.request(`/stand-in/${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const tokenOf = async (more = {}) =>
  (await send('wechat/cgi-bin/stable_token', { grant_type: 'client_credential', ...ACCOUNT, ...more })).body;

test('lists who can sign in, and not how to call them', async () => {
  expect((await send('people')).body).toEqual({ people: [{ key: 'li', label: '示例代表' }] });
});

test('a person is found by key or openid; nobody else is', async () => {
  expect((await send('login', { person: 'li' })).body.code).toMatch(/^[\w-]{32}$/);
  expect((await send('phone', { person: people[0]?.openid })).status).toBe(200);
  for (const path of ['login', 'phone', 'visit']) expect((await send(path, { person: 'wang' })).status).toBe(404);
  expect((await send('subscribe', { person: 'wang', templateIds: [] })).status).toBe(404);
  expect((await send('login', 'nonsense')).status).toBe(404);
});

test('the stable token stays the same until it ends or is forced', async () => {
  const first = await tokenOf();
  clock += 60_000;
  expect(await tokenOf()).toEqual({ access_token: first.access_token, expires_in: 7140 });
  expect((await tokenOf({ force_refresh: true })).access_token).not.toBe(first.access_token);
  expect(await tokenOf({ grant_type: 'x' })).toMatchObject({ errcode: 40002 });
});

test('says what is wrong with a token', async () => {
  const { access_token } = await tokenOf();
  const check = (query: string) => send(`wechat/wxa/msg_sec_check${query}`, {});
  expect((await check('')).body).toMatchObject({ errcode: 41001 });
  expect((await check('?access_token=x')).body).toMatchObject({ errcode: 40001 });
  expect((await check(`?access_token=${access_token}`)).body).toMatchObject({ errcode: 40003 });
  clock += 7_200_000;
  expect((await check(`?access_token=${access_token}`)).body).toMatchObject({ errcode: 42001 });
});

test('checks what the client never sends wrongly', async () => {
  const { access_token } = await tokenOf();
  const ask = async (path: string, body: object) =>
    (await send(`wechat${path}?access_token=${access_token}`, body)).body.errcode;
  await send('visit', { person: 'li' });
  const openid = people[0]?.openid;
  const text = { version: 2, openid, scene: 4, content: '路灯坏了' };
  expect(await ask('/wxa/msg_sec_check', text)).toBe(0);
  expect(await ask('/wxa/msg_sec_check', { ...text, version: 1 })).toBe(40097);
  expect(await ask('/wxa/msg_sec_check', { ...text, content: '' })).toBe(44004);
  expect(await ask('/wxa/msg_sec_check', { ...text, content: '路'.repeat(2501) })).toBe(45002);
  const message = { touser: openid, template_id: 't', page: 'pages/index', data: { thing1: { value: '路灯' } } };
  expect(await ask('/cgi-bin/message/subscribe/send', message)).toBe(43101);
  for (const data of [{}, null, { thing1: '路灯' }, { thing1: { value: '路'.repeat(21) } }, { other1: { value: 'x' } }])
    expect(await ask('/cgi-bin/message/subscribe/send', { ...message, data })).toBe(47003);
  expect(await ask('/cgi-bin/message/subscribe/send', { ...message, touser: 'x' })).toBe(40003);
  expect(await ask('/cgi-bin/message/subscribe/send', { ...message, template_id: '' })).toBe(40037);
  expect(await ask('/cgi-bin/message/subscribe/send', { ...message, page: '/pages/index' })).toBe(41030);
});

test('faults are made, seen and ended; one nobody knows is refused', async () => {
  expect((await send('faults', { textVerdicts: { 柚子: 'review' } })).body).toMatchObject({ away: false });
  expect((await send('faults')).body).toMatchObject({ textVerdicts: { 柚子: 'review' } });
  expect((await send('faults', { gone: true })).status).toBe(400);
  expect((await send('faults', undefined, 'DELETE')).body).toMatchObject({ textVerdicts: {} });
  await send('faults', { away: true });
  expect((await app.request('/stand-in/wechat/sns/jscode2session')).status).toBe(503);
  expect((await send('people')).status).toBe(200);
});

describe('verdicts on pictures', () => {
  /** A server that answers what it is told to, and the stand-in that pushes to it. */
  async function scene(answers: number[], pushes: boolean) {
    const heard: { event: Record<string, unknown>; signed: boolean; timestamp: string }[] = [];
    const server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost');
      if (url.pathname === '/picture') return void response.end('bytes');
      const { Encrypt } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { Encrypt: string };
      const { timestamp = '', nonce = '', msg_signature } = Object.fromEntries(url.searchParams);
      const signed = msg_signature === getSignature(PUSH_ENV.WECHAT_PUSH_TOKEN, timestamp, nonce, Encrypt);
      heard.push({ event: JSON.parse(decrypt(PUSH_ENV.WECHAT_ENCODING_AES_KEY, Encrypt).message), signed, timestamp });
      response.writeHead(answers.shift() ?? 200).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const standIn = wechatStandIn({ people, ...ACCOUNT, now: () => new Date(clock), push: pushTo(origin), pushes });
    const send = async (path: string, body: object) =>
      (
        await standIn.app.request(`/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) })
      ).json() as Promise<Record<string, string>>;
    const { access_token } = await send('wechat/cgi-bin/stable_token', { grant_type: 'client_credential', ...ACCOUNT });
    await send('visit', { person: 'li' });
    const check = (media_url: string) =>
      send(`wechat/wxa/media_check_async?access_token=${access_token}`, {
        version: 2,
        openid: people[0]?.openid,
        scene: 2,
        media_type: 2,
        media_url,
      });
    const close = () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    };
    return { heard, origin, send, check, close };
  }

  test('are pushed when they are asked for, signed and sealed, until the server takes them', async () => {
    const { heard, origin, send, check, close } = await scene([503, 200], false);
    const { trace_id } = await check(`${origin}/picture`);
    expect(heard).toEqual([]);
    expect(await send('picture-checks', { suggest: 'review' })).toEqual({ answers: [503] });
    expect(await send('picture-checks', { suggest: 'review', times: 2 })).toEqual({ answers: [200, 200] });
    expect(await send('picture-checks', {})).toEqual({ answers: [] });
    const event = { Event: 'wxa_media_check', trace_id, errcode: 0, result: { suggest: 'review', label: '20001' } };
    expect(heard).toMatchObject(Array(3).fill({ event, signed: true, timestamp: String(clock / 1000) }));
    await close();
  });

  test('a picture that does not open has none', async () => {
    const { heard, send, check, close } = await scene([], false);
    await check('http://127.0.0.1:9/picture');
    expect(await send('picture-checks', {})).toEqual({ answers: [200] });
    expect(heard[0]?.event).toMatchObject({ errcode: -1010, detail: [] });
    expect(heard[0]?.event).not.toHaveProperty('result');
    await close();
  });

  test('come by themselves, again when they were not taken, twice, or never, as the faults say', async () => {
    const { heard, origin, send, check, close } = await scene([503], true);
    await send('faults', { pictureEvents: 'never' });
    await check(`${origin}/picture`);
    await send('faults', { pictureEvents: 'twice', pictureVerdict: 'risky' });
    const { trace_id } = await check(`${origin}/picture`);
    while (heard.length < 3) await new Promise((wake) => setTimeout(wake, 50));
    expect(heard.map(({ event }) => event)).toMatchObject(Array(3).fill({ trace_id, result: { suggest: 'risky' } }));
    await close();
  });

  test('a fault nobody knows and a question WeChat would not take are refused', async () => {
    const { send, check, close } = await scene([], false);
    expect(await check('no address')).toMatchObject({ errcode: 44002 });
    expect(await send('picture-checks', { suggest: 'maybe' })).toMatchObject({ error: 'not a verdict' });
    await close();
  });
});
