import { v4 } from 'uuid';
import * as appraisals from '../../../shared/appraisals/contract';
import type { ProblemError } from '../../../shared/kernel/problems';
import {
  cast,
  enterSlip,
  issueSlip,
  openSlip,
  settleSlip,
  slips,
  spoilSlip,
  takeBackSlip,
} from '../../../shared/voting/contract';
import { all, castAs, inDays, numbers, passDays, residents, takeAs } from '../../appraisals/testing/campaign';
import { clockCall } from '../../platform/call';
import { COUNTY, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { finish } from '../finish';
import {
  type Book,
  bookFor,
  boxOf,
  type Desk,
  enterAs,
  filled,
  issueAs,
  prepareDesk,
  signInDesk,
  stationNamed,
  withBook,
} from '../testing/slips';

/** What a clerk must not be able to do with slips, whether they mean harm or err. */
const api = testApi();
let desk: Desk;
let kept: Pick<Desk, 'departments' | 'station'>;

beforeAll(async () => {
  kept = await prepareDesk(api);
});
beforeEach(async () => {
  desk = { ...kept, ...(await signInDesk(api)) };
});

const once = { slipsTwice: false };
const PHONES = numbers(80).slice(70);
const [PHONE = ''] = PHONES;
const owner = async (number = PHONE) => (await residents(api, [number]))[0] as TestPhone;
const backAt = ({ id, stationId }: Book, phone = PHONE) => ({ id, stationId, act: v4(), phone });
const issueOf = ({ id, stationId }: Book) => ({ id, stationId, act: v4(), adult: true });
const rollOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) => tx.selectFrom('poll_roll').selectAll().where('poll_id', '=', id).execute());

describe('a tick is taken back by who set it', () => {
  test('not by another clerk, nor at another station, and phone and paper do not both count', async () => {
    const book = await withBook(api, desk, [4, 0], once);
    const { id } = book;
    const other = await bookFor(desk.office[0], id, await stationNamed(api, '招贤镇'), 4);
    await issueAs(desk.clerk, book, PHONE);
    await enterAs(desk.clerk, id, book.serials[0], '111');
    const clerk2 = await api.signedIn('clerk2');
    await issueAs(clerk2, other);
    await expect(clerk2.problem(takeBackSlip, backAt(other))).resolves.toBe('paper_not_ticked');
    // Nor by the office, at that station or another; it hears what who has nothing to take back hears.
    await issueAs(desk.office[0], book);
    await issueAs(desk.office[0], other);
    for (const at of [book, other])
      for (const phone of [PHONE, numbers(99).at(-1)])
        await expect(desk.office[0].problem(takeBackSlip, backAt(at, phone))).resolves.toBe('paper_not_ticked');
    const phone = await owner();
    await expect(phone.problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true })).resolves.toBe(
      'paper_taken',
    );
    await passDays(api, 11);
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents).toMatchObject({ phone: 0, paper: 1 });
  });

  test('not on another day, nor one of which nobody knows who set it', async () => {
    const book = await withBook(api, desk, [6, 0], once);
    const { id } = book;
    const [first = '', second = ''] = PHONES;
    await issueAs(desk.clerk, book, first);
    await issueAs(desk.clerk, book, second);
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.updateTable('poll_roll').set({ ticked_by: null }).where('poll_id', '=', id).execute(),
    );
    await expect(desk.clerk.problem(takeBackSlip, backAt(book, first))).resolves.toBe('paper_not_ticked');
    const third = PHONES[2] ?? '';
    await issueAs(desk.clerk, book, third);
    await api.clock.set(inDays(api, 1).toISOString());
    const clerk = await api.signedIn('clerk');
    await issueAs(clerk, book);
    await expect(clerk.problem(takeBackSlip, backAt(book, third))).resolves.toBe('paper_not_ticked');
  });

  test('who set it is not read from the database, and another tick of the station does not hide it from them', async () => {
    const book = await withBook(api, desk, [6, 0], once);
    const { id } = book;
    const [first = '', second = '', third = ''] = PHONES;
    await issueAs(desk.clerk, book, first);
    await issueAs(desk.clerk, book, second);
    await issueAs(desk.office[0], book, third);
    const marks = (await rollOf(id)).map(({ ticked_by }) => ticked_by?.toString('hex'));
    expect(new Set(marks).size).toBe(3);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{64}$/);
    await desk.clerk.call(takeBackSlip, backAt(book, first));
    await desk.office[0].call(takeBackSlip, backAt(book, third));
    // They were on the roll by the tick alone: nothing is left of them, and their own village decides on their station.
    expect(await rollOf(id)).toHaveLength(1);
  });
});

