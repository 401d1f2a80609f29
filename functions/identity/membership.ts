import type { Membership } from '../../shared/identity/contract';
import { dayOf } from '../../shared/kernel/days';
import type { CountyDirectory } from '../directory/public';
import type { Call } from '../platform/call';
import { maskPhone } from '../platform/phones';
import { placeOf } from './place';
import type { MembershipRow } from './queries-shown-memberships';
import { asksFor } from './second-factor-rule';
import { Settings } from './settings';

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
    ...(asksFor(names.settings(Settings), row.role) && { secondFactor: secondFactorOf(call, row) }),
  };
}

function secondFactorOf({ now }: Call, row: MembershipRow): Membership['secondFactor'] {
  const { factor_since: since, factor_used_at: usedAt, backup_left: backupLeft, locked_until: locked } = row;
  return {
    since: since && dayOf(since),
    usedOn: usedAt && dayOf(usedAt),
    backupLeft,
    lockedUntil: locked && locked > now ? locked.toISOString() : null,
  };
}

/** The phone it was given to, else the one of whoever took it by invitation. A cipher is sealed to the row it stands in. */
function maskedPhoneOf({ jurisdiction, services }: Call, row: MembershipRow): string | null {
  const { id, person_id, phone_cipher, own_phone_cipher } = row;
  if (phone_cipher) return maskPhone(services.phones.decrypt(phone_cipher, { jurisdiction, personId: id }));
  if (!person_id || !own_phone_cipher) return null;
  return maskPhone(services.phones.decrypt(own_phone_cipher, { jurisdiction, personId: person_id }));
}
