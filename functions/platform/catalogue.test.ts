import * as fs from 'node:fs';
import * as path from 'node:path';
import { Client } from 'pg';
import { testDatabase } from '../testing/server';
import { dumpSchema } from './schema-dump';

/** What keeps a province possible: the rules that a distributed PostgreSQL (Citus) asks of every table, constraint and statement. */

const store = testDatabase();
const MIGRATIONS = path.join(__dirname, '../migrations');
const FUNCTIONS = path.join(__dirname, '..');

/** Asks the catalogue of a freshly migrated database; each row names one offender. */
async function ask<T extends object = { offender: string }>(query: string): Promise<T[]> {
  const client = new Client({ connectionString: store.url });
  await client.connect();
  const { rows } = await client.query(query).finally(() => client.end());
  return rows;
}

/** Tables, and whether each is a nationwide list instead of a county's data: then its comment begins with "reference:". */
const TABLES = `tables as (
  select oid, relname::text as name, coalesce(obj_description(oid, 'pg_class') like 'reference: %', false) as is_reference
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))`;

test('there are tables of counties and nationwide lists, so that none of this holds for want of any', async () => {
  const rows = await ask<{ name: string; is_reference: boolean }>(
    `with ${TABLES} select name, is_reference from tables`,
  );
  const names = (is: boolean) => rows.filter((row) => row.is_reference === is).map((row) => row.name);
  expect(names(true)).toEqual(expect.arrayContaining(['county', 'division', 'migration']));
  expect(names(false)).toEqual(expect.arrayContaining(['outbox', 'person', 'request', 'request_event']));
});

describe('rule 1: the county comes first', () => {
  test('every table of a county has a jurisdiction, which is never null and has six digits', async () => {
    const offenders =
      await ask(`with ${TABLES} select name as offender from tables where not is_reference and not exists (
      select from pg_attribute where attrelid = tables.oid and attname = 'jurisdiction' and attnotnull and atttypid = 'text'::regtype)
      or not is_reference and not exists (
        select from pg_constraint where conrelid = tables.oid and contype = 'c' and pg_get_constraintdef(pg_constraint.oid) like '%jurisdiction ~ ''^[0-9]{6}$''%')`);
    expect(offenders).toEqual([]);
  });

  test('in every primary key, unique index and foreign key, on both of its sides, and in every other index', async () => {
    const offenders = await ask(`with ${TABLES},
      keys as (
        select conname::text as offender, conrelid as rel, conkey[1] as first, confrelid as other, confkey[1] as other_first
        from pg_constraint where contype in ('p', 'u', 'f', 'x')
        union all select indexrelid::regclass::text, indrelid, indkey[0], 0, null from pg_index)
      select offender from keys join tables on tables.oid = rel and not is_reference
      left join tables target on target.oid = other
      where not exists (select from pg_attribute where attrelid = rel and attnum = first and attname = 'jurisdiction')
      or target.is_reference = false and not exists (
        select from pg_attribute where attrelid = other and attnum = other_first and attname = 'jurisdiction')`);
    expect(offenders).toEqual([]);
  });

  test('every table has a primary key', async () => {
    const offenders = await ask(`with ${TABLES} select name as offender from tables where not exists (
      select from pg_constraint where conrelid = tables.oid and contype = 'p')`);
    expect(offenders).toEqual([]);
  });
});

test('rule 2: no triggers', async () => {
  expect(await ask('select tgname as offender from pg_trigger where not tgisinternal')).toEqual([]);
});

test('rule 3: a foreign key restricts or cascades on delete, and does nothing on update', async () => {
  const offenders = await ask(`select conname as offender from pg_constraint
    where contype = 'f' and (confdeltype not in ('a', 'r', 'c') or confupdtype not in ('a', 'r'))`);
  expect(offenders).toEqual([]);
});

test('rule 4: tables first, keys to others afterwards, one change in each ALTER TABLE', () => {
  const files = fs.readdirSync(MIGRATIONS).filter((name) => /^\d{4}-/.test(name));
  const offenders = files.flatMap((name) =>
    statementsOf(fs.readFileSync(path.join(MIGRATIONS, name), 'utf8')).filter(breaksRule4),
  );
  expect(files.length).toBeGreaterThan(4);
  expect(offenders).toEqual([]);
  expect(breaksRule4('alter table a add b int, add c int')).toBe(true);
  expect(breaksRule4('create table a (b int references c (d))')).toBe(true);
  expect(breaksRule4('alter table a add constraint b foreign key (c, d) references e (c, d)')).toBe(false);
});

/** Good enough for our own files: no semicolon or comma in a string or a function's body. */
function statementsOf(sql: string): string[] {
  const bare = sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");
  return bare.split(';').map((statement) => statement.replace(/\s+/g, ' ').trim().toLowerCase());
}

function breaksRule4(statement: string): boolean {
  if (statement.startsWith('create table')) return /\breferences\b/.test(statement);
  if (!statement.startsWith('alter table')) return false;
  let flat = statement;
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, '');
  return flat.includes(',');
}

test('rule 5: keys are bigint, uuid, text, date or a hash; nothing counts in 32 bits', async () => {
  const offenders = await ask(`with ${TABLES}
    select seqrelid::regclass::text as offender from pg_sequence where seqtypid <> 'bigint'::regtype
    union all
    select name || '.' || attname from tables join pg_constraint on conrelid = tables.oid and contype = 'p'
    join pg_attribute on attrelid = tables.oid and attnum = any (conkey)
    where atttypid not in ('bigint'::regtype, 'uuid'::regtype, 'text'::regtype, 'date'::regtype, 'bytea'::regtype)`);
  expect(offenders).toEqual([]);
});

