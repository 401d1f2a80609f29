import { sql } from 'kysely';
import * as requests from '../../../shared/requests/contract';
import { exportDashboard, exportWorklist, MOST_EXPORTED } from '../../../shared/requests/contract/office';
import { safeCell } from '../../platform/spreadsheet/safe-cell';
import { COUNTY, matterFor, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { wordsOf } from '../../testing/spreadsheet';

const api = testApi();
let chen: TestPhone;

beforeAll(async () => {
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
});

const fetched = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
const logged = () =>
  api.store.owner.inTenant(COUNTY, async (tx) => {
    const { rows } = await sql<{ action: string; detail: object }>`select action, detail from audit_log
      where action like 'requests.export%' order by id`.execute(tx);
    return rows;
  });

test('what begins like a formula is told not to be one', () => {
  for (const odd of ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1'])
    expect(safeCell(odd)).toBe(`'${odd}`);
  for (const plain of ['路灯坏了', '12', 'a=b', '3-1', '']) expect(safeCell(plain)).toBe(plain);
});

test('the list of the screen, with what its reader may know, and no formula in it', async () => {
  await chen.call(
    requests.submit,
    matterFor('徐示例', { words: '=HYPERLINK("http://x","看这里")，路灯坏了。', name: '陈试用', nameFor: 'deputy' }),
  );
  await chen.call(
    requests.submit,
    matterFor('徐示例', {
      words: '-2+3 号路灯坏了，请来看看。',
      name: '@陈试用',
      nameFor: 'station',
      category: 'water',
    }),
  );
  const clerk = await api.signedIn('clerk');
  const { url, rows } = await clerk.call(exportWorklist, { box: 'open', village: villageOf('草坪村') });
  expect(rows).toBe(2);
  const text = wordsOf(await fetched(url));
  expect(text).toContain("'=HYPERLINK");
  expect(text).toContain("'-2+3");
  expect(text).toContain("'@陈试用");
  // The station reads both names on the screen; nobody's phone is on it.
  expect(text.match(/陈试用/g)).toHaveLength(2);
  expect(text).not.toMatch(/1[3-9]\d{9}/);
  expect(text).not.toContain('<f>');
  expect((await clerk.call(exportWorklist, { box: 'open', category: 'water' })).rows).toBe(1);
  expect((await logged()).map(({ action, detail }) => [action, detail])).toEqual([
    ['requests.exportWorklist', { rows: 2, box: 'open', village: villageOf('草坪村') }],
    ['requests.exportWorklist', { rows: 1, box: 'open', category: 'water' }],
  ]);
});

test('a clerk exports what is theirs, and nobody else anything', async () => {
  const clerk2 = await api.signedIn('clerk2');
  expect((await clerk2.call(exportWorklist, { box: 'open' })).rows).toBe(0);
  const { stations } = await (await api.signedIn('clerk')).call(requests.dashboard, {});
  expect(await clerk2.problem(exportWorklist, { box: 'open', station: stations[0]?.id })).toBe('not_found');
  expect(await clerk2.problem(exportDashboard, { station: stations[0]?.id })).toBe('not_found');
  expect(await chen.problem(exportWorklist, { box: 'open' })).toBe('not_allowed');
});

test('the tables of the dashboard, with what they are of', async () => {
  const office = await api.signedIn('admin');
  const { url, rows } = await office.call(exportDashboard, { category: 'water' });
  const text = wordsOf(await fetched(url));
  expect(rows).toBeGreaterThan(10);
  expect(text).toContain('居民说解决了');
  expect(text).toMatch(/常山县，\d{4}-01 到 \d{4}-\d{2} 收到的，水/);
  expect(text).not.toMatch(/陈试用|路灯坏/);
  expect((await logged()).at(-1)).toMatchObject({ action: 'requests.exportDashboard', detail: { category: 'water' } });
});

test('more than a file holds is refused with the way to get it, and nothing is logged as exported', async () => {
  const before = (await logged()).length;
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`insert into request (jurisdiction, id, tracking_number, resident_id, deputy_id, village, category, title, words, openness, name_for, state,
        submitted_on, round_started_on, due_on, created_at, changed_at)
      select r.jurisdiction, gen_random_uuid(), lpad((900000000 + n)::text, 9, '0'), r.resident_id, r.deputy_id, r.village, 'road', '第 ' || n || ' 件',
        r.words, r.openness, r.name_for, 'with_deputy', r.submitted_on, r.submitted_on, r.due_on, r.created_at, r.created_at
      from generate_series(1, ${MOST_EXPORTED}) n, (select * from request limit 1) r`.execute(tx),
  );
  const office = await api.signedIn('admin');
  expect(await office.problem(exportWorklist, { box: 'open' })).toBe('too_many_rows');
  expect((await office.call(exportWorklist, { box: 'open', category: 'water' })).rows).toBe(1);
  expect((await logged()).length).toBe(before + 1);
}, 60_000);
