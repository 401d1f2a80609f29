import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { procedure } from '../../shared/kernel/procedure';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, OTHER_COUNTY, testApi } from '../testing/api';
import { testsApp } from '../testing/app';
import { openTestPhone } from '../testing/phone';
import type { Tx } from './database';
import { bind } from './http';

const api = testApi();
const TABLES = [
  'outbox',
  'idempotency',
  'media_check',
  'audit_log',
  'schedule_run',
  'ward',
  'ward_village',
  'ward_unit',
  'department',
  'deputy_away',
  'boundary',
  'setting_change',
  'station',
  'station_village',
  'deputy',
  'mandate',
  'deputy_code',
  'person',
  'membership',
  'session',
  'session_token',
  'second_factor',
  'second_factor_backup',
  'daily_count',
  'desk_sign_in',
  'request',
  'request_event',
  'request_search',
  'request_apart',
  'request_figure',
  'request_figure_change',
  'audit_link',
  'audit_unlinked',
  'board_matter',
  'board_report',
  'picture',
  'notification',
  'subscription',
  'text_message',
  'former_division',
  'campaign',
  'campaign_event',
  'campaign_report',
  'campaign_report_reader',
  'poll',
  'poll_key',
  'poll_roll',
  'poll_screener',
  'assignment',
  'assignment_event',
  'assignment_part',
  'assignment_part_event',
  'answer_phrase',
  'recusal',
  'suggestion',
  'suggestion_cosigner',
  'suggestion_request',
  'suggestion_event',
  'ballot',
  'poll_leaf',
  'poll_count',
  'poll_turnout',
  'poll_words',
  'poll_issue',
  'poll_slip',
  'poll_slip_book',
  'poll_slip_entry',
  'slip_series',
  'promise',
  'promise_event',
  'promise_follower',
  'promise_report',
  'promise_report_event',
  'promise_report_paper',
  'promise_report_receipt',
  'opinion',
  'opinion_event',
] as const;

let id: string;

beforeAll(async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  ({ id } = await chen.call(requests.submit, matterFor('徐示例')));
  await chen.call(requests.supplement, { id, words: '第四盏也坏了。' });
});

/** As the role that answers calls, in a county's transaction. */
const asApp = (work: (tx: Tx) => Promise<unknown>, county = COUNTY) => api.store.database.inTenant(county, work);

test('what happened, and who did what, can be added to and nothing else', async () => {
  for (const table of ['request_event', 'audit_log']) {
    const name = sql.table(table);
    expect(await asApp((tx) => sql`select 1 from ${name}`.execute(tx))).toMatchObject({
      rows: expect.arrayContaining([expect.anything()]),
    });
    for (const statement of [sql`update ${name} set at = at`, sql`delete from ${name}`, sql`truncate ${name}`])
      await expect(asApp((tx) => statement.execute(tx))).rejects.toThrow('permission denied');
  }
});

test('a request cannot be removed, and is closed with the resident’s word or not at all', async () => {
  await expect(asApp((tx) => sql`delete from request`.execute(tx))).rejects.toThrow('permission denied');
  const close = sql`update request set state = 'closed', closed_on = '2026-11-18' where id = ${id}`;
  await expect(asApp((tx) => close.execute(tx))).rejects.toThrow('check constraint');
});

