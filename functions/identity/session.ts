import type { Me, Session } from '../../shared/identity/contract';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import { NOWHERE, type PlaceColumns, placeOf } from './place';
import type { PersonRow } from './queries';

// A session nobody renews for this long has ended.
const SESSION_DAYS = 30;

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 86_400_000);
}

// A computer may be anybody's tomorrow.
const COMPUTER_HOURS = 12;

export function computerSessionEnd(now: Date): Date {
  return new Date(now.getTime() + COMPUTER_HOURS * 3_600_000);
}

/** A deputy's role ends with the last of their terms: what residents wrote is not a former deputy's to read. */
export function rolesNow({ memberships }: PersonRow, names: CountyDirectory): PersonRow['memberships'] {
  return memberships.filter(({ deputy_id }) => deputy_id === null || !names.hasEnded(deputy_id));
}

/** The roles a person has now, with their names. Most people have none, and do not wait until a county's whole directory was read. */
async function rolesOf(call: Call, person: PersonRow) {
  if (person.memberships.length === 0) return [];
  const names = await countyDirectoryOf(call);
  return rolesNow(person, names).map((membership) => ({ membership, place: placeOf(names, membership) }));
}

/** A person as they may see themselves. */
export async function meOf(call: Call, person: PersonRow): Promise<Me> {
  const { jurisdiction, services } = call;
  const phone =
    person.phone_cipher && services.phones.decrypt(person.phone_cipher, { jurisdiction, personId: person.id });
  return {
    id: person.id,
    name: person.name,
    maskedPhone: phone && maskPhone(phone),
    roles: [
      { ...NOWHERE, role: 'resident' },
      ...(await rolesOf(call, person)).map(({ membership, place }) => ({ ...place, role: membership.role })),
    ],
  };
}

/** What a role is held for: a deputy, a station, a village; the county itself for its office. */
export function heldFor({ deputy_id, station_id, village }: PlaceColumns, jurisdiction: string): string {
  return deputy_id ?? station_id ?? village ?? jurisdiction;
}

/** A fresh access token with what the person may do as of now. */
export async function accessFor(
  call: Call,
  person: PersonRow,
  sessionId: string,
): Promise<Omit<Session, 'refreshToken'>> {
  const { jurisdiction } = call;
  const roles = await rolesOf(call, person);
  const access = await call.services.tokens.issueAccess(
    {
      personId: person.id,
      jurisdiction,
      sessionId,
      roles: roles.map(({ membership }) => ({ role: membership.role, id: heldFor(membership, jurisdiction) })),
      phoneVerified: person.phone_cipher !== null,
    },
    call.now,
  );
  return { accessToken: access.token, accessExpiresAt: access.expiresAt.toISOString(), me: await meOf(call, person) };
}
