/**
 * What became of a short message that was not sent: `away` come again later; `settings` the same, once whoever runs this has looked (keys, sign,
 * template, an empty account); `number` there is no such number here; `stopped` its owner wants none; `too_many` enough for today; `unsure` it may
 * have been sent, so that sending it again may be once too often.
 */
export type SmsFault = 'away' | 'settings' | 'number' | 'stopped' | 'too_many' | 'unsure';

/** https://cloud.tencent.com/document/api/382/55981 */
const FAULTS: Record<string, SmsFault> = {
  'InvalidParameterValue.IncorrectPhoneNumber': 'number',
  'FailedOperation.PhoneNumberInBlacklist': 'stopped',
  'LimitExceeded.PhoneNumberDailyLimit': 'too_many',
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 'too_many',
  'LimitExceeded.PhoneNumberOneHourLimit': 'away',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'away',
  'LimitExceeded.DeliveryFrequencyLimit': 'away',
  'InternalError.Timeout': 'unsure',
  'InternalError.SendAndRecvFail': 'unsure',
};

/** A code nobody wrote down is for whoever runs this to look at. */
export function smsFaultOf(code: string): SmsFault {
  return FAULTS[code] ?? (/^(InternalError|RequestLimitExceeded)\b/.test(code) ? 'away' : 'settings');
}

/** Tencent did not do what was asked. `code` is its own, empty when none arrived; its words are left out, because they carry numbers. */
export class SmsError extends Error {
  constructor(
    readonly kind: SmsFault,
    readonly code = '',
  ) {
    super(`SMS: ${kind} ${code}`.trim());
    this.name = 'SmsError';
  }
}
