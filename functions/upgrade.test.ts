import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import type { Procedure } from '../shared/kernel/procedure';
import * as requests from '../shared/requests/contract';
import { STATE_NAMES } from '../shared/requests/states';
import { DEMO_PEOPLE } from './local/seed/people';
import { seed } from './local/seed/write';
import type { Services } from './platform/call';
import { migrate } from './platform/migrate';
import { openServices } from './platform/services';
import { COUNTY, deputyNamed, testApi, villageOf } from './testing/api';
import { onServer, urlOf } from './testing/server';
import { wholeApp } from './whole-app';

/**
 * A database of the version before, with a matter in every state, is brought up to date: every matter can still do what it could. What
 * was written then is told here in plain SQL, because the code that wrote it is gone.
 */
const api = testApi();
const BEFORE = '0008';
const MIGRATIONS = join(__dirname, 'migrations');
const name = `lianxin_upgrade_${randomBytes(6).toString('hex')}`;
const url = () => urlOf(name);
const old = mkdtempSync(join(tmpdir(), 'lianxin-before-'));
const broken = mkdtempSync(join(tmpdir(), 'lianxin-broken-'));
const files = readdirSync(MIGRATIONS).filter((file) => /^\d{4}-.+\.sql$/.test(file));

type Was = { state: string; outcome?: string; kinds: string[]; set?: Record<string, unknown>; contact?: true };
const ON = '2026-11-16';
const answered = {
  answered_on: ON,
  lapses_on: '2026-12-16',
  opened_at: `${ON}T02:00:00Z`,
  taken_at: `${ON}T02:00:00Z`,
};

/** Each: where it stood, and what had happened to it. */
const MATTERS: Record<string, Was> = {
  // The same slip under two spellings, when each was a slip of its own.
  new: { state: 'with_deputy', kinds: [], set: { slip_number: 'B 7' } },
  asked: {
    state: 'asked',
    kinds: ['opened', 'asked'],
    set: { asked_on: ON, lapses_on: '2026-12-16', slip_number: 'b7' },
  },
  answered: { state: 'answered', kinds: ['opened', 'answered'], set: answered },
  solved: {
    state: 'closed',
    outcome: 'solved',
    kinds: ['answered', 'solved'],
    set: { answered_on: ON, closed_on: ON },
  },
  lapsed: {
    state: 'closed',
    outcome: 'lapsed',
    kinds: ['answered', 'lapsed'],
    set: { answered_on: ON, closed_on: ON },
  },
  withdrawn: { state: 'closed', outcome: 'withdrawn', kinds: ['withdrawn'], set: { closed_on: ON } },
  keptBack: { state: 'with_deputy', kinds: ['kept_back'], set: { text_check: 'kept_back', publication: 'declined' } },
  cleared: {
    state: 'answered',
    kinds: ['answered', 'cleared'],
    set: { ...answered, text_check: 'cleared', publication: 'pending' },
  },
  hidden: { state: 'with_deputy', kinds: ['hidden'] },
  claimed: { state: 'with_deputy', kinds: ['claimed'] },
  // Entered with the phone of `chen`, when a number alone made it theirs: one that is, and one a moment before it was.
  linked: { state: 'with_deputy', kinds: ['claimed'], contact: true },
  unlinked: { state: 'with_deputy', kinds: [], contact: true },
};

let ids: Record<string, string>;
let services: Services | undefined;
let call: (
  who: string,
  procedure: Procedure,
  input: Record<string, unknown>,
) => Promise<{ status: number; body: Record<string, unknown> }>;

beforeAll(async () => {
  for (const file of files.filter((one) => one.slice(0, 4) <= BEFORE)) cpSync(join(MIGRATIONS, file), join(old, file));
  for (const file of files) cpSync(join(MIGRATIONS, file), join(broken, file));
  writeFileSync(
    join(broken, '0010-lifecycle.sql'),
    `${'select 1;\n'}alter table request add column half text;\nselect 1 / 0;`,
  );
  await onServer(`create database ${name}`);
  await migrate(url(), old);
  await seed(url(), api.services.phones, api.clock.now());
  ids = await writeOldMatters();
});
afterAll(async () => {
  await services?.database.close();
  for (const directory of [old, broken]) rmSync(directory, { recursive: true });
  await onServer(`drop database if exists ${name} with (force)`);
});