describe('a ballot of a phone stays in the box until the close', () => {
  const turnoutOf = async (id: string) => (await desk.office[0].call(appraisals.turnout, { id })).stations;

  test('a wrong tick that is taken back leaves it as it was, and the turnout tells nobody that it lies there', async () => {
    const book = await withBook(api, desk, [4, 0], once);
    const { id } = book;
    const phones = await residents(api, PHONES.slice(0, 6));
    const taken = await Promise.all(phones.map((phone) => takeAs(phone, id)));
    for (const [at, phone] of phones.entries()) {
      const own = taken[at];
      if (own) await castAs(phone, id, own, all(own, '111'));
    }
    const [voter, own] = [phones[0] as TestPhone, taken[0] as (typeof taken)[number]];
    const [box, turnout, roll] = [await boxOf(api, id), await turnoutOf(id), await rollOf(id)];
    await issueAs(desk.clerk, book, PHONE);
    expect(await boxOf(api, id)).toEqual(box);
    expect(await turnoutOf(id)).toEqual(turnout);
    const changed = { id, pass: own.pass, revision: 2, sheets: all(own, '222') };
    await expect(voter.problem(cast, changed)).resolves.toBe('paper_taken');
    await desk.clerk.call(takeBackSlip, backAt(book));
    const inOrder = (rows: typeof roll) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(inOrder(await rollOf(id))).toEqual(inOrder(roll));
    expect(await boxOf(api, id)).toEqual(box);
    // It is theirs again, with the pass they have.
    await expect(takeAs(voter, id)).resolves.toMatchObject({ revision: 1 });
    await expect(voter.call(cast, changed)).resolves.toMatchObject({ revision: 2 });
    await passDays(api, 11);
    const { count } = await (await api.signedIn('admin')).call(appraisals.preparation, { id });
    expect(count).toMatchObject({ inBox: 6, counted: 6, removed: 0 });
  });

  /** Six phones that voted, and two of them took a slip and handed it in. */
  async function doubles() {
    const book = await withBook(api, desk, [4, 0], once);
    const { id } = book;
    for (const phone of await residents(api, PHONES.slice(0, 6))) {
      const taken = await takeAs(phone, id);
      await castAs(phone, id, taken, all(taken, '111'));
    }
    for (const at of [0, 1]) {
      await issueAs(desk.clerk, book, PHONES[at]);
      await enterAs(desk.clerk, id, book.serials[at] ?? '', '222');
    }
    return book;
  }

  async function expectSums(id: string) {
    const { count } = await (await api.signedIn('admin')).call(appraisals.preparation, { id });
    // Eight were acknowledged: each is counted and published, or was removed.
    expect(count).toMatchObject({ inBox: 6, counted: 6, removed: 2 });
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents).toMatchObject({ phone: 4, paper: 2 });
    const { url } = await api.nobody.call(appraisals.file, { id });
    expect((await (await fetch(url)).text()).split('\n').filter((line) => line.startsWith('B '))).toHaveLength(6);
  }

  test('two clocks close at once: it goes once, and paper counts', async () => {
    const { id } = await doubles();
    expect(await boxOf(api, id)).toHaveLength(8);
    await api.clock.set(inDays(api, 11).toISOString());
    await Promise.all([1, 2, 3].map(() => finish(clockCall(api.services, COUNTY), id)));
    await passDays(api, 1);
    await expectSums(id);
  });

  test('a server that died after it was taken out, before the key was destroyed: it is counted once as removed', async () => {
    const { id } = await doubles();
    await api.clock.set(inDays(api, 11).toISOString());
    const { storage } = api.services;
    for (const half of ['before', 'behind'] as const) {
      const remove = async (key: string) => {
        if (half === 'behind') await storage.remove(key);
        throw new Error('died');
      };
      const call = clockCall({ ...api.services, storage: { ...storage, remove } }, COUNTY);
      await expect(finish(call, id)).rejects.toThrow('died');
      expect(await boxOf(api, id)).toHaveLength(6);
    }
    await passDays(api, 1);
    await expectSums(id);
  });

  test('where the link key is lost nobody is counted twice: it waits, and goes on when the key is back', async () => {
    const { id } = await doubles();
    const key = `keys/${COUNTY}/${id}-link`;
    const half = (await api.services.storage.get(key, 32)) as Uint8Array;
    await api.services.storage.remove(key);
    await passDays(api, 11);
    await expect(api.nobody.problem(appraisals.results, { id })).resolves.toBe('not_found');
    expect(await boxOf(api, id)).toHaveLength(8);
    await api.services.storage.put(key, half, 'application/octet-stream');
    await passDays(api, 1);
    await expectSums(id);
  });
});