test('the fence knows every table that belongs to a county', async () => {
  const { rows } = await api.store.owner.withoutTenant((tx) =>
    sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'jurisdiction' and table_name <> 'county' order by 1`.execute(tx),
  );
  expect(rows.map(({ name }) => name)).toEqual([...TABLES].sort());
});

test('every table of a county has its fence up, by the catalogue, and the two that the owner may step over are named', async () => {
  const { rows } = await api.store.owner.withoutTenant((tx) =>
    sql<{ name: string; up: boolean; forced: boolean; policies: number }>`
      select c.relname as name, c.relrowsecurity as up, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'jurisdiction' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'county' order by 1`.execute(
      tx,
    ),
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { name, up, policies } of rows) expect([name, up, policies]).toEqual([name, true, 1]);
  expect(rows.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual([
    'board_matter',
    'media_check',
    'request_search',
  ]);
});

test("a verdict's county is found by its trace, and nobody can list traces", async () => {
  const [trace_id, picture_id] = ['trace-of-a-test', id];
  const trace = sql`insert into media_check values (${trace_id}, ${COUNTY}, ${picture_id}, ${api.clock.now()})`;
  await asApp((tx) => trace.execute(tx));
  const seen = (work: (tx: Tx) => Promise<unknown>) => api.store.database.withoutTenant(work);
  expect(await seen((tx) => sql`select 1 from media_check`.execute(tx))).toMatchObject({ rows: [] });
  expect(await asApp((tx) => sql`select 1 from media_check`.execute(tx), OTHER_COUNTY)).toMatchObject({ rows: [] });
  expect(await seen((tx) => sql`select jurisdiction from county_of_trace(${trace_id})`.execute(tx))).toMatchObject({
    rows: [{ jurisdiction: COUNTY }],
  });
});

test('a statement that forgets its county sees its own rows alone, changes no other, and can not plant any', async () => {
  for (const table of TABLES) {
    const seen = async (county: string) => {
      const { rows } = (await asApp(
        (tx) => sql`select distinct jurisdiction from ${sql.table(table)}`.execute(tx),
        county,
      )) as { rows: { jurisdiction: string }[] };
      return rows.map(({ jurisdiction }) => jurisdiction);
    };
    expect([table, (await seen(COUNTY)).filter((county) => county !== COUNTY)]).toEqual([table, []]);
    expect([table, (await seen(OTHER_COUNTY)).filter((county) => county !== OTHER_COUNTY)]).toEqual([table, []]);
  }
  await asApp((tx) => sql`update person set name = '改'`.execute(tx), OTHER_COUNTY);
  expect(await asApp((tx) => sql`select 1 from person where name = '改'`.execute(tx))).toMatchObject({ rows: [] });
  const planted = sql`insert into subscription (jurisdiction, person_id, template, remaining, changed_at)
    select ${COUNTY}, id, 'progress', 1, ${api.clock.now()} from person`;
  await expect(asApp((tx) => planted.execute(tx), OTHER_COUNTY)).rejects.toThrow('row-level security');
  const foreign = sql`insert into audit_log (jurisdiction, id, at, action, object_kind) values (${COUNTY}, ${id}, ${api.clock.now()}, 'x', 'y')`;
  await expect(asApp((tx) => foreign.execute(tx), OTHER_COUNTY)).rejects.toThrow('row-level security');
});

test('a verb that forgets its county, behind the API, shows another county nothing', async () => {
  const everything = procedure({
    name: 'tests.everything',
    summary: '忘了写县的查询',
    method: 'GET',
    path: '/tests/everything',
    who: ['resident'],
    input: z.strictObject({}),
    reply: z.object({ requests: z.int(), people: z.int(), counties: z.array(z.string()) }),
    problems: [],
    rate: 'read',
  });
  const forgetful = bind(everything, (call) =>
    call.read(async (tx) => {
      const requests = await tx.selectFrom('request').select('jurisdiction').execute();
      const people = await tx.selectFrom('person').select('jurisdiction').execute();
      const counties = new Set([...requests, ...people].map(({ jurisdiction }) => jurisdiction));
      return { requests: requests.length, people: people.length, counties: [...counties] };
    }),
  );
  const server = createServer(getRequestListener(testsApp([forgetful], api.services).fetch));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const see = async (county: string) => {
    const { token } = await api.signedIn('lin', county);
    return openTestPhone(url, county).call(everything, {}, { token: token ?? '' });
  };
  expect(await see(COUNTY)).toMatchObject({ requests: 1, counties: [COUNTY] });
  expect(await see(OTHER_COUNTY)).toMatchObject({ requests: 0, counties: [OTHER_COUNTY] });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
