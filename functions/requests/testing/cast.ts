import { v7 } from 'uuid';
import * as identity from '../../../shared/identity/contract';
import { callAs } from '../../local/seed/call-as';
import { demoCounty } from '../../local/seed/county';
import { seedDepartments } from '../../local/seed/departments';
import type { Person } from '../../platform/call';
import { COUNTY, deputyNamed, OTHER_COUNTY, type TestApi, villageOf } from '../../testing/api';
import { DEPARTMENTS } from './departments';
import type { Side } from './door';

export const VILLAGE = villageOf('草坪村');

/** Deputies of the village: of its town and the county, of its town, of the county, of the city; whose terms end; and one of another village. */
export const DEPUTIES = {
  deputy: deputyNamed('徐示例').id,
  colleague: deputyNamed('毛范例').id,
  away: deputyNamed('郑样本').id,
  city: deputyNamed('汪虚拟').id,
  ended: deputyNamed('范旧例').id,
  'ended-before': deputyNamed('江拟名').id,
  elsewhere: deputyNamed('单示例').id,
};

type Roles = Partial<Pick<Person, 'deputyId' | 'stationIds' | 'villages' | 'departmentIds' | 'admin'>>;

const { deputy, colleague, away, city, ended, elsewhere } = DEPUTIES;
const ofVillage = { villages: [VILLAGE] };
const ofDepartment = { departmentIds: [DEPARTMENTS.department] };
const ofStation = { stationIds: [stationNamed('草坪村代表联络站')] };

/**
 * Who meets a matter of 草坪村, by the person and the roles they hold at that moment: what somebody came to, and what they lost since.
 * `resident` says it, `supervisor` and `clerk` enter for others, `deputy` answers most of it.
 */
const SIDES = {
  resident: ['xin'],
  'resident+deputy': ['xin', { deputyId: deputy }],
  'resident+clerk': ['xin', ofStation],
  'resident+department': ['xin', ofDepartment],
  supervisor: ['jian', ofVillage],
  'supervisor+deputy': ['jian', { ...ofVillage, deputyId: deputy }],
  'supervisor-gone': ['jian'],
  'supervisor-gone+deputy': ['jian', { deputyId: deputy }],
  'other-supervisor': ['nian', ofVillage],
  clerk: ['clerk', ofStation],
  'clerk+deputy': ['clerk', { ...ofStation, deputyId: deputy }],
  'clerk-gone': ['clerk'],
  'clerk-gone+deputy': ['clerk', { deputyId: deputy }],
  'other-clerk': ['shu', ofStation],
  'clerk-elsewhere': ['clerk2', { stationIds: [stationNamed('招贤镇代表联络站')] }],
  office: ['admin', { admin: true }],
  'office+deputy': ['admin', { admin: true, deputyId: deputy }],
  deputy: ['xu', { deputyId: deputy }],
  'deputy+clerk': ['xu', { ...ofStation, deputyId: deputy }],
  'deputy+supervisor': ['xu', { ...ofVillage, deputyId: deputy }],
  'deputy-gone': ['xu'],
  'deputy-gone+clerk': ['xu', ofStation],
  colleague: ['mao', { deputyId: colleague }],
  away: ['zheng', { deputyId: away }],
  city: ['wang', { deputyId: city }],
  // The term has ended: the session is older than that, or, gone, younger.
  ended: ['fan', { deputyId: ended }],
  'ended+clerk': ['fan', { ...ofStation, deputyId: ended }],
  'ended-gone': ['fan'],
  'ended-before': ['jiang', { deputyId: DEPUTIES['ended-before'] }],
  'deputy-elsewhere': ['yuan', { deputyId: elsewhere }],
  department: ['lu', ofDepartment],
  'department+clerk': ['lu', { ...ofDepartment, ...ofStation }],
  'department-gone': ['lu'],
  'other-department': ['fang', { departmentIds: [DEPARTMENTS['other-department']] }],
  'other-resident': ['lin'],
  'office-elsewhere': ['bie', { admin: true }],
} satisfies Record<string, [person: string, roles?: Roles]>;
export type SideName = keyof typeof SIDES;

/** Who is not of the demo: made up here, with the role by which others find them. */
const HELD: Record<string, Roles> = {
  nian: ofVillage,
  shu: ofStation,
  zheng: { deputyId: away },
  wang: { deputyId: city },
  fan: { deputyId: ended },
  jiang: { deputyId: DEPUTIES['ended-before'] },
  yuan: { deputyId: elsewhere },
};

/** `nameOf`: what a person is called by their id. */
export type Cast = { sides: Record<SideName, Side>; nameOf: ReadonlyMap<string, string> };

export async function castOf(api: TestApi): Promise<Cast> {
  await seedDepartments(api.services);
  const ids = new Map<string, string>([['bie', v7()]]);
  ids.set('xin', (await (await api.signedIn('xin')).call(identity.me, {})).id);
  for (const [key, roles] of Object.entries(HELD)) ids.set(key, await addPerson(api, key, roles));
  const idOf = (key: string) => ids.get(key) ?? callAs(api.services, key).caller.personId;
  const entries = Object.entries<[string, Roles?]>(SIDES);
  const sides = entries.map(([name, [key, roles = {}]]) => [name, sideOf(idOf(key), roles, key === 'bie')]);
  // The plain names come first.
  const names = entries.map(([name, [key]]): [string, string] => [idOf(key), name]).reverse();
  return { sides: Object.fromEntries(sides), nameOf: new Map(names) };
}

function sideOf(personId: string, roles: Roles, isElsewhere: boolean): Side {
  const none = { deputyId: null, stationIds: [], villages: [], departmentIds: [], admin: false };
  const person = { personId, sessionId: v7(), phoneVerified: true, ...none, ...roles };
  return isElsewhere ? { person, county: OTHER_COUNTY } : { person };
}

async function addPerson(api: TestApi, key: string, { deputyId = null, stationIds, villages }: Roles): Promise<string> {
  const now = api.clock.now();
  const id = v7();
  const role = deputyId ? ('deputy' as const) : stationIds ? ('clerk' as const) : ('supervisor' as const);
  const place = { deputy_id: deputyId, station_id: stationIds?.[0] ?? null, village: villages?.[0] ?? null };
  const own = { jurisdiction: COUNTY, id };
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const person = { ...own, openid: `made-up-openid-of-${key}`, created_at: now, seen_at: now };
    await tx.insertInto('person').values(person).execute();
    // Whose seat the demo keeps for somebody who has not come yet.
    await tx.updateTable('membership').set({ withdrawn_at: now }).where('deputy_id', '=', deputyId).execute();
    const membership = { ...own, id: v7(), person_id: id, role, ...place, granted_at: now };
    await tx.insertInto('membership').values(membership).execute();
  });
  return id;
}

function stationNamed(name: string): string {
  const found = demoCounty().stations.find((station) => station.name === name);
  if (!found) throw new Error(`no station ${name} in the demo county`);
  return found.id;
}