describe('statements', () => {
  const all = fs.readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const files = all.filter((file) => !/\.test\.ts$|(^|\/)testing|^local\//.test(file));
  const textOf = (file: string) => fs.readFileSync(path.join(FUNCTIONS, file), 'utf8');
  const offendersOf = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)));
  /** The SQL a file writes out, without the values that are put in. */
  const sqlOf = (file: string) =>
    [...textOf(file).matchAll(/\bsql(?:<[^`]*?>)?`([^`]*)`/g)]
      .map((match) => match[1]?.replace(/\$\{[^}]*\}/g, ''))
      .join(';');

  test('are looked for where they are', () => {
    expect(files).toEqual(expect.arrayContaining(['platform/outbox.ts', 'requests/queries/requests.ts']));
    expect(sqlOf('platform/outbox.ts')).toMatch(/for update skip locked/);
  });

  test('rule 6: times come from the caller, never from now(), in tests too', () => {
    const clock = /\bnow\(\)|current_(date|time|timestamp)|(clock|statement|transaction)_timestamp/i;
    expect(all.filter((file) => clock.test(sqlOf(file)))).toEqual([]);
    expect(offendersOf(/\bfn(<[^(]*>)?\(\s*'now'|sql\.raw\(/)).toEqual([]);
  });

  test('rule 8: nothing recursive, no MERGE, and no row changes its county', () => {
    expect(
      offendersOf(/withRecursive|with recursive|mergeInto|\bmerge into\b|set\(\{[^}]*\bjurisdiction\b[^}]*\}\)/i),
    ).toEqual([]);
  });

  test('rule 9: settings live as long as their transaction, and no lock or statement outlives it', () => {
    expect(
      offendersOf(/set_config|\bset session\b|pg_advisory_lock|pg_try_advisory_lock|\bprepare\b .* as\b|\blisten\b "/i),
    ).toEqual([]);
  });
});

describe('the second fence', () => {
  test('every table of a county has row-level security, for its owner too, with one policy: its own county', async () => {
    const offenders = await ask(`with ${TABLES} select name as offender from tables join pg_class using (oid)
      where not is_reference and not (relrowsecurity and (relforcerowsecurity or name in ('request_search', 'board_matter')) and 1 = (
        select count(*) from pg_policies where schemaname = 'public' and tablename = name and cmd = 'ALL' and permissive = 'PERMISSIVE'
        and qual = '(jurisdiction = current_setting(''app.jurisdiction''::text, true))' and with_check = qual)
      and 1 = (select count(*) from pg_policies where schemaname = 'public' and tablename = name))`);
    expect(offenders).toEqual([]);
  });

  // A verdict says its trace and no county: one function gives the county of one trace.
  test('a function that steps over a fence has one of its own or gives one row by its key, and nobody else may run it', async () => {
    expect(
      await ask(`select proname, prosecdef, provolatile, proconfig, proacl::text not like '%{=%' and proacl::text not like '%,=%' as closed,
        prosrc like '%where jurisdiction = current_setting(''app.jurisdiction'', true) and%' as fenced
        from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`),
    ).toEqual([
      {
        proname: 'county_of_trace',
        prosecdef: true,
        provolatile: 's',
        proconfig: ['search_path=pg_catalog, public'],
        closed: true,
        fenced: false,
      },
      {
        proname: 'find_on_board',
        prosecdef: true,
        provolatile: 's',
        proconfig: ['search_path=pg_catalog, public'],
        closed: true,
        fenced: true,
      },
      {
        proname: 'find_requests',
        prosecdef: true,
        provolatile: 's',
        proconfig: ['search_path=pg_catalog, public'],
        closed: true,
        fenced: true,
      },
    ]);
  });

  test('the role that answers calls cannot sign in, owns nothing, and no fence opens for it', async () => {
    const [role] = await ask(`select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      exists (select from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = 'lianxin_app'`);
    expect(role).toEqual({
      rolcanlogin: false,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: false,
    });
  });

  // But for WeChat's traces, which say nothing but where a verdict belongs.
  test('it can neither change nor remove history, nor empty any table, nor write a nationwide list', async () => {
    const offenders = await ask(`with ${TABLES} select name || ' ' || privilege as offender
      from tables, unnest(array['UPDATE', 'DELETE', 'INSERT', 'TRUNCATE']) as privilege
      where has_table_privilege('lianxin_app', oid, privilege) and (
        privilege = 'TRUNCATE' or is_reference and name <> 'media_check' or name in ('audit_log', 'request_event') and privilege <> 'INSERT')
      union all select name || ' some columns' from tables
      where has_any_column_privilege('lianxin_app', oid, 'UPDATE') and name in ('audit_log', 'request_event')`);
    expect(offenders).toEqual([]);
  });

  test('nothing is granted to everybody', async () => {
    const offenders = await ask(
      `with ${TABLES} select name as offender from tables join pg_class using (oid), aclexplode(relacl) where grantee = 0`,
    );
    expect(offenders).toEqual([]);
  });
});

test('schema.sql is what the migrations make (else: npm run schema)', async () => {
  expect(await dumpSchema(store.url)).toBe(fs.readFileSync(path.join(MIGRATIONS, 'schema.sql'), 'utf8'));
});
