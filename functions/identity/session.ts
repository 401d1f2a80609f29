import type { Me, Session } from '../../shared/identity/contract';
import { namesOf } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import type { PersonRow } from './queries';

// A session nobody renews for this long has ended.
const SESSION_DAYS = 30;

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 86_400_000);
}

/** A person as they may see themselves. */
export async function meOf(call: Call, person: PersonRow): Promise<Me> {
  const { jurisdiction, services } = call;
  const names = await namesOf(call);
  const phone =
    person.phone_cipher && services.phones.decrypt(person.phone_cipher, { jurisdiction, personId: person.id });
  return {
    id: person.id,
    name: person.name,
    maskedPhone: phone && maskPhone(phone),
    roles: [
      { role: 'resident', deputyId: null, deputyName: null },
      ...person.memberships.map(({ role, deputy_id: deputyId }) => ({
        role,
        deputyId,
        deputyName: deputyId && names.deputyName(deputyId),
      })),
    ],
  };
}

/** A fresh access token with what the person may do as of now. */
export async function accessFor(
  call: Call,
  person: PersonRow,
  sessionId: string,
): Promise<Omit<Session, 'refreshToken'>> {
  const access = await call.services.tokens.issueAccess(
    {
      personId: person.id,
      jurisdiction: call.jurisdiction,
      sessionId,
      roles: person.memberships.flatMap(({ role, deputy_id: id }) => (id ? [{ role, id }] : [])),
      phoneVerified: person.phone_cipher !== null,
    },
    call.now,
  );
  return { accessToken: access.token, accessExpiresAt: access.expiresAt.toISOString(), me: await meOf(call, person) };
}
