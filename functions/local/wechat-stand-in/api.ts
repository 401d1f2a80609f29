import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { readMessageData } from './message-rules';
import { qrPng } from './qr-png';
import type { PictureCheck, Verdict, World } from './world';

/** Put into a text, they make the check say so. The demo shows with them what happens then. */
const MARKER_WORDS: Record<string, Verdict> = { 样例待看: 'review', 样例违规: 'risky' };

const LABELS = { pass: 100, review: 20001, risky: 20006 };
const SCENE = /^[0-9A-Za-z!#$'()*+,/:;=?@\-._~]+$/;

type Account = {
  appid: string;
  secret: string;
  visitLastsMs: number;
  /** Told of every picture that is to be checked. */
  onPicture: (check: PictureCheck) => void;
};
type Body = Record<string, unknown>;
type Ended = { errcode: number } & Body;

/** The paths of api.weixin.qq.com that Lianxin uses, with their error codes. Like WeChat, it answers 200 whatever happened. */
export function wechatApi(world: World, account: Account): Hono {
  const app = new Hono();
  app.use(async (c, next) => (await misbehave(world, c)) ?? next());
  app.get('/sns/jscode2session', (c) => c.text(JSON.stringify(signIn(world, account, c.req.query()))));
  app.post('/cgi-bin/stable_token', async (c) => c.json(stableToken(world, account, await bodyOf(c))));

  const answers: Record<string, (body: Body) => Ended | Buffer | Promise<Ended>> = {
    '/wxa/business/getuserphonenumber': (body) => phoneNumber(world, account, body),
    '/wxa/msg_sec_check': (body) => checkText(world, account, body),
    '/wxa/media_check_async': (body) => checkPicture(world, account, body),
    '/cgi-bin/message/subscribe/send': (body) => sendMessage(world, body),
    '/wxa/getwxacodeunlimit': drawCode,
  };
  for (const [path, answer] of Object.entries(answers)) {
    app.post(path, async (c) => {
      const fault = world.token.fault(c.req.query('access_token'));
      const reply = fault ? ended(fault) : await answer(await bodyOf(c));
      if (!Buffer.isBuffer(reply)) return c.json(reply);
      return c.body(new Uint8Array(reply), 200, { 'content-type': 'image/png' });
    });
  }
  return app;
}

async function misbehave({ faults }: World, c: Context): Promise<Response | undefined> {
  // Whoever waits for it may end before.
  if (faults.latencyMs) await new Promise<void>((wake) => setTimeout(wake, faults.latencyMs).unref());
  if (faults.away) {
    c.env?.incoming?.socket?.destroy();
    return c.text('', 503);
  }
  if (faults.httpStatus) return c.text('', faults.httpStatus as 500);
  if (faults.garbled) return c.html('<html>not what was asked for</html>');
  const path = Object.keys(faults.codes).find((each) => c.req.path.endsWith(each));
  if (path) return c.json(ended(faults.codes[path] as number));
  if (faults.busyTimes > 0) {
    faults.busyTimes -= 1;
    return c.json(ended(-1));
  }
}

function ended(errcode: number): Ended {
  return { errcode, errmsg: errcode ? 'stand-in rid: 00000000-00000000-00000000' : 'ok' };
}

async function bodyOf(c: Context): Promise<Body> {
  const body: unknown = await c.req.json().catch(() => null);
  return typeof body === 'object' && body !== null ? (body as Body) : {};
}

function accountFault({ appid, secret }: Account, given: Body): 0 | 40013 | 40125 {
  if (given.appid !== appid) return 40013;
  return given.secret === secret ? 0 : 40125;
}

function signIn(world: World, account: Account, query: Body): Body {
  const fault = accountFault(account, query) || (query.grant_type === 'authorization_code' ? 0 : 40002);
  if (fault) return ended(fault);
  const openid = world.codes.take('login', query.js_code);
  if (typeof openid === 'number') return ended(openid);
  if (world.isBlocked(openid)) return ended(40226);
  world.visit(openid);
  const session_key = createHash('md5').update(String(query.js_code)).digest('base64');
  return { openid, session_key, unionid: `union-${openid}` };
}

function stableToken(world: World, account: Account, body: Body): Body {
  const fault = accountFault(account, body) || (body.grant_type === 'client_credential' ? 0 : 40002);
  return fault ? ended(fault) : world.token.current(body.force_refresh === true);
}

function phoneNumber(world: World, { appid }: Account, { code, openid: asked }: Body): Ended {
  const openid = world.codes.take('phone', code, asked);
  if (typeof openid === 'number') return ended(openid);
  const phone = world.find(openid)?.phone;
  const watermark = { timestamp: Math.floor(world.now().getTime() / 1000), appid };
  const phone_info = { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark };
  return { ...ended(0), phone_info };
}

function checkText(world: World, { visitLastsMs }: Account, { version, openid, scene, content }: Body): Ended {
  const person = world.find(openid);
  if (!person || person.openid !== openid) return ended(40003);
  if (version !== 2 || ![1, 2, 3, 4].includes(scene as number)) return ended(40097);
  if (typeof content !== 'string' || content === '') return ended(44004);
  if (content.length > 2500) return ended(45002);
  if (!world.visitedWithin(person.openid, visitLastsMs)) return ended(61010);
  const found = Object.entries({ ...MARKER_WORDS, ...world.faults.textVerdicts })
    .filter(([word]) => content.includes(word))
    .map(([, verdict]) => verdict);
  const suggest = found.includes('risky') ? 'risky' : (found[0] ?? 'pass');
  const trace_id = createHash('sha256').update(content).digest('hex').slice(0, 32);
  return { ...ended(0), result: { suggest, label: LABELS[suggest] }, trace_id };
}

function checkPicture(world: World, { visitLastsMs, onPicture }: Account, body: Body): Ended {
  const { version, openid, scene, media_type, media_url } = body;
  const person = world.find(openid);
  if (!person || person.openid !== openid) return ended(40003);
  if (version !== 2 || media_type !== 2 || ![1, 2, 3, 4].includes(scene as number)) return ended(40097);
  if (typeof media_url !== 'string' || !URL.canParse(media_url)) return ended(44002);
  if (!world.visitedWithin(person.openid, visitLastsMs)) return ended(61010);
  const check = { traceId: randomUUID(), openid: person.openid, url: media_url };
  world.pictureChecks.push(check);
  onPicture(check);
  return { ...ended(0), trace_id: check.traceId };
}

function sendMessage(world: World, body: Body): Ended {
  const openid = String(body.touser);
  const templateId = String(body.template_id ?? '');
  const page = String(body.page ?? '');
  const data = readMessageData(body.data);
  if (world.find(openid)?.openid !== openid) return ended(40003);
  if (!templateId) return ended(40037);
  if (page.startsWith('/')) return ended(41030);
  if (!data) return ended(47003);
  if (!world.acceptances.spend(openid, templateId)) return ended(43101);
  const state = String(body.miniprogram_state ?? 'formal');
  world.messages.push({ openid, templateId, page, data, state, at: world.now().toISOString() });
  return ended(0);
}

/** A square code that says the scene: the real one is round, and only WeChat can draw it. */
function drawCode({ scene, page, width = 430, env_version = 'release' }: Body): Ended | Buffer {
  if (typeof scene !== 'string' || !SCENE.test(scene)) return ended(40129);
  if (scene.length > 32) return ended(40169);
  if (typeof page === 'string' && page.startsWith('/')) return ended(41030);
  const known = ['release', 'trial', 'develop'].includes(String(env_version));
  if (!known || typeof width !== 'number' || width < 280 || width > 1280) return ended(40097);
  return qrPng(scene, width);
}
