import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import fc from 'fast-check';
import { wechatStandIn } from '../local/wechat-stand-in';
import { readMessageData } from '../local/wechat-stand-in/message-rules';
import { openWeChat, type WeChat, WeChatError } from './wechat';
import { messageData } from './wechat/message-data';

const ACCOUNT = { appid: 'wx0000000000000001', secret: 'secret0000000000000000000000test' };
const zhang = { key: 'zhang', openid: 'oTEST-0000000000000000000001', phone: '13800005621', label: '示例居民' };
const TEMPLATE = 'progress-template';
const START = Date.parse('2026-11-18T02:00:00Z');

let clock = START;
const now = () => new Date(clock);
let origin: string;
let server: ServerType;
let wechat: WeChat;
const paths: string[] = [];

function listening(server: Server | ServerType): Promise<string> {
  return new Promise((done) => {
    const say = () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.listening ? say() : server.once('listening', say);
  });
}

beforeAll(async () => {
  const { app } = wechatStandIn({ people: [zhang], ...ACCOUNT, now });
  // Closed while the process is busy with something else, a connection would break under the call that comes next.
  const serverOptions = { keepAliveTimeout: 0 };
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions });
  server.on('request', (request) => void paths.push((request.url ?? '').split('?')[0] as string));
  origin = await listening(server);
});

afterAll(() => close(server as Server));

function close(server: Server) {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
}

async function control(method: string, path: string, body?: object) {
  const sent = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  return (await (await fetch(`${origin}/stand-in/${path}`, { method, ...sent })).json()) as Record<string, string>;
}
const faults = (changes: object) => control('POST', 'faults', changes);
const loginCode = async () => String((await control('POST', 'login', { person: 'zhang' })).code);
const phoneCode = async () => String((await control('POST', 'phone', { person: 'zhang' })).code);
const asked = (end: string) => paths.filter((path) => path.endsWith(end)).length;

beforeEach(async () => {
  clock = START;
  await control('DELETE', 'faults');
  await control('DELETE', 'messages');
  await control('DELETE', 'token');
  await control('POST', 'visit', { person: 'zhang' });
  paths.length = 0;
  wechat = open({});
});

function open(change: Partial<Parameters<typeof openWeChat>[0]>): WeChat {
  return openWeChat({ baseUrl: `${origin}/stand-in/wechat`, ...ACCOUNT, timeoutMs: 60_000, now, ...change });
}

const fails = (kind: string, code?: number) =>
  expect.objectContaining({ kind, ...(code === undefined ? {} : { code }) });
const text = { openid: zhang.openid, content: '村口的路灯坏了。', scene: 'social' } as const;
const message = {
  openid: zhang.openid,
  templateId: TEMPLATE,
  page: 'requests/pages/follow/index',
  data: { thing1: '村口的路灯坏了', time2: new Date(START) },
  state: 'trial',
} as const;
const picture = { scene: '330822.K7M2', page: 'directory/pages/code/index', width: 430, envVersion: 'trial' } as const;

describe('sign-in', () => {
  test('a code says who it is, and nothing of the session key', async () => {
    const session = await wechat.code2Session(await loginCode());
    expect(session).toEqual({ openid: zhang.openid, unionid: expect.any(String) });
  });

  test('a code works once, for five minutes, and only for what it was made for', async () => {
    const code = await loginCode();
    await wechat.code2Session(code);
    await expect(wechat.code2Session(code)).rejects.toEqual(fails('bad_code', 40163));
    const old = await loginCode();
    clock += 5 * 60_000 + 1;
    await expect(wechat.code2Session(old)).rejects.toEqual(fails('bad_code', 40029));
    await expect(wechat.code2Session('nonsense &=?')).rejects.toEqual(fails('bad_code', 40029));
    await expect(wechat.code2Session(await phoneCode())).rejects.toEqual(fails('bad_code', 40029));
  });

  test('a high-risk account is blocked', async () => {
    await faults({ blocked: ['zhang'] });
    await expect(wechat.code2Session(await loginCode())).rejects.toEqual(fails('blocked', 40226));
  });

  test('a wrong secret or appid is for whoever runs it to look at', async () => {
    const code = await loginCode();
    await expect(open({ secret: 'x' }).code2Session(code)).rejects.toEqual(fails('settings', 40125));
    await expect(open({ appid: 'wx9' }).code2Session(code)).rejects.toEqual(fails('settings', 40013));
  });

  test('busy twice is tried again; a broken connection is not, because the code may be used up', async () => {
    await faults({ busyTimes: 2 });
    expect(await wechat.code2Session(await loginCode())).toMatchObject({ openid: zhang.openid });
    expect(asked('jscode2session')).toBe(3);
    await faults({ away: true });
    await expect(wechat.code2Session(await loginCode())).rejects.toEqual(fails('away', 0));
    expect(asked('jscode2session')).toBe(4);
  });

  test('busy for good ends as away', async () => {
    await faults({ busyTimes: 99 });
    await expect(wechat.code2Session(await loginCode())).rejects.toEqual(fails('away', -1));
    expect(asked('jscode2session')).toBe(3);
  });
});

