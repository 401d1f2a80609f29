/**
 * What a caller can do about it: `away` come again later; `bad_code` ask the person to tap again; `blocked` send them to the
 * station; `no_quota` the county's phone checks are used up; `not_visited` not in the mini-program within two hours;
 * `refused` the person did not accept the message; `settings` whoever runs it must look; `bad_request` a fault of ours.
 */
export type WeChatFault =
  | 'away'
  | 'bad_code'
  | 'blocked'
  | 'no_quota'
  | 'not_visited'
  | 'refused'
  | 'bad_token'
  | 'settings'
  | 'bad_request';

const FAULTS: Record<number, WeChatFault> = {
  [-1]: 'away', // busy
  40029: 'bad_code', // unknown or older than five minutes
  40163: 'bad_code', // used before
  40226: 'blocked', // high-risk account
  45009: 'away', // quota of the minute or day
  45011: 'away', // too often
  1400001: 'no_quota',
  61010: 'not_visited',
  43101: 'refused',
  40001: 'bad_token',
  40014: 'bad_token',
  42001: 'bad_token', // expired
  40013: 'settings', // appid
  40125: 'settings', // secret
  40164: 'settings', // our address is not on the list
  48001: 'settings', // the account may not use this call
  40037: 'settings', // template id
  41030: 'settings', // page not in the released mini-program
  40003: 'bad_request', // openid
  40129: 'bad_request', // scene: characters
  40169: 'bad_request', // scene: length
  47003: 'bad_request', // message data
};

/** A code nobody wrote down is ours to look at: repeating would not help. */
export function faultOf(code: number): WeChatFault {
  return FAULTS[code] ?? 'bad_request';
}

const PASSING: readonly WeChatFault[] = ['away', 'bad_token', 'settings', 'no_quota'];

/** The same call may end well later: WeChat comes back, or whoever runs this mends what is set up wrongly. */
export function mayPass(error: WeChatError): boolean {
  return PASSING.includes(error.kind);
}

/**
 * WeChat did not do what was asked. `code` is WeChat's errcode, 0 when none arrived; `rid` is what WeChat's support asks for.
 * WeChat's own words and the address called are left out, because they carry openids, secrets and tokens.
 */
export class WeChatError extends Error {
  constructor(
    readonly kind: WeChatFault,
    readonly code = 0,
    readonly rid?: string,
    /** The request may have arrived, so what it asked for may have happened. */
    readonly uncertain = false,
  ) {
    super(`WeChat: ${kind} ${code}`);
    this.name = 'WeChatError';
  }
}
