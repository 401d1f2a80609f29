import { all, castAs, numbers, passDays, residents, takeAs } from '../../appraisals/testing/campaign';
import { testApi } from '../../testing/api';
import { dump, hex, mentions, rowsOf, type Table } from '../testing/dump';
import { type Book, type Desk, enterAs, issueAs, prepareDesk, signInDesk, withBook } from '../testing/slips';

/** Slips as somebody sees them who can read the whole database: who took one, which one it was and what it says lie apart. */
const api = testApi();
const PHONES = numbers(4);
let desk: Desk;
let book: Book;

beforeAll(async () => {
  const prepared = await prepareDesk(api);
  desk = { ...prepared, ...(await signInDesk(api)) };
  book = await withBook(api, desk, [8, 0]);
  const [voter] = await residents(api, PHONES.slice(0, 1));
  if (!voter) throw new Error('nobody to vote');
  const taken = await takeAs(voter, book.id);
  await castAs(voter, book.id, taken, all(taken, '111'));
  for (const phone of PHONES) await issueAs(desk.clerk, book, phone);
  const [one, two, three] = book.serials;
  for (const typist of [desk.clerk, desk.office[0]])
    for (const slip of [one, two]) await enterAs(typist, book.id, slip, '222');
  await enterAs(desk.clerk, book.id, three, '333');
});

const written = (tables: readonly Table[], ...names: string[]) =>
  new Set(names.flatMap((name) => rowsOf(tables, name).map(({ xmin }) => String(xmin))));

test('before the close a tick, a slip, what was typed of it and its ballot are joined by nothing', async () => {
  const tables = await dump(api);
  const ticked = rowsOf(tables, 'poll_roll').filter(({ paper }) => paper);
  expect(ticked).toHaveLength(PHONES.length);
  // Whoever took a slip and voted before has a ballot that looks like any other, until the close.
  expect(
    rowsOf(tables, 'ballot')
      .map(({ channel }) => channel)
      .sort(),
  ).toEqual(['paper', 'paper', 'phone']);
  // No transaction wrote a tick and anything else of a slip, nor a ballot and anything else.
  const ofTicks = new Set(ticked.map(({ xmin }) => String(xmin)));
  const ofSlips = written(tables, 'poll_slip', 'poll_slip_entry', 'poll_slip_book', 'ballot');
  expect([...ofTicks].filter((one) => ofSlips.has(one))).toEqual([]);
  const ofBallots = written(tables, 'ballot');
  const others = tables.filter(({ name }) => name !== 'ballot');
  for (const { name, rows } of others)
    expect([name, rows.filter(({ xmin }) => ofBallots.has(String(xmin)))]).toEqual([name, []]);
  // All ticks of a station were written by one transaction, so that none is the newest; each has an id of chance.
  const stations = new Set(ticked.map(({ station_id }) => String(station_id)));
  expect(ofTicks.size).toBe(stations.size);
  for (const { id } of ticked) expect(String(id)[14]).toBe('4');
  // What names a ballot, or an entry of the roll, stands nowhere else.
  const named = [
    ...rowsOf(tables, 'ballot').flatMap(({ voter, leaf }) => [hex(voter), hex(leaf)]),
    ...ticked.flatMap(({ id, member_hash, ticked_by }) => [hex(id), hex(member_hash), hex(ticked_by)]),
  ];
  for (const table of tables.filter(({ name }) => !['ballot', 'poll_roll'].includes(name)))
    expect([table.name, mentions(table, named)]).toEqual([table.name, []]);
});

test('after it nothing is left of what was typed, and no slip says which ballot it was', async () => {
  const before = await dump(api);
  await passDays(api, 11);
  const tables = await dump(api);
  expect([rowsOf(tables, 'ballot'), rowsOf(tables, 'poll_slip_entry')]).toEqual([[], []]);
  const leaves = rowsOf(before, 'ballot').flatMap(({ channel, leaf }) => (channel === 'phone' ? [] : [hex(leaf)]));
  expect(leaves).toHaveLength(2);
  expect(
    rowsOf(tables, 'poll_leaf')
      .map(({ leaf }) => hex(leaf))
      .sort(),
  ).toEqual(leaves.sort());
  for (const table of tables.filter(({ name }) => name !== 'poll_leaf'))
    expect([table.name, mentions(table, leaves)]).toEqual([table.name, []]);
});
