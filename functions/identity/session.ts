import type { Me, Session } from '../../shared/identity/contract';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import { isOver, NOWHERE, type PlaceColumns, placeOf } from './place';
import type { PersonRow } from './queries';
import { actingOf, type Seat } from './second-factor-rule';

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

/** A person's name and phone, as they may see them. */
export function nameOf({ jurisdiction, services }: Call, { id, name, phone_cipher }: PersonRow) {
  const phone = phone_cipher && services.phones.decrypt(phone_cipher, { jurisdiction, personId: id });
  return { name, maskedPhone: phone && maskPhone(phone) };
}

/** A person as they may see themselves, where they sit. */
export async function meOf(call: Call, person: PersonRow, seat: Seat): Promise<Me> {
  return toMe(call, person, seat, await rolesOf(call, person));
}

function toMe(call: Call, person: PersonRow, seat: Seat, roles: Awaited<ReturnType<typeof rolesOf>>): Me {
  const me: Me = { id: person.id, ...nameOf(call, person), roles: [{ ...NOWHERE, role: 'resident' }] };
  const { waits } = actingOf(
    person.settings,
    seat,
    roles.map(({ membership }) => membership),
  );
  if (waits.length) me.waiting = waits;
  for (const { membership, place, departmentName } of roles) {
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

/** A fresh access token with what the person may do as of now, in the session of this id. */
export async function accessFor(
  call: Call,
  person: PersonRow,
  { id: sessionId, ...seat }: Seat & { id: string },
): Promise<Omit<Session, 'refreshToken'>> {
  const { jurisdiction } = call;
  const roles = await rolesOf(call, person);
  const held = roles.map(({ membership }) => membership);
  const { acting, waits } = actingOf(person.settings, seat, held);
  const access = await call.services.tokens.issueAccess(
    {
      personId: person.id,
      jurisdiction,
      sessionId,
      roles: acting.map((one) => ({ role: one.role, id: heldFor(one, jurisdiction) })),
      waits,
      phoneVerified: person.phone_cipher !== null,
    },
    call.now,
  );
  const me = toMe(call, person, seat, roles);
  return { accessToken: access.token, accessExpiresAt: access.expiresAt.toISOString(), me };
}
