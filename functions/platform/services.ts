import type { Services } from './call';
import type { Config } from './config';
import { openDatabase } from './database';
import { openLog } from './log';
import { openPhones } from './phones';
import { openStorage } from './storage';
import { openTokens } from './tokens';
import { openWeChat } from './wechat';

// How long a withdrawn role can go on at most: nobody asks the database while an access token lasts.
const ACCESS_MINUTES = 15;
const WECHAT_TIMEOUT_MS = 5_000;

type Own = Partial<Pick<Services, 'clock' | 'log'>> & { connections?: number; wechatTimeoutMs?: number };

/** Opens what every call uses. Nothing is asked of the network yet: the first call connects. */
export function openServices(
  config: Config,
  { clock = () => new Date(), log = openLog(clock), connections = 10, wechatTimeoutMs = WECHAT_TIMEOUT_MS }: Own = {},
): Services {
  const { baseUrl, appid, secret } = config.wechat;
  return {
    config,
    clock,
    log,
    database: openDatabase(config.databaseUrl, { max: connections }),
    wechat: openWeChat({ baseUrl, appid, secret, timeoutMs: wechatTimeoutMs, now: clock }),
    storage: openStorage(config.storage, clock),
    tokens: openTokens({ keys: config.tokenKeys, accessMinutes: ACCESS_MINUTES }),
    phones: openPhones({ keys: config.phoneKeys, hashKeys: config.phoneHashKeys }),
  };
}