async function sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url() });
  await client.connect();
  return (await client.query<T>(text, values).finally(() => client.end())).rows;
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await sql(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row));
}

async function personId(key: string): Promise<string> {
  const openid = DEMO_PEOPLE.find((person) => person.key === key)?.openid;
  const [person] = await sql<{ id: string }>('select id from person where openid = $1 and jurisdiction = $2', [
    openid,
    COUNTY,
  ]);
  return person?.id ?? '';
}

/** By the clerk, for who has the phone of `chen`; hashes were made by the same keys. */
async function enteredFor(resident: string | null): Promise<Record<string, unknown>> {
  const { hash, key } = api.services.phones.phoneHash('13800000001');
  const contact = { contact_cipher: Buffer.from('sealed'), contact_hash: hash, contact_hash_key: key };
  return { resident_id: resident, entered_by: await personId('clerk'), entered_as: 'clerk', ...contact };
}

async function writeOldMatters(): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  const resident = await personId('chen');
  const [station] = await sql<{ station_id: string }>('select station_id from station_village where village = $1', [
    villageOf('草坪村'),
  ]);
  for (const [index, [matter, { state, outcome, kinds, contact, set = {} }]] of Object.entries(MATTERS).entries()) {
    const id = v7();
    const at = `${ON}T01:00:00Z`;
    await insert('request', {
      jurisdiction: COUNTY,
      id,
      tracking_number: String(100_000_000 + index),
      resident_id: resident,
      deputy_id: deputyNamed('徐示例').id,
      station_id: station?.station_id,
      village: villageOf('草坪村'),
      category: 'road',
      title: '路灯坏了',
      words: '村口的路灯坏了三盏，老人晚上看不见。',
      openness: 'public',
      name_for: 'deputy',
      state,
      outcome: outcome ?? null,
      submitted_on: ON,
      round_started_on: ON,
      due_on: '2026-12-07',
      created_at: at,
      changed_at: at,
      ...(contact ? await enteredFor(kinds.length ? resident : null) : {}),
      ...set,
    });
    for (const kind of ['submitted', 'registered', ...kinds]) {
      const byDeputy = ['opened', 'asked', 'answered'].includes(kind);
      const person = byDeputy ? await personId('xu') : resident;
      const deputy = byDeputy ? deputyNamed('徐示例').id : null;
      const event = {
        jurisdiction: COUNTY,
        request_id: id,
        id: v7(),
        round: 1,
        kind,
        person_id: person,
        words: '说过的话',
        at,
      };
      await insert('request_event', { ...event, deputy_id: deputy });
    }
    await insert('notification', {
      jurisdiction: COUNTY,
      id: v7(),
      person_id: resident,
      kind: 'request_answered',
      request_id: id,
      title: '路灯坏了',
      body: '徐代表回话了',
      created_at: at,
    });
    written[matter] = id;
  }
  return written;
}

test('a migration that dies in the middle leaves the version before, which goes on', async () => {
  await expect(migrate(url(), broken)).rejects.toThrow('0010-lifecycle.sql failed');
  const applied = await sql<{ name: string }>('select name from migration order by number');
  expect(applied.at(-1)?.name).toBe('0009-schedules.sql');
  expect(
    await sql(`select 1 from information_schema.columns where table_name = 'request' and column_name = 'half'`),
  ).toEqual([]);
  await insert('notification', {
    jurisdiction: COUNTY,
    id: v7(),
    person_id: await personId('chen'),
    kind: 'request_taken',
    request_id: ids.new,
    title: '还在用',
    body: '旧版',
    created_at: new Date(`${ON}T03:00:00Z`),
  });
});

