import * as appraisals from '../../shared/appraisals/contract';
import type { ProblemBody } from '../../shared/kernel/problems';
import { cast } from '../../shared/voting/contract';
import { receiptOf } from '../../shared/voting/receipt';
import { COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { openWire } from '../testing/proxy';
import {
  all,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  shutAt,
  type Taken,
  takeAs,
  withDepartments,
} from './testing/campaign';
import { verify } from './testing/verify';

const VOTERS = 1_000;
const AT_ONCE = 32;
const wire = openWire();
const api = testApi({ through: wire.through });
let departments: string[];

beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});
afterAll(() => wire.close());

type Voter = { phone: TestPhone; taken: Taken };

/** An open appraisal in which somebody with each of these numbers has taken their ballot. */
async function taken(numbers: readonly string[]): Promise<{ id: string; voters: Voter[] }> {
  const office = [await api.signedIn('admin'), await api.signedIn('lin')] as const;
  const id = await openCampaign(api, office, draftOf(departments, inDays(api, 10), { electorates: ['residents'] }));
  const voters: Voter[] = [];
  await inTurns([...(await residents(api, numbers)).entries()], async ([at, phone]) => {
    voters[at] = { phone, taken: await takeAs(phone, id) };
  });
  return { id, voters };
}

/** So many at once as a hall has lines. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const line = async () => {
    for (let one = left.pop(); one; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
}

type End = { receipt: string } | { code: string };

async function castOnce(id: string, { phone, taken }: Voter, answers = '111'): Promise<End> {
  const ballot = { id, pass: taken.pass, revision: taken.revision + 1, sheets: all(taken, answers) };
  const { status, body } = await phone.send(cast, ballot);
  return status === 200 ? { receipt: (body as { receipt: string }).receipt } : { code: (body as ProblemBody).code };
}

/** What is published after the close: how many ballots the result counts, and the receipts that the list has, counted again by anybody. */
async function published(id: string): Promise<{ ballots: unknown; receipts: string[] }> {
  await passDays(api, 11);
  const { ballots } = await api.nobody.call(appraisals.results, { id });
  const { url } = await api.nobody.call(appraisals.file, { id });
  const text = await (await fetch(url)).text();
  expect(verify(text).sound).toBe(true);
  const leaves = text.split('\n').filter((line) => line.startsWith('B '));
  return {
    ballots: ballots.residents,
    receipts: leaves.map((line) => receiptOf(Buffer.from(line.slice(2), 'hex'))).sort(),
  };
}

const inBox = async (id: string) =>
  (
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.selectFrom('ballot').select('voter').where('poll_id', '=', id).execute(),
    )
  ).length;

test('the database goes away and comes back in a thousand casts: sent again, each is there once', async () => {
  const { id, voters } = await taken(numbers(VOTERS));
  const receipts = new Map<Voter, string>();
  let refused = 0;
  // Each cut comes once: cut again at every refusal that follows, no cast would ever get through.
  const cuts = [VOTERS / 4, VOTERS / 2];
  await inTurns(voters, async (voter) => {
    for (let sent = 1; !receipts.has(voter); sent += 1) {
      const end = await castOnce(id, voter);
      if ('receipt' in end) receipts.set(voter, end.receipt);
      else {
        expect(end.code).toBe('database_away');
        refused += 1;
        wire.mend();
      }
      if (receipts.size === cuts[0]) {
        cuts.shift();
        wire.cut();
      }
      if (sent === 1) wire.breakEvery(receipts.size > (VOTERS * 3) / 4 ? 53 : 0);
    }
  });
  wire.breakEvery(0);
  wire.mend();
  expect(refused).toBeGreaterThan(0);
  expect(await inBox(id)).toBe(VOTERS);
  // Who never heard the answer asks again, and hears the first one.
  await inTurns(voters.slice(0, 100), async (voter) =>
    expect(await castOnce(id, voter)).toEqual({ receipt: receipts.get(voter) }),
  );
  const { ballots, receipts: listed } = await published(id);
  expect(ballots).toMatchObject({ phone: VOTERS, paper: 0 });
  expect(listed).toEqual([...receipts.values()].sort());
});

test('the close comes in the middle of a thousand casts: what was acknowledged counts, and who is late hears so', async () => {
  const { id, voters } = await taken(numbers(VOTERS));
  const closesAt = new Date(api.clock.now().getTime() + 1);
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, id, closesAt));
  const receipts: string[] = [];
  const late: string[] = [];
  await inTurns(voters, async (voter) => {
    const end = await castOnce(id, voter);
    if ('receipt' in end) receipts.push(end.receipt);
    else late.push(end.code);
    if (receipts.length !== VOTERS / 4 || late.length) return;
    await api.clock.advance(1);
    await api.runSchedules();
  });
  expect(receipts.length).toBeGreaterThanOrEqual(VOTERS / 4);
  expect(receipts.length + late.length).toBe(VOTERS);
  expect(new Set(late)).toEqual(new Set(['poll_closed']));
  expect(await inBox(id)).toBe(receipts.length);
  const { ballots, receipts: listed } = await published(id);
  expect(ballots).toMatchObject({ phone: receipts.length, paper: 0 });
  expect(listed).toEqual(receipts.sort());
});

test('a ballot sent ten times at once from two phones with one number is one ballot', async () => {
  const number = '13800300007';
  const { id, voters } = await taken([number, number, ...numbers(9)]);
  const [own, other, ...others] = voters as [Voter, Voter, ...Voter[]];
  const same = await Promise.all(Array.from({ length: 10 }, (_, at) => castOnce(id, at % 2 ? own : other)));
  expect(new Set(same.map((end) => JSON.stringify(end))).size).toBe(1);
  expect(same[0]).toEqual({ receipt: expect.any(String) });
  // Changed on both at once: one of them is first, and the other is told.
  const again = (voter: Voter): Voter => ({ ...voter, taken: { ...voter.taken, revision: voter.taken.revision + 1 } });
  const changed = await Promise.all(
    Array.from({ length: 10 }, (_, at) => castOnce(id, again(at % 2 ? own : other), at % 2 ? '222' : '333')),
  );
  const acknowledged = new Set(changed.flatMap((end) => ('receipt' in end ? [end.receipt] : [])));
  expect(acknowledged.size).toBe(1);
  expect(changed.flatMap((end) => ('code' in end ? [end.code] : []))).toEqual(Array(5).fill('ballot_newer'));
  expect(await inBox(id)).toBe(1);
  await inTurns(others, async (voter) => void (await castOnce(id, voter)));
  const { ballots, receipts } = await published(id);
  expect(ballots).toMatchObject({ phone: 10, paper: 0 });
  expect(receipts).toEqual(expect.arrayContaining([...acknowledged]));
});

test('whoever is gone from the people by the close has voted all the same', async () => {
  const mine = numbers(12).slice(6);
  const { id, voters } = await taken(mine);
  await inTurns(voters, async (voter) => void (await castOnce(id, voter)));
  const [gone] = voters as [Voter];
  const { sub } = JSON.parse(Buffer.from(String(gone.phone.token).split('.')[1] ?? '', 'base64url').toString());
  const { numDeletedRows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.deleteFrom('person').where('id', '=', sub).executeTakeFirstOrThrow(),
  );
  expect(numDeletedRows).toBe(1n);
  const { ballots } = await published(id);
  expect(ballots).toMatchObject({ phone: mine.length, paper: 0 });
});