describe('phone', () => {
  test('comes as +86, and its code works once', async () => {
    const code = await phoneCode();
    expect(await wechat.phoneNumber(code, zhang.openid)).toEqual({ phone: '+8613800005621', countryCode: '86' });
    await expect(wechat.phoneNumber(code, zhang.openid)).rejects.toEqual(fails('bad_code', 40163));
  });

  test('of somebody else’s account is no code, and stays theirs', async () => {
    const code = await phoneCode();
    await expect(wechat.phoneNumber(code, 'another-account')).rejects.toEqual(fails('bad_code', 40029));
    expect(await wechat.phoneNumber(code, zhang.openid)).toMatchObject({ countryCode: '86' });
  });

  test('without quota it says so', async () => {
    await faults({ codes: { '/wxa/business/getuserphonenumber': 1400001 } });
    await expect(wechat.phoneNumber(await phoneCode(), zhang.openid)).rejects.toEqual(fails('no_quota', 1400001));
  });
});

describe('the token', () => {
  test('is fetched once for many at the same time, and again shortly before it ends', async () => {
    await Promise.all(Array.from({ length: 20 }, () => wechat.checkText(text)));
    expect(asked('stable_token')).toBe(1);
    clock += 7_200_000 - 59_000;
    await control('POST', 'visit', { person: 'zhang' });
    await Promise.all(Array.from({ length: 20 }, () => wechat.checkText(text)));
    expect(asked('stable_token')).toBe(2);
  });

  test('is renewed once, for all, when WeChat does not know it any more', async () => {
    await wechat.checkText(text);
    await control('DELETE', 'token');
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => wechat.checkText(text)));
    expect(verdicts.every(({ suggest }) => suggest === 'pass')).toBe(true);
    expect(asked('stable_token')).toBe(2);
  });

  test.each([40001, 42001])('%i without end is given up after one more try', async (code) => {
    await faults({ codes: { '/wxa/msg_sec_check': code } });
    await expect(wechat.checkText(text)).rejects.toEqual(fails('bad_token', code));
    expect(asked('msg_sec_check')).toBe(2);
  });

  test('that could not be fetched is asked for again by the next call', async () => {
    await faults({ codes: { '/cgi-bin/stable_token': 45009 } });
    await expect(wechat.checkText(text)).rejects.toEqual(fails('away', 45009));
    await control('DELETE', 'faults');
    expect(await wechat.checkText(text)).toMatchObject({ suggest: 'pass' });
  });

  test('is not given out for a wrong secret', async () => {
    await expect(open({ secret: 'x' }).checkText(text)).rejects.toEqual(fails('settings', 40125));
  });
});