describe('who has not the slip is not told what it says', () => {
  const apart = (told: unknown) => ({ ...(told as ProblemError), message: (told as ProblemError).message });
  const passesOf = (id: string) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx.selectFrom('poll_slip_entry').select('pass').where('poll_id', '=', id).execute(),
    );

  test('a blank second pass, and one that differs in many places, say how many and nothing else', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const { id } = book;
    const [slip] = book.serials;
    await enterAs(desk.clerk, id, slip, '112', '路修了两回');
    const [office] = desk.office;
    const list = await office.call(slips, { id });
    expect(list.waiting).toEqual([{ serial: slip, state: 'first', mine: false }]);
    const opened = await office.call(openSlip, { id, slip });
    const tries: [object[], number][] = [
      [[], 13],
      [filled(opened, '121', '路修了两回'), 8],
    ];
    for (const [sheets, places] of tries) {
      const told = await office.call(enterSlip, { id, slip, sheets: sheets as never }).catch(apart);
      expect(told).toMatchObject({
        code: 'slip_apart',
        message: `和第一遍差了 ${places} 处，请拿着这张票从头再录一遍。`,
      });
      expect(JSON.stringify(told)).not.toMatch(/112|路修了/);
    }
    // It is not kept: they type again, and there is nothing to choose.
    expect(await passesOf(id)).toEqual([{ pass: 1 }]);
    await expect(office.problem(settleSlip, { id, slip, use: 'first' })).resolves.toBe('slip_moved');
    await expect(office.call(openSlip, { id, slip })).resolves.toMatchObject({
      state: 'first',
      pass: 2,
      differences: [],
    });
    await expect(enterAs(office, id, slip, '112', '路修了两回')).resolves.toMatchObject({ state: 'entered' });
  });

  test('three tries are all: then it is somebody else’s, or the first pass is typed anew', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const { id } = book;
    const [slip, other] = book.serials;
    await enterAs(desk.clerk, id, slip, '112');
    const [office, second] = desk.office;
    for (let tried = 0; tried < 3; tried += 1)
      await expect(office.problem(enterSlip, { id, slip, sheets: [] })).resolves.toBe('slip_apart');
    const right = filled(await office.call(openSlip, { id, slip }), '222');
    await expect(office.problem(enterSlip, { id, slip, sheets: right })).resolves.toBe('slip_apart_often');
    await enterAs(desk.clerk, id, slip, '222');
    await expect(second.call(enterSlip, { id, slip, sheets: right })).resolves.toMatchObject({ state: 'entered' });
    // Another slip is not meant.
    await enterAs(desk.clerk, id, other, '112');
    await expect(enterAs(office, id, other, '112')).resolves.toMatchObject({ state: 'entered' });
    await passDays(api, 11);
    const left = await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.selectFrom('poll_slip').select('apart').where('poll_id', '=', id).execute(),
    );
    expect(left.flatMap(({ apart }) => apart)).toEqual([]);
  });

  test('of a slip with few answers fewer are shown: never more than half of it', async () => {
    const book = await withBook(api, desk, [3, 2], { asks: 1 });
    const { id } = book;
    const [slip, other] = book.serials;
    const [office] = desk.office;
    await enterAs(desk.clerk, id, slip, '112');
    const opened = await office.call(openSlip, { id, slip });
    await expect(office.problem(enterSlip, { id, slip, sheets: filled(opened, '122').slice(1) })).resolves.toBe(
      'slip_apart',
    );
    await expect(office.problem(enterSlip, { id, slip, sheets: filled(opened, '222') })).resolves.toBe('slip_apart');
    const { state, differences } = await enterAs(office, id, slip, '113');
    expect(state).toBe('differs');
    expect(differences).toEqual([{ subject: opened.subjects[0]?.id, question: 2, first: '2', second: '3' }]);
    // A blank first pass is none of the second's business either.
    await desk.clerk.call(openSlip, { id, slip: other });
    await desk.clerk.call(enterSlip, { id, slip: other, sheets: [] });
    const sheets = filled(await office.call(openSlip, { id, slip: other }), '100');
    await expect(office.problem(enterSlip, { id, slip: other, sheets })).resolves.toBe('slip_apart');
  });
});

