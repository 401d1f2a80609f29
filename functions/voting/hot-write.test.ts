import { Client } from 'pg';
import { v7 } from 'uuid';
import {
  all,
  castAs,
  draftOf,
  inDays,
  offices,
  openCampaign,
  residents,
  takeAs,
  withDepartments,
} from '../appraisals/testing/campaign';
import { record } from '../local/bench/recording';
import { COUNTY, testApi } from '../testing/api';

const ROLL = 5_000;
const api = testApi();

test('before PostgreSQL has statistics of the roll, a ballot costs a few pages and not the whole roll', async () => {
  const departments = await withDepartments(api);
  const office = await offices(api);
  const id = await openCampaign(api, office, draftOf(departments, inDays(api, 10)));
  const [phone] = await residents(api, ['13800200001']);
  if (!phone) throw new Error('nobody to vote');
  const taken = await takeAs(phone, id);
  const rows = Array.from({ length: ROLL }, () => ({
    jurisdiction: COUNTY,
    poll_id: id,
    id: v7(),
    electorate: 'residents' as const,
    member_hash: Buffer.from(v7().replaceAll('-', ''), 'hex'),
    station_id: null,
  }));
  await api.store.owner.inTenant(COUNTY, (tx) => tx.insertInto('poll_roll').values(rows).execute());
  const statements = await record(() => castAs(phone, id, taken, all(taken, '111')));
  const write = statements.find(({ text }) => text.includes('cast_ballots'));
  if (!write) throw new Error('no ballot was written');
  expect(await pagesOf(write.text, write.values)).toBeLessThan(60);
});

async function pagesOf(text: string, values: unknown[]): Promise<number> {
  const client = new Client({ connectionString: api.store.url });
  await client.connect();
  try {
    const asked = async () => {
      await client.query(`begin; set local role lianxin_ballots; set local app.jurisdiction = '${COUNTY}'`);
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
      await client.query('rollback');
      return rows;
    };
    // The first time a connection asks, the plan is made, of many pages of the catalogue; the one that is kept comes with the sixth.
    for (let times = 0; times < 6; times += 1) await asked();
    const rows = await asked();
    const { Plan } = rows[0]['QUERY PLAN'][0];
    return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
  } finally {
    await client.end();
  }
}