describe('text check', () => {
  test.each([
    ['路灯坏了', 'pass', 100],
    ['路灯坏了 样例待看', 'review', 20001],
    ['样例违规 样例待看', 'risky', 20006],
  ])('%s: %s', async (content, suggest, label) => {
    const verdict = await wechat.checkText({ ...text, content });
    expect(verdict).toEqual({ suggest, label, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  test('a long text goes in pieces; the worst counts, also on the seam and after an emoji', async () => {
    expect(await wechat.checkText({ ...text, content: '路'.repeat(6_000) })).toMatchObject({ suggest: 'pass' });
    expect(asked('msg_sec_check')).toBe(3);
    const seam = `${'🏮'.repeat(1_249)}样例待看${'路'.repeat(3_000)}`;
    expect(await wechat.checkText({ ...text, content: seam })).toMatchObject({ suggest: 'review' });
    const both = `样例待看${'路'.repeat(3_000)}样例违规`;
    expect(await wechat.checkText({ ...text, content: both })).toMatchObject({ suggest: 'risky' });
  });

  test('blank text is not sent', async () => {
    expect(await wechat.checkText({ ...text, content: ' \n' })).toMatchObject({ suggest: 'pass' });
    expect(paths).toEqual([]);
  });

  test('who was not there for two hours can not be checked', async () => {
    clock += 2 * 3_600_000 + 1;
    await expect(wechat.checkText(text)).rejects.toEqual(fails('not_visited', 61010));
    await expect(wechat.checkText({ ...text, openid: 'oTEST-nobody' })).rejects.toEqual(fails('bad_request', 40003));
  });
});

describe('picture check', () => {
  const shown = {
    openid: zhang.openid,
    url: 'https://files.example/picture?X-Amz-Signature=0',
    scene: 'comment',
  } as const;
  const checks = async () => (await (await fetch(`${origin}/stand-in/picture-checks`)).json()) as { checks: object[] };

  test('is asked for with the address, and answered with a trace', async () => {
    const traceId = await wechat.checkPicture(shown);
    expect(traceId).toMatch(/^[\w-]{8,128}$/);
    expect((await checks()).checks).toContainEqual({ traceId, openid: zhang.openid, url: shown.url });
  });

  test('nobody who was here more than two hours ago, and nobody unknown', async () => {
    clock += 2 * 3_600_000 + 1;
    await expect(wechat.checkPicture(shown)).rejects.toEqual(fails('not_visited', 61010));
    await expect(wechat.checkPicture({ ...shown, openid: 'o-nobody' })).rejects.toEqual(fails('bad_request', 40003));
  });

  test('busy is tried again; a broken connection is not, because WeChat may be looking already', async () => {
    await wechat.checkPicture(shown);
    await faults({ busyTimes: 2 });
    await wechat.checkPicture(shown);
    expect(asked('media_check_async')).toBe(4);
    await faults({ away: true });
    await expect(wechat.checkPicture(shown)).rejects.toEqual(fails('away', 0));
    expect(asked('media_check_async')).toBe(5);
  });

  test('an answer without a trace counts as away', async () => {
    await faults({ garbled: true });
    await expect(wechat.checkPicture(shown)).rejects.toEqual(fails('away', 0));
  });
});

describe('subscribe messages', () => {
  const accept = () => control('POST', 'subscribe', { person: 'zhang', templateIds: [TEMPLATE] });

  test('one acceptance is one message', async () => {
    await accept();
    expect(await wechat.sendSubscribeMessage(message)).toBe('sent');
    expect(await wechat.sendSubscribeMessage(message)).toBe('refused');
    expect((await control('GET', 'messages')).messages).toEqual([
      {
        openid: zhang.openid,
        templateId: TEMPLATE,
        page: message.page,
        data: { thing1: '村口的路灯坏了', time2: '2026年11月18日 10:00' },
        state: 'trial',
        at: '2026-11-18T02:00:00.000Z',
      },
    ]);
  });

  test('is sent again when WeChat was busy, and not when the connection broke', async () => {
    await accept();
    await wechat.checkText(text); // so that there is a token
    await faults({ busyTimes: 1 });
    expect(await wechat.sendSubscribeMessage(message)).toBe('sent');
    await faults({ away: true });
    paths.length = 0;
    await expect(wechat.sendSubscribeMessage(message)).rejects.toEqual(fails('away', 0));
    expect(asked('subscribe/send')).toBe(1);
  });

  test.each([40003, 40037, 41030, 47003, 99999])('%i is not repeated', async (code) => {
    await faults({ codes: { '/cgi-bin/message/subscribe/send': code } });
    await expect(wechat.sendSubscribeMessage(message)).rejects.toEqual(
      fails(expect.stringMatching(/bad_request|settings/) as never, code),
    );
    expect(asked('subscribe/send')).toBe(1);
  });

  test('whatever is written into a field, WeChat takes it', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }),
        (a, b, at) => {
          const fields = {
            thing1: a,
            thing20: b.repeat(3),
            character_string3: `No.${b}`,
            name4: `示例${a}`,
            phrase5: `已答复${b}`,
          };
          const made = messageData({
            ...fields,
            number6: `1${a}`,
            letter7: `A${b}`,
            symbol8: `#${a}`,
            phone_number9: `1${b}`,
            time10: at,
            date11: at,
          });
          expect(readMessageData(JSON.parse(JSON.stringify(made)))).not.toBeNull();
        },
      ),
    );
  });

  test('a long thing ends in an ellipsis, an empty one says 无, China time is used', () => {
    const made = messageData({
      thing1: '一二三四五六七八九十'.repeat(3),
      thing2: ' ',
      date3: new Date('2026-12-31T16:00:00Z'),
      time4: new Date('2026-12-31T16:05:00Z'),
    });
    expect(made.thing1?.value).toBe('一二三四五六七八九十一二三四五六七八九…');
    expect(made.thing2?.value).toBe('无');
    expect(made.date3?.value).toBe('2027年01月01日');
    expect(made.time4?.value).toBe('2027年01月01日 00:05');
  });

  test.each([
    { character_string1: '没有一个能留' },
    { time1: '明天' },
    { thing: '没有编号' },
    { constructor1: 'x' },
    { date1: new Date(Number.NaN) },
  ])('%j is refused before it is sent', async (data) => {
    await expect(wechat.sendSubscribeMessage({ ...message, data: data as never })).rejects.toEqual(
      fails('bad_request', 47003),
    );
    expect(paths).toEqual([]);
  });
});

