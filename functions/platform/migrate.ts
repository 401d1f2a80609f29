import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Client } from 'pg';

type Migration = { number: number; name: string; sha256: string; sql: string };

/**
 * Brings a database up to date: the numbered files of `directory` (here `functions/migrations`) that were not applied yet, in order, each in a transaction of its own.
 * Many processes may do it at once; one works and the others find it done. The login role must own the database (or be a superuser).
 * @returns the names of the files it applied
 * @throws Error when an applied file was changed or is gone, when a number is missing, or when a file fails (which then left no trace)
 */
export async function migrate(url: string, directory = path.join(__dirname, '../migrations')): Promise<string[]> {
  const files = readMigrations(directory);
  const client = new Client({ connectionString: url, application_name: 'lianxin migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await inLockedTransaction(client, async () => {
      await ensureRoles(client);
      await client.query(MIGRATION_TABLE);
    });
    const applied: string[] = [];
    for (;;) {
      const file = await inLockedTransaction(client, () => applyNext(client, files));
      if (!file) return applied;
      applied.push(file.name);
    }
  } finally {
    await client.end();
  }
}

const MIGRATION_TABLE = `
  create table if not exists migration (
    number bigint primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  comment on table migration is 'reference: the files of functions/migrations this database has seen';`;

/** Reads `0001-platform.sql`, `0002-…`: numbers without a gap. */
function readMigrations(directory: string): Migration[] {
  const names = fs.readdirSync(directory).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  return names.sort().map((name, index) => {
    const number = Number(name.slice(0, 4));
    if (number !== index + 1)
      throw new Error(`migration ${String(index + 1).padStart(4, '0')} is missing before ${name}`);
    const sql = fs.readFileSync(path.join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sha256: createHash('sha256').update(sql).digest('hex'), sql };
  });
}

/** The lock goes with the transaction, so it works behind a pooler too; a role's own time limits would cut a long file short. */
async function inLockedTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
  try {
    await client.query('select pg_advisory_xact_lock(330822)');
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function applyNext(client: Client, files: Migration[]): Promise<Migration | undefined> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by number',
  );
  for (const [index, row] of rows.entries()) {
    const file = files[index];
    if (file?.name !== row.name)
      throw new Error(`migration ${row.name} was applied to this database, but there is no such file`);
    if (file.sha256 !== row.sha256)
      throw new Error(`migration ${row.name} was changed after it was applied: write a new one`);
  }
  const next = files[rows.length];
  if (!next) return undefined;
  try {
    await client.query(next.sql);
  } catch (error) {
    throw new Error(`migration ${next.name} failed: ${(error as Error).message}`, { cause: error });
  }
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
    next.number,
    next.name,
    next.sha256,
  ]);
  return next;
}

/** The roles that answer calls: `lianxin_app`, and `lianxin_ballots`, which takes ballots and can do nothing else. */
const ROLES = ['lianxin_app', 'lianxin_ballots'];

/**
 * Roles belong to the server, not to one database, so they may be there already, or be made by another database's migration at this moment;
 * and since PostgreSQL 16 even their maker needs a grant before it may act as one.
 */
async function ensureRoles(client: Client): Promise<void> {
  for (const role of ROLES) {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await client.query(`
      do $$ begin
        set local role ${role};
        reset role;
      exception when insufficient_privilege then
        execute format('grant ${role} to %I', session_user);
      end $$`);
  }
}
