import type { Membership } from '../../shared/identity/contract';
import { dayOf } from '../../shared/kernel/days';
import type { CountyDirectory } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import { placeOf } from './place';
import type { MembershipRow } from './queries-memberships';

/** A role as the office sees it; the phone masked, also to the office. */
export function membershipOf(call: Call, names: CountyDirectory, row: MembershipRow): Membership {
  const { deputyName, ...place } = placeOf(names, row);
  const waits = row.person_id === null && row.invitation_expires_at !== null && row.invitation_expires_at > call.now;
  return {
    id: row.id,
    role: row.role,
    name: row.name ?? deputyName,
    maskedPhone: maskedPhoneOf(call, row),
    ...place,
    ...(row.department_id && {
      departmentId: row.department_id,
      departmentName: names.departmentName(row.department_id) ?? '',
    }),
    source: row.source,
    bound: row.person_id !== null,
    invitedUntil: waits && row.invitation_expires_at ? row.invitation_expires_at.toISOString() : null,
    grantedOn: dayOf(row.granted_at),
  };
}

/** The phone it was given to, else the one of whoever took it by invitation. A cipher is sealed to the row it stands in. */
function maskedPhoneOf({ jurisdiction, services }: Call, row: MembershipRow): string | null {
  const { id, person_id, phone_cipher, own_phone_cipher } = row;
  if (phone_cipher) return maskPhone(services.phones.decrypt(phone_cipher, { jurisdiction, personId: id }));
  if (!person_id || !own_phone_cipher) return null;
  return maskPhone(services.phones.decrypt(own_phone_cipher, { jurisdiction, personId: person_id }));
}
