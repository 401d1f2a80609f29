import { createServer } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { onServer, testDatabase } from '../testing/server';
import { DatabaseAway, isUniqueViolation, openDatabase, type Tx } from './database';

const store = testDatabase();
const HERE = '330822';
const THERE = '999901';
const NOW = new Date('2026-11-02T02:00:00Z');

const item = (jurisdiction: string) => ({
  jurisdiction,
  id: v7(),
  topic: 'test',
  payload: '{}',
  run_at: NOW,
  created_at: NOW,
});
const insert = (tx: Tx, jurisdiction: string) => tx.insertInto('outbox').values(item(jurisdiction)).execute();
const countAll = async (tx: Tx) => {
  const { n } = await tx.selectFrom('outbox').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return n;
};

beforeAll(async () => {
  await store.database.inTenant(HERE, (tx) => insert(tx, HERE));
  await store.database.inTenant(THERE, (tx) => insert(tx, THERE));
});

describe('the second fence', () => {
  test('a query that forgot its county sees that of its transaction alone', async () => {
    const rows = await store.database.inTenant(HERE, (tx) => tx.selectFrom('outbox').select('jurisdiction').execute());
    expect(rows).toEqual([{ jurisdiction: HERE }]);
  });

  test('a change that forgot its county reaches no other', async () => {
    await store.database.inTenant(HERE, (tx) => tx.updateTable('outbox').set({ attempts: 7 }).execute());
    const rows = await store.database.inTenant(THERE, (tx) => tx.selectFrom('outbox').select('attempts').execute());
    expect(rows).toEqual([{ attempts: 0 }]);
  });

  test('without a county there is nothing to see', async () => {
    expect(await store.database.withoutTenant(countAll)).toBe(0);
  });

  test("writing another county's row fails", async () => {
    await expect(store.database.inTenant(HERE, (tx) => insert(tx, THERE))).rejects.toThrow(/row-level security/);
  });

  test('it holds for the owner of the tables too, when that is no superuser', async () => {
    const client = new Client({ connectionString: store.url });
    await client.connect();
    await client
      .query('create role lianxin_plain_owner; grant all on outbox to lianxin_plain_owner')
      .catch(() => undefined);
    await client.query('alter table outbox owner to lianxin_plain_owner; set role lianxin_plain_owner');
    const { rows } = await client.query('select count(*)::int as n from outbox');
    await client.query(
      'reset role; alter table outbox owner to current_user; drop owned by lianxin_plain_owner; drop role lianxin_plain_owner',
    );
    await client.end();
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('a jurisdiction is six digits and nothing else', async () => {
    for (const bad of ["330822'; drop table outbox; --", '33082', '330822\n', '３３０８２２', ''])
      await expect(store.database.inTenant(bad, countAll)).rejects.toThrow(TypeError);
  });
});

describe('a transaction', () => {
  test('keeps nothing when work throws', async () => {
    const before = await store.database.inTenant(HERE, countAll);
    const failing = store.database.inTenant(HERE, async (tx) => {
      await insert(tx, HERE);
      throw new RangeError('changed my mind');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await store.database.inTenant(HERE, countAll)).toBe(before);
  });

  test('does not end well when a failed statement was swallowed', async () => {
    const failing = store.database.inTenant(HERE, async (tx) => {
      await insert(tx, HERE);
      await insert(tx, THERE).catch(() => undefined);
      return 'fine';
    });
    await expect(failing).rejects.toThrow('nothing was written');
  });

  test('that reads cannot write', async () => {
    await expect(store.database.inTenant(HERE, (tx) => insert(tx, HERE), 'read')).rejects.toMatchObject({
      code: '25006',
    });
  });

  test('is over when it is over: a forgotten statement does not slip into the next one', async () => {
    let kept: Tx | undefined;
    await store.database.inTenant(HERE, async (tx) => {
      kept = tx;
    });
    await expect(countAll(kept as Tx)).rejects.toThrow('was not awaited');
  });

  test('leaves nothing of itself on the connection', async () => {
    const one = openDatabase(store.url, { max: 1, role: 'owner' });
    const app = openDatabase(store.url, { max: 1 });
    await app.inTenant(HERE, countAll);
    const ask = (tx: Tx) =>
      sql`select current_setting('app.jurisdiction', true) as county, current_user as who, current_setting('statement_timeout') as ms`.execute(
        tx,
      );
    const { rows } = await app.withoutTenant(ask);
    expect(rows).toEqual([{ county: '', who: 'lianxin_app', ms: '15s' }]);
    const owner = await one.withoutTenant(ask);
    expect(owner.rows).not.toMatchObject([{ who: 'lianxin_app' }]);
    await Promise.all([one.close(), app.close()]);
  });

  test('may send its statements at once', async () => {
    const counts = await store.database.inTenant(HERE, (tx) => Promise.all([countAll(tx), countAll(tx), countAll(tx)]));
    expect(new Set(counts).size).toBe(1);
  });

  test('of one statement reads, writes, fails and takes no second one', async () => {
    const before = await store.database.inTenant(HERE, countAll, 'one read');
    await store.database.inTenant(HERE, (tx) => insert(tx, HERE), 'one write');
    expect(await store.database.inTenant(HERE, countAll, 'one read')).toBe(before + 1);
    await expect(store.database.inTenant(HERE, (tx) => insert(tx, THERE), 'one write')).rejects.toThrow(/row-level/);
    await expect(store.database.inTenant(HERE, (tx) => insert(tx, HERE), 'one read')).rejects.toMatchObject({
      code: '25006',
    });
    const twice = store.database.inTenant(HERE, (tx) => countAll(tx).then(() => countAll(tx)), 'one read');
    await expect(twice).rejects.toThrow('there was to be but one');
    expect(await store.database.inTenant(HERE, countAll, 'one read')).toBe(before + 1);
  });

  test('whose work fails before its first statement gives its connection back', async () => {
    const one = openDatabase(store.url, { max: 1 });
    const failing = one.inTenant(HERE, () => {
      throw new RangeError('at once');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await one.ping();
    await one.close();
  });

  test('gives dates as they are written, and bigints as numbers', async () => {
    const { rows } = await store.database.withoutTenant((tx) =>
      sql`select date '2026-11-02' as day, 5::bigint as big, timestamptz '2026-11-02 10:00+08' as at`.execute(tx),
    );
    expect(rows).toEqual([{ day: '2026-11-02', big: 5, at: NOW }]);
  });

  test('says which unique constraint was hurt', async () => {
    const row = item(HERE);
    const twice = store.database.inTenant(HERE, (tx) => tx.insertInto('outbox').values([row, row]).execute());
    const error = await twice.catch((e: unknown) => e);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'outbox_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'person_pkey')).toBe(false);
    expect(isUniqueViolation(new Error('x'))).toBe(false);
  });
});

describe('a database that goes away', () => {
  const name = () => new URL(store.url).pathname.slice(1);
  // Once they are gone: one still going could take the second try, too.
  const cutOff = () =>
    onServer(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name()}'`);

  test('in the middle: the caller hears DatabaseAway, the next call works', async () => {
    const failing = store.database.inTenant(HERE, async (tx) => {
      await countAll(tx);
      await cutOff();
      await countAll(tx);
    });
    await expect(failing).rejects.toBeInstanceOf(DatabaseAway);
    expect(await store.database.inTenant(HERE, countAll)).toBeGreaterThan(0);
  });

  test('in the middle of work that fails for its own reason: that reason is what the caller hears', async () => {
    const failing = store.database.inTenant(HERE, async (tx) => {
      await countAll(tx);
      await cutOff();
      throw new RangeError('own reason');
    });
    await expect(failing).rejects.toThrow(RangeError);
  });

  test('while nobody calls: nobody notices', async () => {
    const work = () => store.database.inTenant(HERE, countAll);
    await Promise.all([work(), work(), work()]);
    await cutOff();
    expect(await work()).toBeGreaterThan(0);
  });

  test('for good: DatabaseAway with the code, and not at once when it only has no room', async () => {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number };
        probe.close(() => resolve(port));
      });
    });
    const nowhere = openDatabase(`postgres://nobody@127.0.0.1:${port}/none`, { max: 1 });
    await expect(nowhere.ping()).rejects.toMatchObject({ name: 'DatabaseAway', code: 'ECONNREFUSED' });
    await nowhere.close();
    await store.database.ping();
  });

  test('or does not let us in: DatabaseAway', async () => {
    const url = new URL(store.url);
    url.pathname = '/no_such_database';
    const wrong = openDatabase(url.href, { max: 1 });
    await expect(wrong.ping()).rejects.toMatchObject({ name: 'DatabaseAway', code: '3D000' });
    await wrong.close();
  });

  test('by being busy: whoever waits too long for a connection hears DatabaseAway', async () => {
    const narrow = openDatabase(store.url, { max: 1 });
    let leave = () => {};
    const holding = narrow.inTenant(HERE, () => new Promise<void>((done) => (leave = done)));
    await expect(narrow.ping()).rejects.toBeInstanceOf(DatabaseAway);
    leave();
    await holding;
    await narrow.ping();
    await narrow.close();
  });
});

test('the counties are listed without a county, and apart those that closed', async () => {
  const row = { jurisdiction: HERE, name: '示例县', congress_name: '示例县人大', settings: '{}', created_at: NOW };
  const insert = (county: { jurisdiction: string; retired_at?: Date; farewell?: string }) =>
    store.owner.inTenant(county.jurisdiction, (tx) =>
      tx
        .insertInto('county')
        .values({ ...row, ...county })
        .execute(),
    );
  await insert({ jurisdiction: HERE });
  await insert({ jurisdiction: THERE, retired_at: NOW, farewell: '停用了。' });
  const standings = { open: new Set([HERE]), farewells: new Map([[THERE, '停用了。']]) };
  expect(await store.database.counties()).toEqual(standings);
});
