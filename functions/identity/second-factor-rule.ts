import { type Role, SECOND_FACTOR_ROLES, type SecondFactorRole } from '../../shared/kernel/procedure';
import { Settings } from './settings';

/** Where somebody acts: at a computer (桌面), and whether a second factor was given there. */
export type Seat = { desk: boolean; given: boolean };

const SETTING = { admin: 'secondFactorOffice', department: 'secondFactorDepartments' } as const;

/** The county asks who holds this role for a second factor. `settings` as they are stored. */
export function asksFor(settings: unknown, role: Role): role is SecondFactorRole {
  return (
    (SECOND_FACTOR_ROLES as readonly Role[]).includes(role) &&
    Settings.parse(settings)[SETTING[role as SecondFactorRole]]
  );
}

/**
 * Which roles act, and which wait for a second factor. At a desk what waits does not act; in WeChat it does, but for what the office does alone
 * (`platform/standing.ts`, decision 45).
 */
export function actingOf<Held extends { role: Role }>(
  settings: unknown,
  { desk, given }: Seat,
  roles: readonly Held[],
) {
  const names = [...new Set(roles.map(({ role }) => role))];
  const waits = given ? [] : names.filter((role): role is SecondFactorRole => asksFor(settings, role));
  const acting = desk ? roles.filter(({ role }) => !waits.some((one) => one === role)) : [...roles];
  return { acting, waits };
}
