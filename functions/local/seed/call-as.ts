import { v7 } from 'uuid';
import { explained, owned, subjects } from '../../app';
import type { Call, Person, Services } from '../../platform/call';
import { COUNTY, demoCounty, seedId, villageNamed } from './county';
import { departmentsNamed } from './departments';
import { DEMO_PEOPLE } from './people';

/** A call as this demo person, outside HTTP. */
export function callAs(services: Services, key: string): Call<Person> {
  const known = DEMO_PEOPLE.map((person, index) => ({ ...person, id: seedId(7, index + 1) }));
  const person = known.find((one) => one.key === key);
  const county = demoCounty();
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