describe('instead of a slip that was spoiled', () => {
  const spoil = { reason: '写错，换了一张', handedOut: true };

  test('with a number, one that took paper; the number is ticked by no other way', async () => {
    const book = await withBook(api, desk, [6, 1], once);
    const { id } = book;
    await desk.clerk.call(spoilSlip, { id, slip: book.serials[0], ...spoil });
    const instead = { ...issueOf(book), phone: PHONE, instead: true };
    await expect(desk.clerk.problem(issueSlip, instead)).resolves.toBe('paper_never_taken');
    const phone = await owner();
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '111'));
    await issueAs(desk.clerk, book, PHONE);
    await expect(desk.clerk.call(issueSlip, { ...instead, act: v4() })).resolves.toMatchObject({
      counts: { issued: 3 },
    });
  });

  test('one for each that was spoiled at this station, and none for one that is torn in its book', async () => {
    const book = await withBook(api, desk, [8, 3], once);
    const { id } = book;
    const other = await bookFor(desk.office[0], id, await stationNamed(api, '招贤镇'), 4);
    const [one, two, torn] = book.serials;
    const instead = (at = book) => ({ ...issueOf(at), instead: true });
    await expect(desk.clerk.problem(issueSlip, instead())).resolves.toBe('slip_none_spoiled');
    await desk.clerk.call(spoilSlip, { id, slip: torn, ...spoil, handedOut: false });
    await expect(desk.clerk.problem(issueSlip, instead())).resolves.toBe('slip_none_spoiled');
    await desk.clerk.call(spoilSlip, { id, slip: one, ...spoil });
    await expect(desk.office[0].problem(issueSlip, instead(other))).resolves.toBe('slip_none_spoiled');
    // Whoever stands there need not wait for the second signature.
    const input = instead();
    await desk.clerk.call(issueSlip, input);
    await expect(desk.clerk.call(issueSlip, input)).resolves.toMatchObject({ counts: { issued: 4 } });
    await desk.office[0].call(spoilSlip, { id, slip: one, ...spoil });
    await expect(desk.clerk.problem(issueSlip, instead())).resolves.toBe('slip_none_spoiled');
    await desk.clerk.call(spoilSlip, { id, slip: two, ...spoil });
    await desk.office[0].call(issueSlip, instead());
    // One that was called spoiled and counts all the same is not replaced.
    await enterAs(desk.clerk, id, two, '111');
    await expect(desk.clerk.problem(issueSlip, instead())).resolves.toBe('slip_none_spoiled');
  });
});
