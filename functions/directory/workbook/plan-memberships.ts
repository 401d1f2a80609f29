import { groups } from './places';
import type { Roster } from './roster';
import type { Stored } from './stored';
import type { Count, Tools } from './tools';
import { keyOf } from './words';

type Stood = Stored['memberships'][number];
type Place = Pick<Stood, 'deputy_id' | 'station_id' | 'village' | 'department_id'>;
type Wanted = Place & { role: Stood['role']; name: string; phone: string | null };
type Ids = Tools & {
  stationIdOf(key: string | null): string | null;
  departmentIdOf(key: string | null): string | null;
  deputyIdOf(number: string): string;
};

const NOWHERE = { deputy_id: null, station_id: null, village: null, department_id: null };

/** `hashes` finds the person who verified the phone; a deputy without a phone is bound by an invitation. */
export type NewMembership = Place & {
  id: string;
  role: Stood['role'];
  name: string;
  cipher: string | null;
  hash: string | null;
  key: string | null;
  hashes: string[];
};

/**
 * The roles the roster gives. What the office granted by hand is left alone, and so is who is of a department where the file has no column
 * for that. A changed phone ends the role and gives it anew, because whoever holds the old number may be somebody else.
 */
export function planMemberships(roster: Roster, stored: Stored, ids: Ids) {
  const adds: NewMembership[] = [];
  const renames: { id: string; name: string }[] = [];
  const ends: string[] = [];
  const add = (wanted: Wanted) => void adds.push(newMembership(wanted, ids));
  const deputies = planDeputyRoles(roster, stored, ids, { add, renames, ends });
  const departments = roster.departments.filter(({ kind }) => kind === 'department');
  const kept = new Set(departments.map(({ key }) => ids.departmentIdOf(key)));
  const stays = ({ department_id }: Stood) => roster.silentOnDepartments && kept.has(department_id);
  const phoned = (role: 'supervisor' | 'staff', wanted: Wanted[]) => {
    const roles = role === 'staff' ? ['clerk', 'admin', 'department'] : ['supervisor'];
    const stood = stored.memberships.filter((one) => roles.includes(one.role) && !stays(one));
    return planPhoned(wanted, stood, ids, { add, renames, ends });
  };
  const supervisors = phoned(
    'supervisor',
    roster.supervisors.map(({ name, phone, village }) => ({ ...NOWHERE, role: 'supervisor', name, phone, village })),
  );
  const staff = phoned(
    'staff',
    roster.staff.map(({ name, phone, role, station, department }) => ({
      ...NOWHERE,
      role,
      name,
      phone,
      station_id: ids.stationIdOf(station),
      department_id: ids.departmentIdOf(department),
    })),
  );
  return { adds, renames, ends, deputies, supervisors, staff };
}

type Writes = { add(wanted: Wanted): void; renames: { id: string; name: string }[]; ends: string[] };

/** Each deputy of the file who serves or has a phone holds their role; whoever is no longer in the file does not. */
function planDeputyRoles({ deputies, terms }: Roster, stored: Stored, ids: Ids, { add, renames, ends }: Writes) {
  const stood = new Map(stored.memberships.flatMap((one) => (one.deputy_id ? [[one.deputy_id, one] as const] : [])));
  const isKnown = new Set(stored.deputies.map(({ id }) => id));
  const serving = new Set(terms.filter(({ to }) => to >= ids.today).map(({ number }) => number));
  const changed = new Set<string>();
  const kept = new Set<string>();
  for (const { number, name, phone } of deputies) {
    const deputy_id = ids.deputyIdOf(number);
    const before = stood.get(deputy_id);
    const wanted: Wanted = { ...NOWHERE, role: 'deputy', deputy_id, name, phone };
    kept.add(deputy_id);
    if (before?.source === 'granted') continue;
    const sameOwner = before && (!phone || holds(before, phone, ids));
    if (sameOwner) {
      if (before.name !== name) renames.push({ id: before.id, name });
      continue;
    }
    if (before) ends.push(before.id);
    if (phone || serving.has(keyOf(number))) add(wanted);
    if (phone && isKnown.has(deputy_id)) changed.add(deputy_id);
  }
  const gone = [...stood.values()].filter((one) => one.source === 'roster' && !kept.has(one.deputy_id ?? ''));
  ends.push(...gone.map(({ id }) => id));
  return { changed, ends: gone.length };
}

/** Supervisors and staff, each found again by phone, role and place. */
function planPhoned(wanted: Wanted[], stood: readonly Stood[], ids: Ids, { add, renames, ends }: Writes): Count {
  const before = groups(stood, placeOf);
  const kept = new Set<string>();
  let adds = 0;
  let changes = 0;
  for (const want of wanted) {
    const same = (before.get(placeOf(want)) ?? []).filter((one) => isSame(one, want, ids));
    const [found] = [...same].sort((a, b) => (a.source === b.source ? 0 : a.source === 'roster' ? -1 : 1));
    if (!found) {
      add(want);
      adds += 1;
      continue;
    }
    kept.add(found.id);
    if (found.source === 'granted' || found.name === want.name) continue;
    renames.push({ id: found.id, name: want.name });
    changes += 1;
  }
  const gone = stood.filter(({ id, source }) => source === 'roster' && !kept.has(id));
  ends.push(...gone.map(({ id }) => id));
  return { adds, changes, ends: gone.length };
}

function placeOf({ role, station_id, village, department_id }: Omit<Place, 'deputy_id'> & { role: string }) {
  return `${role}/${station_id ?? ''}/${village ?? ''}/${department_id ?? ''}`;
}

/** By the phone; who was granted the role by hand without one, by the name. */
function isSame(one: Stood, { phone, name }: Wanted, ids: Ids): boolean {
  if (phone !== null) return holds(one, phone, ids);
  return one.source === 'granted' && one.phone_hash === null && keyOf(one.name ?? '') === keyOf(name);
}

function holds({ phone_hash }: Stood, phone: string, { hashesOf }: Ids): boolean {
  return phone_hash !== null && phone !== '' && hashesOf(phone).includes(phone_hash.toString('hex'));
}

function newMembership({ phone, ...wanted }: Wanted, { newId, seal, hashesOf }: Ids): NewMembership {
  const id = newId();
  const sealed = phone ? seal(phone, id) : { cipher: null, hash: null, key: null };
  return { ...wanted, id, ...sealed, hashes: phone ? hashesOf(phone) : [] };
}
