import * as z from 'zod/mini';
import { normalizePhone } from './phones';
import { WeChatError } from './wechat/errors';
import { type Asked, ask, parsed, type Repeat } from './wechat/exchange';
import { type MessageFields, messageData } from './wechat/message-data';
import { type TextVerdict, textPieces, worstOf } from './wechat/text-check';
import { openToken } from './wechat/token';

export { WeChatError };

type WeChatSettings = {
  baseUrl: string;
  appid: string;
  secret: string;
  /** For one call, repetitions included; a call that first needs a token may take twice as long. */
  timeoutMs: number;
  now: () => Date;
};

const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;

/** Every call throws `WeChatError` and nothing else. What WeChat calls openid is who the person is in this mini-program. */
export type WeChat = {
  /** `jsCode` from `wx.login`: single use, five minutes. WeChat's session_key is neither returned nor kept. */
  code2Session(jsCode: string): Promise<{ openid: string; unionid?: string }>;
  /** `code` from the phone button of this account: single use, five minutes. `phone` is `+86…`. */
  phoneNumber(code: string, openid: string): Promise<{ phone: string; countryCode: string }>;
  /** However long the text: it is checked in pieces, and the worst verdict counts. */
  checkText(text: { openid: string; content: string; scene: keyof typeof SCENES }): Promise<TextVerdict>;
  /**
   * Has a picture checked; the verdict is pushed within half an hour, under the trace that is returned. `url` must open as long.
   * Asked twice, it is checked twice.
   */
  checkPicture(picture: { openid: string; url: string; scene: keyof typeof SCENES }): Promise<string>;
  /** One acceptance is one message. `refused` is normal: the in-app inbox has it anyway. */
  sendSubscribeMessage(message: {
    openid: string;
    templateId: string;
    page: string;
    data: MessageFields;
    state: 'formal' | 'trial' | 'developer';
  }): Promise<'sent' | 'refused'>;
  /** A mini-program code (小程序码): PNG, or JPEG where WeChat prefers it. `scene` ≤ 32, `page` without `/` in front, `width` 280–1280. */
  unlimitedCode(code: {
    scene: string;
    page: string;
    width: number;
    envVersion: 'release' | 'trial' | 'develop';
  }): Promise<Uint8Array>;
};

const PICTURES = [Buffer.from('\x89PN', 'latin1'), Buffer.from('\xff\xd8\xff', 'latin1')];

const Session = z.object({ openid: z.string().check(z.minLength(1)), unionid: z.optional(z.string()) });
const Phone = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    countryCode: z.union([z.string(), z.number()]),
    watermark: z.object({ appid: z.string() }),
  }),
});
const Checked = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.int() }),
  trace_id: z.string(),
});
const Traced = z.object({ trace_id: z.string().check(z.minLength(1)) });
const Done = z.object({ errcode: z.optional(z.literal(0)) });

/** A client of WeChat's server API for one mini-program. Keep one a process: it holds the token. */
export function openWeChat({ baseUrl, appid, secret, timeoutMs, now }: WeChatSettings): WeChat {
  const withToken = openToken({ baseUrl, appid, secret, timeoutMs, now });
  const call = (path: string, body: unknown, repeat: Repeat) =>
    withToken((access_token) => ask(baseUrl, { path, query: { access_token }, body }, timeoutMs, repeat));

  return {
    async code2Session(jsCode) {
      const query = { appid, secret, js_code: jsCode, grant_type: 'authorization_code' };
      const asked: Asked = { path: '/sns/jscode2session', query };
      return parsed(Session, await ask(baseUrl, asked, timeoutMs, 'if_untouched'));
    },

    async phoneNumber(code, openid) {
      const answer = await call('/wxa/business/getuserphonenumber', { code, openid }, 'if_untouched');
      const { purePhoneNumber, countryCode, watermark } = parsed(Phone, answer).phone_info;
      const phone = normalizePhone(`+${countryCode}${purePhoneNumber}`);
      if (!phone || watermark.appid !== appid) throw new WeChatError('away');
      return { phone, countryCode: String(countryCode) };
    },

    async checkText({ openid, content, scene }) {
      return worstOf(textPieces(content), async (piece) => {
        const body = { version: 2, openid, scene: SCENES[scene], content: piece };
        const { result, trace_id } = parsed(Checked, await call('/wxa/msg_sec_check', body, 'always'));
        return { ...result, traceId: trace_id };
      });
    },

    async checkPicture({ openid, url, scene }) {
      const body = { version: 2, openid, scene: SCENES[scene], media_type: 2, media_url: url };
      return parsed(Traced, await call('/wxa/media_check_async', body, 'if_untouched')).trace_id;
    },

    async sendSubscribeMessage({ openid, templateId, page, data, state }) {
      const message = { touser: openid, template_id: templateId, page, miniprogram_state: state, lang: 'zh_CN' };
      const body = { ...message, data: messageData(data) };
      try {
        parsed(Done, await call('/cgi-bin/message/subscribe/send', body, 'if_untouched'));
        return 'sent';
      } catch (error) {
        if (error instanceof WeChatError && error.kind === 'refused') return 'refused';
        throw error;
      }
    },

    async unlimitedCode({ scene, page, width, envVersion }) {
      const body = { scene, page, width, check_path: envVersion === 'release', env_version: envVersion };
      const { bytes } = await call('/wxa/getwxacodeunlimit', body, 'always');
      const isPicture = PICTURES.some((start) => Buffer.from(bytes).subarray(0, 3).equals(start));
      if (!isPicture) throw new WeChatError('away');
      return bytes;
    },
  };
}
