import { makeCode } from '../kernel/ids';
import type { CountyKind } from '../kernel/kinds';
import type { Role } from '../kernel/procedure';
import type { Me } from './contract';

type Held = {
  role: Role;
  deputy_id: string | null;
  station_id: string | null;
  village: string | null;
  department_id: string | null;
};

/** Eight characters (邀请码), to be read out on the telephone. `random` gives an integer in [0, below). */
export function makeInvitationCode(random: (below: number) => number): string {
  return makeCode(8, random);
}

/** Sixteen characters: too many to guess in the five minutes a computer waits. */
export function makeQrSignInCode(random: (below: number) => number): string {
  return makeCode(16, random);
}

/** Ten of these stand on paper for the day the telephone is not at hand (备用码): eight characters, each good once. */
export function makeBackupCode(random: (below: number) => number): string {
  return makeCode(8, random);
}

/** What the QR says by which a telephone's app begins to make codes (动态码): whose, where, and the secret in base 32. */
export function secondFactorLink({ secret, county, name }: { secret: string; county: string; name: string }): string {
  const issuer = encodeURIComponent(`${county}连心站`);
  return `otpauth://totp/${issuer}:${encodeURIComponent(name)}?secret=${secret}&issuer=${issuer}`;
}

/** What the QR on a computer that waits for a phone says (扫码登录). */
export function qrSignInLink(publicUrl: string, jurisdiction: string, code: string): string {
  return `${publicUrl.replace(/\/$/, '')}/d/${jurisdiction}-${code}`;
}

/** Reads what the phone scanned from a computer. Null when it is something else. */
export function readQrSignInLink(text: string): { jurisdiction: string; code: string } | null {
  const match = /^https?:\/\/[^/?#\s]+\/d\/(\d{6})-([0-9A-HJKMNP-TV-Z]{16})\/?(?:[?#]\S*)?$/.exec(text.trim());
  return match?.[1] && match[2] ? { jurisdiction: match[1], code: match[2] } : null;
}

const PLACES = ['deputy_id', 'station_id', 'village', 'department_id'] as const;

/** The same role for the same deputy, station, village or department. */
export function isSameRole(a: Held, b: Held): boolean {
  return a.role === b.role && PLACES.every((place) => a[place] === b[place]);
}

/** Of any other role a person may have several; they are one deputy at the most, because what they say is said by that deputy. */
export function mayTake(held: readonly Held[], role: Held): boolean {
  return !held.some((one) => isSameRole(one, role) || (one.role === 'deputy' && role.role === 'deputy'));
}

const ROLE_WORDS: Record<Role, string> = {
  resident: '居民',
  deputy: '人大代表',
  supervisor: '民主监督员',
  clerk: '联络站工作人员',
  admin: '人大办公室',
  department: '部门工作人员',
};

/** A role as it is said to whoever holds it, and for which deputy, village or station (`null` for the whole county). */
export function sayRole(
  { role, deputyName, villageName, stationName }: Me['roles'][number],
  kind: CountyKind,
): {
  role: string;
  of: string | null;
} {
  return {
    role: role === 'admin' ? `${kind}${ROLE_WORDS.admin}` : ROLE_WORDS[role],
    of: deputyName ?? villageName ?? stationName,
  };
}

/** Every role of a person besides a resident's, said as `sayRole` does; `is` and `id` tell one from another. */
export function sayRoles(me: Pick<Me, 'roles' | 'departments'>, kind: CountyKind): SaidRole[] {
  const held = me.roles.filter((one) => one.role !== 'resident');
  return [
    ...held.map((one) => ({ is: one.role, id: one.deputyId ?? one.stationId ?? one.village, ...sayRole(one, kind) })),
    ...(me.departments ?? []).map((one) => ({
      is: 'department' as const,
      id: one.id,
      role: ROLE_WORDS.department,
      of: one.name,
    })),
  ];
}

export type SaidRole = { is: Role; id: string | null; role: string; of: string | null };
