import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type Database, openDatabase } from '../platform/database';

/** Where `setup.ts` leaves the server's URL and the template's name for the test files, which are other processes. */
export const TEST_SERVER = 'LIANXIN_TEST_SERVER';
export const TEST_TEMPLATE = 'LIANXIN_TEST_TEMPLATE';

/**
 * A database of a test file's own. `database` is what calls use; `owner` may write every table, so it is for setting the scene;
 * `url` opens more of either, or a plain pg client that no fence stops.
 */
export type TestDatabase = { url: string; database: Database; owner: Database };

/** Clones the migrated template for the tests of this file (or `describe`) and drops the clone after them. Filled in from `beforeAll` on. */
export function testDatabase(): TestDatabase {
  const clone = {} as TestDatabase;
  const name = `lianxin_test_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    await onServer(`create database ${name} template ${process.env[TEST_TEMPLATE]}`);
    const url = urlOf(name);
    Object.assign(clone, {
      url,
      database: openDatabase(url, { max: 5 }),
      owner: openDatabase(url, { max: 2, role: 'owner' }),
    });
  });
  afterAll(async () => {
    await Promise.all([clone.database?.close(), clone.owner?.close()]);
    await onServer(`drop database if exists ${name} with (force)`);
  });
  return clone;
}

/** What a process that a test starts takes for now. Everything else in a test has a clock of the test's. */
export function processNow(): Date {
  return new Date(machineNow() + Number(process.env.LIANXIN_DATE_MOVED_MS ?? 0));
}

/** The machine's time in whole milliseconds, as a browser has it; `Date` says something else here. */
export function machineNow(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/** The URL of another database on the test server. */
export function urlOf(name: string): string {
  const url = new URL(process.env[TEST_SERVER] ?? 'postgres://set-up-missing');
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the server itself: databases are not made inside a transaction. */
export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env[TEST_SERVER] });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
