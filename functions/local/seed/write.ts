import { Client } from 'pg';
import { addDays, dayOf } from '../../../shared/kernel/days';
import { type Phones, sealPhone } from '../../platform/phones';
import { COUNTY, type County, demoCounty, readingOf, seedId, villageNamed } from './county';
import { DEMO_PEOPLE, type DemoPerson } from './people';

/** A second county, so that "another county's" code and token can be tried. One town, one village, one deputy. */
export const OTHER_COUNTY = '999901';

/** The office is asked for no second factor: a stranger gets in with one press, and each test need not begin with a code. */
const SETTINGS = { answerTerm: { days: 15, kind: 'working' }, phone: '0570-0000000', secondFactorOffice: false };

/**
 * Fills a database with the demo counties; does nothing when they are there, or when the database is somebody's own (`onlyEmpty`) and has
 * a county already. `url` signs in as the owner of the tables: what the calls' role may not do, it may.
 * @returns true when it filled
 */
export async function seed(url: string, phones: Phones, now: Date, onlyEmpty = false): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const demo = [COUNTY, OTHER_COUNTY];
    const there = await client.query('select 1 from county where $1 or jurisdiction = any ($2) limit 1', [
      onlyEmpty,
      demo,
    ]);
    if (there.rowCount) return false;
    await client.query('begin');
    await writeDivisions(client);
    await writeCounty(client, COUNTY, '常山县', '常山县人大常委会', now);
    await writeDirectory(client, COUNTY, demoCounty(), now);
    await writePeople(client, phones, now);
    await writeOther(client, phones, now);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}

type Row = Record<string, unknown>;

/** The term that runs has two months left at least, so that deputies serve on whatever day the demo starts; and the one before. */
function termsAround(now: Date) {
  const year = Number(addDays(dayOf(now), 30).slice(0, 4));
  return {
    running: { starts_on: `${year - 4}-01-01`, ends_on: `${year + 1}-01-31` },
    ended: { starts_on: `${year - 9}-01-01`, ends_on: `${year - 5}-12-31` },
  };
}