describe('mini-program codes', () => {
  test('is a picture of the asked width', async () => {
    const png = Buffer.from(await wechat.unlimitedCode(picture));
    expect(png.subarray(0, 4).toString('latin1')).toBe('\x89PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(300);
    const other = Buffer.from(await wechat.unlimitedCode({ ...picture, scene: '330822.K7M3' }));
    expect(other.equals(png)).toBe(false);
  });

  test.each([
    [{ scene: '3'.repeat(33) }, 40169],
    [{ scene: 'a&b' }, 40129],
    [{ page: '/pages/index' }, 41030],
    [{ width: 99 }, 40097],
  ])('%j: %i', async (change, code) => {
    await expect(wechat.unlimitedCode({ ...picture, ...change })).rejects.toEqual(
      fails(expect.any(String) as never, code),
    );
  });
});

describe('bad days', () => {
  test('what does no harm is tried again when the connection breaks', async () => {
    await wechat.checkText(text);
    await faults({ away: true });
    paths.length = 0;
    await expect(wechat.checkText(text)).rejects.toEqual(fails('away', 0));
    expect(asked('msg_sec_check')).toBe(3);
  });

  test.each([{ garbled: true }, { httpStatus: 502 }, { httpStatus: 404 }, { codes: { '/sns/jscode2session': 45011 } }])(
    '%j is away',
    async (fault) => {
      await faults(fault);
      await expect(wechat.code2Session(await loginCode())).rejects.toEqual(fails('away'));
    },
  );

  test('a reply that is a page is not taken for a picture', async () => {
    await wechat.checkText(text);
    await faults({ garbled: true });
    await expect(wechat.unlimitedCode(picture)).rejects.toEqual(fails('away'));
  });

  test('slowness ends at the time given, repetitions included', async () => {
    await faults({ latencyMs: 60_000 });
    await expect(open({ timeoutMs: 200 }).checkText(text)).rejects.toEqual(fails('away', 0));
    // The first took all of it; on a busy machine it may not even have arrived.
    expect(asked('stable_token') + asked('msg_sec_check')).toBeLessThanOrEqual(1);
  });

  test('nobody there at all is away', async () => {
    const gone = createServer();
    const address = await listening(gone.listen(0, '127.0.0.1'));
    await close(gone);
    await expect(open({ baseUrl: address }).code2Session('x')).rejects.toEqual(fails('away', 0));
  });

  test.each<[string, RequestListener]>([
    ['nothing', (_, reply) => reply.end()],
    ['null', (_, reply) => reply.end('null')],
    ['no openid', (_, reply) => reply.end('{"session_key":"x"}')],
    ['another type', (_, reply) => reply.end('{"openid":7,"errcode":"0"}')],
    [
      'half a reply',
      (_, reply) => void reply.writeHead(200, { 'content-length': '99' }).write('{', () => reply.destroy()),
    ],
    ['a redirect', (_, reply) => reply.writeHead(302, { location: `${origin}/stand-in/people` }).end()],
  ])('%s is away', async (_, listener) => {
    const odd = createServer(listener);
    const baseUrl = await listening(odd.listen(0, '127.0.0.1'));
    await expect(open({ baseUrl }).code2Session('x')).rejects.toEqual(fails('away'));
    await close(odd);
  });

  test('an error carries no secret, no token, no code and no openid, however it is printed', async () => {
    await wechat.checkText(text);
    const errors: unknown[] = [];
    for (const fault of [
      { away: true },
      { away: false, codes: { '/wxa/msg_sec_check': 40001, '/sns/jscode2session': 40029 } },
    ]) {
      await faults(fault);
      errors.push(await wechat.checkText(text).catch((error: unknown) => error));
      errors.push(await wechat.code2Session('a-code-of-someone').catch((error: unknown) => error));
    }
    expect(errors.every((error) => error instanceof WeChatError)).toBe(true);
    const printed = errors
      .map((error) => `${(error as Error).stack} ${JSON.stringify(error)} ${(error as Error).cause}`)
      .join('\n');
    for (const secret of [ACCOUNT.secret, 'stand-in-', 'a-code-of-someone', zhang.openid, 'access_token'])
      expect(printed.replaceAll(/\/\S*wechat-stand-in\S*/g, '')).not.toContain(secret);
    expect(printed).toContain('00000000-00000000-00000000');
  });
});
