import { resetSecondFactorOf } from '../identity/public';
import { maskPhone } from '../platform/phones';
import { readAdminPhone } from './admin-phone';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { selectCounty } from './queries';
import { NOTHING_WRITTEN } from './say';

/** Takes away the second factor (动态码) of the last of an office, who lost the telephone and the backup codes: nobody else of it could. */
export async function resetSecondFactor(
  { database, phones, now }: Operator,
  { county: jurisdiction, adminPhone }: OrderOf<'reset-code'>,
): Promise<Outcome> {
  const read = readAdminPhone(adminPhone);
  if ('reason' in read) return refused(read.reason, NOTHING_WRITTEN);
  return database.inTenant(jurisdiction, async (tx) => {
    if (!(await selectCounty(tx, jurisdiction))) return refused(`没有 ${jurisdiction} 这个县。`, NOTHING_WRITTEN);
    const who = maskPhone(read.phone);
    const outcome = await resetSecondFactorOf(tx, { jurisdiction, phones, now }, read.phone);
    if (outcome === 'nobody') return refused(`没有人在微信里确认过 ${who}。`, NOTHING_WRITTEN);
    if (outcome === 'none') return refused(`${who} 没有开动态码，没有什么要重置。`, NOTHING_WRITTEN);
    return done(`${who} 的动态码重置了，本人会收到一条。下次在电脑上办事，扫一个新的。`);
  });
}
