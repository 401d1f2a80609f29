import { standingOf } from '../../identity/standing';
import { rolesOf } from '../../platform/standing';
import { COUNTY, type TestApi } from '../../testing/api';
import { openTestPhone, type TestPhone } from '../../testing/phone';
import type { Side } from './door';

/** Whether the side holds in this county what its token says: over HTTP whoever writes is asked again. Who lost a role holds what is left. */
export async function holdsNow({ store }: TestApi, { person, county = COUNTY }: Side): Promise<boolean> {
  const { roles } = await store.owner.inTenant(county, (tx) =>
    standingOf(tx, { jurisdiction: county, ...person }, 'none'),
  );
  const held = new Set(roles.map(({ role, id }) => `${role} ${id}`));
  return rolesOf(person, county).every(({ role, id }) => held.has(`${role} ${id}`));
}

/** A phone with a session of this side, as if they had signed in just now. */
export async function phoneOf(
  { url, services, clock }: TestApi,
  { person, county = COUNTY }: Side,
): Promise<TestPhone> {
  const { personId, sessionId, phoneVerified } = person;
  const roles = rolesOf(person, county);
  const claims = { personId, jurisdiction: county, sessionId, roles, phoneVerified };
  const phone = openTestPhone(url, county);
  phone.token = (await services.tokens.issueAccess(claims, clock.now())).token;
  return phone;
}
