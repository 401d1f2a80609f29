import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { onServer, urlOf } from '../testing/server';
import { migrate } from './migrate';

const NAME = `lianxin_migrate_${process.pid}`;
let directory: string;

const write = (name: string, sql: string) => fs.writeFileSync(path.join(directory, name), sql);
const run = () => migrate(urlOf(NAME), directory);

async function ask(query: string): Promise<object[]> {
  const client = new Client({ connectionString: urlOf(NAME) });
  await client.connect();
  return (await client.query(query).finally(() => client.end())).rows;
}

beforeEach(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-migrations-'));
  write('0001-one.sql', 'create table one (id bigint primary key);');
  write('0002-two.sql', 'create table two (id bigint primary key); insert into two values (1);');
  await onServer(`create database ${NAME}`);
});

afterEach(async () => {
  fs.rmSync(directory, { recursive: true });
  await onServer(`drop database ${NAME} with (force)`);
});

test('files are applied once, in order, and later ones when they come', async () => {
  expect(await run()).toEqual(['0001-one.sql', '0002-two.sql']);
  expect(await run()).toEqual([]);
  write('0003-three.sql', 'alter table two add note text;');
  expect(await run()).toEqual(['0003-three.sql']);
  expect(await ask('select number, name from migration order by number')).toHaveLength(3);
});

test('many at once apply each file once', async () => {
  const applied = await Promise.all([run(), run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['0001-one.sql', '0002-two.sql']);
  expect(await ask('select id from two')).toHaveLength(1);
});

test('a file that fails leaves no trace and names itself', async () => {
  write('0002-two.sql', 'create table two (id bigint); create table one (id bigint);');
  await expect(run()).rejects.toThrow('migration 0002-two.sql failed: relation "one" already exists');
  expect(await ask(`select to_regclass('two') as two, to_regclass('one')::text as one`)).toEqual([
    { two: null, one: 'one' },
  ]);
  write('0002-two.sql', 'create table two (id bigint);');
  expect(await run()).toEqual(['0002-two.sql']);
});

test('an applied file may not change, go away or be followed by a gap', async () => {
  await run();
  write('0002-two.sql', 'create table two (id uuid);');
  await expect(run()).rejects.toThrow('0002-two.sql was changed after it was applied');
  fs.rmSync(path.join(directory, '0002-two.sql'));
  await expect(run()).rejects.toThrow('0002-two.sql was applied to this database, but there is no such file');
  write('0003-three.sql', 'select 1;');
  await expect(run()).rejects.toThrow('migration 0002 is missing before 0003-three.sql');
});

test('line ends do not count as a change', async () => {
  await run();
  const file = path.join(directory, '0001-one.sql');
  write('0001-one.sql', `${fs.readFileSync(file, 'utf8')}`.replaceAll('\n', '\r\n'));
  expect(await run()).toEqual([]);
});

test('an ordinary owner can migrate, and then act as the role that answers calls', async () => {
  const owner = `lianxin_owner_${process.pid}`;
  await onServer(`create role ${owner} login createrole password 'only-in-this-test'`);
  await onServer(`grant lianxin_app, lianxin_ballots to ${owner}`).catch(() => undefined);
  await onServer(`alter database ${NAME} owner to ${owner}`);
  const url = new URL(urlOf(NAME));
  url.username = owner;
  url.password = 'only-in-this-test';
  await migrate(url.href);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`begin; set local role lianxin_app; set local app.jurisdiction = '330822'`);
  expect((await client.query('select * from outbox')).rows).toEqual([]);
  await client.end();
  await onServer(`drop database ${NAME} with (force)`);
  await onServer(`drop role ${owner}`);
  await onServer(`create database ${NAME}`);
});
