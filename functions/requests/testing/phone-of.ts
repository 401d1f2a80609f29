import type { Role } from '../../../shared/kernel/procedure';
import { COUNTY, type TestApi } from '../../testing/api';
import { openTestPhone, type TestPhone } from '../../testing/phone';
import type { Side } from './door';

/** A phone with a session of this side, as if they had signed in just now. */
export async function phoneOf(
  { url, services, clock }: TestApi,
  { person, county = COUNTY }: Side,
): Promise<TestPhone> {
  const { personId, sessionId, phoneVerified, deputyId, stationIds, villages, admin } = person;
  const held: [Role, readonly string[]][] = [
    ['deputy', deputyId ? [deputyId] : []],
    ['clerk', stationIds],
    ['supervisor', villages],
    ['admin', admin ? [county] : []],
  ];
  const roles = held.flatMap(([role, ids]) => ids.map((id) => ({ role, id })));
  const claims = { personId, jurisdiction: county, sessionId, roles, phoneVerified };
  const phone = openTestPhone(url, county);
  phone.token = (await services.tokens.issueAccess(claims, clock.now())).token;
  return phone;
}