test('brought up to date, every state and word is one the code knows', async () => {
  await migrate(url());
  const states = await sql<{ state: string }>('select distinct state from request');
  // Departments came later.
  expect(states.map(({ state }) => state).sort()).toEqual(['answered', 'asked', 'closed', 'with_deputy']);
  expect(STATE_NAMES).toEqual(expect.arrayContaining(states.map(({ state }) => state)));
  const kinds = await sql<{ kind: string }>('select distinct kind from request_event');
  const known = kinds.map(({ kind }) => kind);
  expect(known).toEqual(expect.arrayContaining(['withheld', 'approved', 'consent_withdrawn', 'contact_linked']));
  for (const gone of ['kept_back', 'cleared', 'hidden', 'claimed', 'entered']) expect(known).not.toContain(gone);

  services = openServices(
    { ...api.services.config, databaseUrl: url() },
    { clock: api.clock.now, log: () => undefined },
  );
  const { tokens } = services;
  const app = wholeApp(services, { rateFactor: 1_000, dailyFactor: 1_000 });
  const roles = {
    chen: [],
    xu: [{ role: 'deputy' as const, id: deputyNamed('徐示例').id }],
    admin: [{ role: 'admin' as const, id: COUNTY }],
  };
  call = async (who, procedure, input) => {
    const caller = { personId: await personId(who), jurisdiction: COUNTY, sessionId: v7(), phoneVerified: true };
    const { token } = await tokens.issueAccess({ ...caller, roles: roles[who as keyof typeof roles] }, api.clock.now());
    const path = procedure.path.replace('{id}', String(input.id));
    const { id: _, ...rest } = input;
    const isGet = procedure.method === 'GET';
    const response = await app.request(
      `/api/v2/${COUNTY}${path}${isGet ? `?${new URLSearchParams(rest as never)}` : ''}`,
      {
        method: procedure.method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': v7() },
        ...(isGet ? {} : { body: JSON.stringify(rest) }),
      },
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
});

test('each is read as it was, and may do what it could', async () => {
  const may = async (matter: string, who = 'chen') => {
    const { status, body } = await call(who, requests.follow, { id: ids[matter] });
    expect([matter, status]).toEqual([matter, 200]);
    return (body.may as string[]).sort();
  };
  expect(await may('new')).toEqual(['supplement', 'withdraw']);
  expect(await may('asked')).toEqual(['supplement']);
  expect(await may('answered')).toEqual(['rate', 'supplement']);
  expect(await may('solved')).toEqual(['reopen']);
  expect(await may('lapsed')).toEqual(['rate']);
  expect(await may('keptBack')).toEqual(['supplement', 'withdraw', 'withdrawConsent']);
  expect(await may('keptBack', 'admin')).toContain('reviewContent');
  expect(await may('cleared', 'admin')).toContain('moderate');
  expect(await may('linked')).toEqual(['supplement', 'withdraw']);
  expect(await may('unlinked', 'admin')).toContain('correctContact');
  expect((await call('chen', requests.follow, { id: ids.unlinked })).status).toBe(404);
  expect((await call('chen', requests.offered, {})).body.items).toEqual([
    { id: ids.unlinked, villageName: '草坪村', enteredOn: ON },
  ]);
  expect(await may('asked', 'xu')).toEqual(['answer', 'note', 'pass']);
  const told = await call('chen', (await import('../shared/notifications/contract')).list, {});
  const subjects = (told.body.items as { subject: { context: string; id: string } }[]).map(({ subject }) => subject);
  expect(subjects).toContainEqual({ context: 'requests', id: ids.answered });
});

test('and does it', async () => {
  const words = '第四盏也坏了，请一起修。';
  const acts: [who: string, procedure: Procedure, input: Record<string, unknown>][] = [
    ['xu', requests.answer, { id: ids.new, words: '明天去修。' }],
    ['chen', requests.supplement, { id: ids.asked, words }],
    ['chen', requests.rate, { id: ids.answered, round: 1, outcome: 'solved' }],
    ['chen', requests.rate, { id: ids.lapsed, round: 1, outcome: 'not_solved' }],
    ['admin', requests.reviewContent, { id: ids.keptBack, decision: 'approved', reason: '没有问题。' }],
    ['admin', requests.moderate, { id: ids.cleared, publish: true }],
    ['chen', requests.withdraw, { id: ids.hidden }],
    ['chen', requests.confirmContact, { id: ids.unlinked, mine: true }],
    ['chen', requests.withdraw, { id: ids.unlinked }],
    ['admin', requests.reassign, { id: ids.claimed, words: '换一位代表。' }],
  ];
  for (const [who, procedure, input] of acts)
    expect([procedure.name, await call(who, procedure, input)]).toEqual([
      procedure.name,
      expect.objectContaining({ status: 200 }),
    ]);
});
