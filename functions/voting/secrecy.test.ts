import { createHmac } from 'node:crypto';
import * as appraisals from '../../shared/appraisals/contract';
import {
  all,
  castAs,
  draftOf,
  numbers,
  offices,
  openCampaign,
  residents,
  shutAt,
  takeAs,
  withDepartments,
} from '../appraisals/testing/campaign';
import { COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { dump, hex, mentions, rowsOf, type Table } from './testing/dump';

/** A vote as somebody sees it who can read the whole database, before the close and after it. */
const api = testApi();
const ANSWERS = ['111', '222', '333', '441', '123', '321', '000'];
let id: string;
let people: TestPhone[];
let before: Record<string, number>;
let after: Record<string, number>;

beforeAll(async () => {
  const departments = await withDepartments(api);
  const draft = draftOf(departments, new Date('2026-12-20T00:00:00Z'), { electorates: ['residents'] });
  id = await openCampaign(api, await offices(api), draft);
  people = await residents(api, numbers(ANSWERS.length));
  before = await rowsNaming();
  for (const [at, phone] of people.entries()) {
    const taken = await takeAs(phone, id);
    const [first, ...others] = all(taken, ANSWERS[at] ?? '');
    await castAs(phone, id, taken, [{ subject: '', answers: '', ...first, words: `第${at}个人写的话` }, ...others]);
  }
  after = await rowsNaming();
});

/** How many rows of each table name one of them. */
async function rowsNaming(): Promise<Record<string, number>> {
  const tables = await dump(api);
  const voters = rowsOf(tables, 'person').filter(({ openid }) => String(openid).startsWith('test-'));
  expect(voters).toHaveLength(ANSWERS.length);
  const isOf = (row: Record<string, unknown>) =>
    voters.some(({ id }) => JSON.stringify(Object.values(row)).includes(String(id)));
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows.filter(isOf).length]));
}

test('that somebody took a ballot and cast it is written nowhere under their name', () => {
  expect(after).toEqual(before);
});

const halves = (tables: readonly Table[]) => rowsOf(tables, 'poll_key').map(({ half }) => half as Buffer);

test('before the close nothing says what was chosen, nor who chose it', async () => {
  const tables = await dump(api);
  const ballots = rowsOf(tables, 'ballot');
  expect(ballots).toHaveLength(people.length);
  expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(
    [
      'cast_on',
      'channel',
      'electorate',
      'jurisdiction',
      'leaf',
      'poll_id',
      'revision',
      'sealed',
      'station_id',
      'voter',
      'xmin',
    ].sort(),
  );
  // No answer and no word of anybody stands anywhere, and all ballots are of one length.
  for (const table of tables) {
    const shown = JSON.stringify(table.rows.map((row) => Object.values(row).map(hex)));
    expect([table.name, /第\d个人写的话/.test(shown)]).toEqual([table.name, false]);
    expect([table.name, shown.includes(Buffer.from('个人写的话').toString('hex'))]).toEqual([table.name, false]);
  }
  expect(new Set(ballots.map(({ sealed }) => (sealed as Buffer).length)).size).toBe(1);
  // What names a ballot stands in no other table, and no other row was written by the transaction that wrote it.
  const names = ballots.flatMap(({ voter, leaf }) => [hex(voter), hex(leaf)]);
  const transactions = new Set(ballots.map(({ xmin }) => xmin));
  for (const table of tables.filter(({ name }) => name !== 'ballot')) {
    expect([table.name, mentions(table, names)]).toEqual([table.name, []]);
    expect([table.name, table.rows.filter(({ xmin }) => transactions.has(xmin))]).toEqual([table.name, []]);
  }
  // Nor can a voter be made of an entry of the roll with what lies in the database: half of a key is none.
  const made = rowsOf(tables, 'poll_roll').flatMap(({ id: entry }) =>
    halves(tables).map((half) => createHmac('sha256', half).update(`voter/${entry}`).digest('hex')),
  );
  expect(made.filter((voter) => names.includes(voter))).toEqual([]);
});

test('after it there is no ballot, no key, and no way from the list to an answer', async () => {
  const before = await dump(api);
  const link = await api.services.storage.get(`keys/${COUNTY}/${id}-link`, 64);
  expect(link).not.toBeNull();
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, id, api.clock.now()));
  await api.clock.advance(60_000);
  await api.runSchedules();
  await expect(api.nobody.call(appraisals.results, { id })).resolves.toMatchObject({
    ballots: { residents: { phone: people.length } },
  });
  const tables = await dump(api);
  expect([rowsOf(tables, 'ballot'), rowsOf(tables, 'poll_key')]).toEqual([[], []]);
  for (const kind of ['link', 'seal'])
    await expect(api.services.storage.get(`keys/${COUNTY}/${id}-${kind}`, 64)).resolves.toBeNull();
  // The list has the leaves that lay in the box, and they stand in no other table.
  const leaves = rowsOf(before, 'ballot').map(({ leaf }) => hex(leaf));
  expect(
    rowsOf(tables, 'poll_leaf')
      .map(({ leaf }) => hex(leaf))
      .sort(),
  ).toEqual(leaves.sort());
  for (const table of tables.filter(({ name }) => name !== 'poll_leaf'))
    expect([table.name, mentions(table, leaves)]).toEqual([table.name, []]);
  // Leaves, counts and words were each written in an order of their own, all in one transaction.
  expect(new Set(rowsOf(tables, 'poll_leaf').map(({ xmin }) => xmin)).size).toBe(1);
  expect(rowsOf(tables, 'poll_words').map(({ id }) => String(id))).toEqual(
    rowsOf(tables, 'poll_words')
      .map(({ id }) => String(id))
      .sort(),
  );
  // One time only is finer than a day, and it is the same for all.
  expect(Object.keys(rowsOf(tables, 'poll_words')[0] ?? {})).not.toContain('at');
});