/** Many rows in one statement. Names come from this file alone. */
async function insert(client: Client, table: string, rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

async function writeDivisions(client: Client): Promise<void> {
  const rows = demoCounty().divisions.map((division, position) => ({ ...division, position }));
  await insert(client, 'division', [
    { code: COUNTY, parent: null, name: '常山县', level: 'county', position: 0, pinyin: 'chang shan xian' },
    { code: OTHER_COUNTY, parent: null, name: '示范县', level: 'county', position: 0, pinyin: 'shi fan xian' },
    {
      code: `${OTHER_COUNTY}101`,
      parent: OTHER_COUNTY,
      name: '示范镇',
      level: 'town',
      position: 0,
      pinyin: 'shi fan zhen',
    },
    {
      code: `${OTHER_COUNTY}101201`,
      parent: `${OTHER_COUNTY}101`,
      name: '示范村',
      level: 'village',
      position: 0,
      pinyin: 'shi fan cun',
    },
    ...rows,
  ]);
}

async function writeCounty(
  client: Client,
  jurisdiction: string,
  name: string,
  congress_name: string,
  now: Date,
): Promise<void> {
  await client.query(`set local app.jurisdiction = '${jurisdiction}'`);
  await insert(client, 'county', [{ jurisdiction, name, congress_name, settings: SETTINGS, created_at: now }]);
}

async function writeDirectory(client: Client, jurisdiction: string, county: County, now: Date): Promise<void> {
  const reception = { dayOfMonth: 10, from: '9:00', to: '11:00' };
  const own = (rows: Row[]) => rows.map((row) => ({ jurisdiction, ...row }));
  await insert(client, 'ward', own(county.wards.map(({ villages, units, ...ward }) => ward)));
  await insert(
    client,
    'ward_village',
    own(county.wards.flatMap(({ id, villages }) => villages.map((village) => ({ ward_id: id, village })))),
  );
  const units = county.wards.flatMap(({ id, units = [] }) => units.map((unit) => ({ ward_id: id, ...unit })));
  await insert(client, 'ward_unit', own(units));
  await insert(client, 'station', own(county.stations.map(({ villages, ...station }) => ({ ...station, reception }))));
  await insert(
    client,
    'station_village',
    own(county.stations.flatMap(({ id, villages }) => villages.map((village) => ({ station_id: id, village })))),
  );
  await insert(
    client,
    'deputy',
    own(
      county.deputies.map(({ id, name, intro, stationId }, index) => ({
        id,
        number: String(index + 1).padStart(4, '0'),
        name,
        intro,
        portrait: null,
        roll: index + 1,
        station_id: stationId,
        pinyin: readingOf(name),
      })),
    ),
  );
  const terms = termsAround(now);
  const mandates = county.deputies.flatMap((deputy) => deputy.mandates.map((mandate) => ({ deputy, mandate })));
  await insert(
    client,
    'mandate',
    own(
      mandates.map(({ deputy, mandate }, index) => ({
        id: seedId(6, index + 1),
        deputy_id: deputy.id,
        level: mandate.level,
        congress_name: mandate.congress,
        ward_id: mandate.wardId,
        electing_unit: mandate.electedBy,
        ...(mandate.ended ? terms.ended : terms.running),
      })),
    ),
  );
  const codes = county.deputies.flatMap(({ id, code, withdrawnCode }) => [
    { code, deputy_id: id, created_at: now, withdrawn_at: null },
    ...(withdrawnCode ? [{ code: withdrawnCode, deputy_id: id, created_at: now, withdrawn_at: now }] : []),
  ]);
  await insert(client, 'deputy_code', own(codes));
  const today = dayOf(now);
  const away = county.deputies.flatMap(({ id, awayDays }, index) =>
    awayDays
      ? {
          id: seedId(12, index + 1),
          deputy_id: id,
          from_day: today,
          to_day: addDays(today, awayDays - 1),
          created_at: now,
          withdrawn_at: null,
        }
      : [],
  );
  await insert(client, 'deputy_away', own(away));
}

async function writePeople(client: Client, phones: Phones, now: Date): Promise<void> {
  const people = DEMO_PEOPLE.map((person, index) => ({ ...person, id: seedId(7, index + 1) }));
  for (const person of people.filter(({ known }) => known)) await writePerson(client, phones, COUNTY, person, now);
  const memberships = people.flatMap((person) => membershipsOf(person));
  await insert(
    client,
    'membership',
    memberships.map(({ person, ...role }, index) => {
      const id = seedId(8, index + 1);
      const { cipher, hash, key } = sealPhone(phones, person.phone, { jurisdiction: COUNTY, personId: id });
      return {
        jurisdiction: COUNTY,
        id,
        person_id: person.known ? person.id : null,
        name: person.name ?? person.deputy,
        source: 'granted',
        phone_cipher: bytea(cipher),
        phone_hash: bytea(hash),
        phone_hash_key: key,
        granted_at: now,
        ...role,
      };
    }),
  );
}

type SeedPerson = DemoPerson & { id: string };

function membershipsOf(person: SeedPerson) {
  const county = demoCounty();
  const deputy = county.deputies.find(({ name }) => name === person.deputy);
  const stations = county.stations.filter(({ name }) => person.clerkOf?.includes(name));
  const village = person.supervisorOf && villageNamed(county, person.supervisorOf).code;
  const nowhere = {
    person,
    deputy_id: null as string | null,
    station_id: null as string | null,
    village: null as string | null,
  };
  return [
    ...(deputy ? [{ ...nowhere, role: 'deputy', deputy_id: deputy.id }] : []),
    ...stations.map(({ id }) => ({ ...nowhere, role: 'clerk', station_id: id })),
    ...(village ? [{ ...nowhere, role: 'supervisor', village }] : []),
    ...(person.admin ? [{ ...nowhere, role: 'admin' }] : []),
  ];
}

/** As JSON hands it to PostgreSQL. */
function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

async function writePerson(
  client: Client,
  phones: Phones,
  jurisdiction: string,
  person: SeedPerson,
  now: Date,
): Promise<void> {
  const { cipher, hash, key } = sealPhone(phones, person.phone, { jurisdiction, personId: person.id });
  await client.query(
    `insert into person (jurisdiction, id, openid, name, phone_cipher, phone_hash, phone_hash_key, phone_verified_at, created_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)`,
    [jurisdiction, person.id, person.openid, person.name, cipher, hash, key, now],
  );
}

async function writeOther(client: Client, phones: Phones, now: Date): Promise<void> {
  await writeCounty(client, OTHER_COUNTY, '示范县', '示范县人大常委会', now);
  const village = `${OTHER_COUNTY}101201`;
  const wardId = seedId(3, 900);
  await writeDirectory(
    client,
    OTHER_COUNTY,
    {
      divisions: [],
      wards: [{ id: wardId, level: 'county', town: null, name: '第 1 选区', villages: [village] }],
      stations: [
        {
          id: seedId(1, 900),
          name: '示范村代表联络站',
          address: '村委会一楼',
          hours: '每周三 8:30–11:30 有人',
          phone: '0570-0000900',
          latitude: null,
          longitude: null,
          villages: [village],
        },
      ],
      deputies: [
        {
          id: seedId(4, 900),
          name: '示别县',
          intro: '',
          stationId: seedId(1, 900),
          mandates: [{ level: 'county', congress: '示范县人大', wardId, electedBy: null }],
          code: 'DEM0C0DE99',
        },
      ],
    },
    now,
  );
  const people = DEMO_PEOPLE.map((person, index) => ({ ...person, id: seedId(7, 900 + index) }));
  for (const person of people.filter(({ elsewhere }) => elsewhere))
    await writePerson(client, phones, OTHER_COUNTY, person, now);
}
