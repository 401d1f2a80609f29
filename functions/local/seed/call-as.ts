import { v7 } from 'uuid';
import { explained, owned, subjects } from '../../app';
import type { Call, Person, Services } from '../../platform/call';
import { COUNTY, demoCounty, seedId, villageNamed } from './county';
import { departmentsNamed } from './departments';
import { DEMO_PEOPLE } from './people';

// Made once: it takes milliseconds, and the seed makes hundreds of calls.
const county = demoCounty();

/** A call as this demo person, outside HTTP. */
export function callAs(services: Services, key: string): Call<Person> {
  const known = DEMO_PEOPLE.map((person, index) => ({ ...person, id: seedId(7, index + 1) }));
  const person = known.find((one) => one.key === key);
  const roles = {
    deputyId: county.deputies.find(({ name }) => name === person?.deputy)?.id ?? null,
    stationIds: county.stations.filter(({ name }) => person?.clerkOf?.includes(name)).map(({ id }) => id),
    villages: person?.supervisorOf ? [villageNamed(county, person.supervisorOf).code] : [],
    departmentIds: departmentsNamed(person?.departments),
    admin: person?.admin ?? false,
  };
  const { inTenant } = services.database;
  return {
    jurisdiction: COUNTY,
    caller: { personId: person?.id ?? '', sessionId: v7(), ...roles, phoneVerified: true },
    device: null,
    now: services.clock(),
    services,
    subjects,
    owned,
    explained,
    read: (work) => inTenant(COUNTY, work, 'read'),
    write: (work) => inTenant(COUNTY, work),
  };
}

/** A call as somebody whom the demo does not offer to sign in as. */
export function callAsOther(services: Services, personId: string, roles: Partial<Person> = {}): Call<Person> {
  const call = callAs(services, 'chen');
  return { ...call, caller: { ...call.caller, personId, ...roles } };
}

/** The id of the deputy of this name. @throws Error where there is none */
export function deputyNamed(name: string): string {
  const found = county.deputies.find((deputy) => deputy.name === name);
  if (!found) throw new Error(`no deputy ${name} in the demo county`);
  return found.id;
}

/** A call as this deputy, whether the demo offers to sign in as them or not. */
export function callAsDeputy(services: Services, name: string): Call<Person> {
  const known = DEMO_PEOPLE.find(({ deputy }) => deputy === name);
  const deputyId = deputyNamed(name);
  return known ? callAs(services, known.key) : callAsOther(services, deputyId, { deputyId });
}
