import type { Services } from './call';
import { type Config, given } from './config';
import { openCounties } from './counties';
import { openDatabase } from './database';
import { loadedByCall } from './lazily';
import { openLog } from './log';
import { openPhones, type Phones } from './phones';
import type { openSms } from './sms';
import { openStorage } from './storage';
import type { Tokens } from './tokens';
import type { WeChat } from './wechat';

// How long a withdrawn role can go on at most: nobody asks the database while an access token lasts.
const ACCESS_MINUTES = 15;
const WECHAT_TIMEOUT_MS = 5_000;
const SMS_TIMEOUT_MS = 10_000;

// Whoever looks at a public page needs neither: they load with the first call that does.
const TOKEN_CALLS = { issueAccess: true, readAccess: true } as const;
const WECHAT_CALLS = {
  code2Session: true,
  phoneNumber: true,
  checkText: true,
  checkPicture: true,
  sendSubscribeMessage: true,
  unlimitedCode: true,
} as const;

type Own = Partial<Pick<Services, 'clock' | 'log'>> & {
  connections?: number;
  wechatTimeoutMs?: number;
  /** How short messages are sent, from whoever sends any: what it needs is heavy, and in no other function. */
  sms?: typeof openSms;
};

/** Opens what every call uses. Nothing is asked of the network yet: the first call connects. */
export function openServices(
  config: Config,
  {
    clock = () => new Date(),
    log = openLog(clock),
    connections = 10,
    wechatTimeoutMs = WECHAT_TIMEOUT_MS,
    sms,
  }: Own = {},
): Services {
  const { baseUrl, appid, secret } = config.wechat;
  let phones: Phones | undefined;
  const database = openDatabase(config.databaseUrl, { max: connections });
  return {
    config,
    clock,
    log,
    database,
    ballots: openDatabase(config.databaseUrl, { max: connections, role: 'ballots' }),
    counties: openCounties(database),
    wechat: loadedByCall<WeChat>(WECHAT_CALLS, async () => {
      const { openWeChat } = await import('./wechat');
      return openWeChat({
        baseUrl,
        appid: given(appid),
        secret: given(secret),
        timeoutMs: wechatTimeoutMs,
        now: clock,
      });
    }),
    sms: (config.sms && sms?.({ ...config.sms, timeoutMs: SMS_TIMEOUT_MS })) ?? null,
    storage: openStorage(config.storage, clock),
    tokens: loadedByCall<Tokens>(TOKEN_CALLS, async () => {
      const { openTokens } = await import('./tokens');
      return openTokens({ keys: config.tokenKeys, accessMinutes: ACCESS_MINUTES });
    }),
    get phones() {
      phones ??= openPhones({ keys: given(config.phoneKeys), hashKeys: given(config.phoneHashKeys) });
      return phones;
    },
  };
}
