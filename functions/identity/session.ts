import type { Me, Session } from '../../shared/identity/contract';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import { isOver, NOWHERE, type PlaceColumns, placeOf } from './place';
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

/** A role ends with what it is held for: what residents wrote is not a former deputy's to read. */
export function rolesNow({ memberships }: PersonRow, names: CountyDirectory): PersonRow['memberships'] {
  return memberships.filter((held) => !isOver(names, held));
}

/** The roles a person has now, with their names. Most people have none, and do not wait until a county's whole directory was read. */
async function rolesOf(call: Call, person: PersonRow) {
  if (person.memberships.length === 0) return [];
  const names = await countyDirectoryOf(call);
  return rolesNow(person, names).map((membership) => ({
    membership,
    place: placeOf(names, membership),
    departmentName: names.departmentName(membership.department_id) ?? '',
  }));
}

/** A person as they may see themselves. */
export async function meOf(call: Call, person: PersonRow): Promise<Me> {
  const { jurisdiction, services } = call;
  const phone =
    person.phone_cipher && services.phones.decrypt(person.phone_cipher, { jurisdiction, personId: person.id });
  const me: Me = {
    id: person.id,
    name: person.name,
    maskedPhone: phone && maskPhone(phone),
    roles: [{ ...NOWHERE, role: 'resident' }],
  };
  for (const { membership, place, departmentName } of await rolesOf(call, person)) {
    const { role, department_id: id } = membership;
    if (role !== 'department') me.roles.push({ ...place, role });
    else if (id) me.departments = [...(me.departments ?? []), { id, name: departmentName }];
  }
  return me;
}

/** What a role is held for: a deputy, a station, a village, a department; the county itself for its office. */
export function heldFor({ deputy_id, station_id, village, department_id }: PlaceColumns, jurisdiction: string): string {
  return deputy_id ?? station_id ?? village ?? department_id ?? jurisdiction;
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
