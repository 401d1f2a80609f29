import { v4 } from 'uuid';
import * as appraisals from '../../../shared/appraisals/contract';
import type { ProblemError } from '../../../shared/kernel/problems';
import { cast, enterSlip, issueSlip, openSlip, spoilSlip, takeBackSlip } from '../../../shared/voting/contract';
import { makeBook } from '../../../shared/voting/contract/office';
import { LIMITS } from '../../../shared/voting/limits';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  openCampaign,
  passDays,
  residents,
  takeAs,
} from '../../appraisals/testing/campaign';
import type { Tx } from '../../platform/database';
import { COUNTY, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import {
  bookFor,
  boxOf,
  countsAt,
  type Desk,
  enterAs,
  filled,
  issueAs,
  prepareDesk,
  signInDesk,
  slippedOnce,
  withBook,
} from '../testing/slips';

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

test('more slips than one statement takes are put away at the close, and add up', async () => {
  const book = await withBook(api, desk, [4, 1], once);
  const more = { id: book.id, stationId: book.stationId, count: LIMITS.book };
  for (let made = 0; made < 11; made += 1) await desk.office[0].call(makeBook, more);
  await enterAs(desk.clerk, book.id, book.serials[0], '111');
  await passDays(api, 11);
  const { slips } = await api.nobody.call(appraisals.results, { id: book.id });
  expect(slips?.map(({ counts }) => counts)).toMatchObject([{ printed: 5_504, unissued: 5_503, entered: 1 }]);
});

describe('phone and paper of one person count once', () => {
  const somebody = async () => (await residents(api, [numbers(90).at(-1) ?? '']))[0] as TestPhone;
  const PHONE = numbers(90).at(-1) ?? '';

  test('who takes a slip gives up the phone: no more goes in, and what it cast is taken out at the close', async () => {
    const book = await withBook(api, desk, [3, 0], once);
    const { id } = book;
    const phone = await somebody();
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '111'));
    expect(await boxOf(api, id)).toHaveLength(1);
    await issueAs(desk.clerk, book, PHONE);
    const ballot = { id, pass: taken.pass, revision: 2, sheets: all(taken, '222') };
    await expect(phone.problem(cast, ballot)).resolves.toBe('paper_taken');
    await expect(phone.problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true })).resolves.toBe(
      'paper_taken',
    );
    await enterAs(desk.clerk, id, book.serials[0], '333');
    await expect(
      desk.clerk.problem(issueSlip, { id, stationId: desk.station, act: v4(), phone: PHONE, adult: true }),
    ).resolves.toBe('paper_ticked');
    await issueAs(desk.clerk, book);
    // A spoiled one is replaced without a second tick.
    const reason = '写错，换了一张';
    await desk.clerk.call(spoilSlip, { id, slip: book.serials[1], reason, handedOut: true });
    const instead = { id, stationId: desk.station, act: v4(), phone: PHONE, instead: true, adult: true };
    await desk.clerk.call(issueSlip, instead);
    await passDays(api, 11);
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents).toMatchObject({ phone: 0, paper: 1 });
    const { count } = await (await api.signedIn('admin')).call(appraisals.preparation, { id });
    expect(count).toMatchObject({ inBox: 1, counted: 1, removed: 1 });
  });

  test('who took a slip first is refused on the phone, whichever account holds it', async () => {
    const book = await withBook(api, desk, [3, 0], once);
    await issueAs(desk.clerk, book, PHONE);
    const phone = await somebody();
    await expect(
      phone.problem(appraisals.take, { id: book.id, village: villageOf('新塘岭村'), adult: true }),
    ).resolves.toBe('paper_taken');
  });

  test('a tick on the wrong number is taken back by who set it, and the phone votes after all', async () => {
    const book = await withBook(api, desk, [3, 0], once);
    const { id, stationId } = book;
    const phone = await somebody();
    const before = await takeAs(phone, id);
    const back = (given: object = {}) => ({ id, stationId, act: v4(), phone: PHONE, ...given });
    await expect(desk.clerk.problem(takeBackSlip, back())).resolves.toBe('slip_not_out');
    await issueAs(desk.clerk, book, PHONE);
    await expect(desk.clerk.problem(takeBackSlip, back({ phone: '13800200099' }))).resolves.toBe('paper_not_ticked');
    await expect(desk.office[0].problem(takeBackSlip, back())).resolves.toBe('paper_not_ticked');
    const act = v4();
    const first = await desk.clerk.call(takeBackSlip, back({ act }));
    expect(first.counts).toMatchObject({ issued: 0, out: 0, unissued: 3 });
    // Sent again it is the same one, even when another went out since.
    expect(await desk.clerk.call(takeBackSlip, back({ act }))).toEqual(first);
    const written = await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.selectFrom('audit_log').selectAll().where('action', '=', 'voting.takeBackSlip').execute(),
    );
    expect(written).toMatchObject([{ object_id: id, detail: { station: stationId } }]);
    expect(JSON.stringify(written)).not.toContain(PHONE);
    // It is the entry of the roll that it was: the ballot that was taken before is good.
    await castAs(phone, id, before, all(before, '111'));
    await passDays(api, 11);
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents).toMatchObject({ phone: 1, paper: 0 });
  });

  test('a slip that came back is not taken back: its voter has voted', async () => {
    const book = await withBook(api, desk, [3, 0], once);
    const { id, stationId } = book;
    await issueAs(desk.clerk, book, PHONE);
    await enterAs(desk.clerk, id, book.serials[0], '222');
    const back = { id, stationId, act: v4(), phone: PHONE };
    await expect(desk.clerk.problem(takeBackSlip, back)).resolves.toBe('slip_not_out');
    const phone = await somebody();
    await expect(phone.problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true })).resolves.toBe(
      'paper_taken',
    );
  });

  test('both at once: whatever won, one ballot of one person is counted', async () => {
    const book = await withBook(api, desk, [9, 0], once);
    const { id } = book;
    const people = await residents(api, numbers(6));
    const taken = await Promise.all(people.map((phone) => takeAs(phone, id)));
    let refused = 0;
    await Promise.all(
      people.flatMap((phone, at) => [
        castAs(phone, id, taken[at] as never, []).catch(({ code }: ProblemError) => {
          expect(code).toBe('paper_taken');
          refused += 1;
        }),
        issueAs(desk.clerk, book, numbers(6)[at]),
      ]),
    );
    expect(refused).toBeLessThanOrEqual(6);
    for (const serial of book.serials.slice(0, 6)) await enterAs(desk.clerk, id, serial, '111');
    await passDays(api, 11);
    const { ballots } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents).toMatchObject({ phone: 0, paper: 6 });
  });

  test('a ballot that slipped in beside the tick is taken out at the close, and how many is said', async () => {
    const book = await withBook(api, desk, [3, 0], once);
    const { id } = book;
    const phone = await somebody();
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '111'));
    const [row] = await boxOf(api, id);
    const inCounty = <T>(work: (tx: Tx) => Promise<T>) => api.store.owner.inTenant(COUNTY, work);
    await inCounty((tx) => tx.deleteFrom('ballot').where('poll_id', '=', id).execute());
    await issueAs(desk.clerk, book, PHONE);
    // As if its statement had begun before the tick and ended after it.
    await inCounty((tx) =>
      tx
        .insertInto('ballot')
        .values(row as never)
        .execute(),
    );
    await passDays(api, 11);
    const admin = await api.signedIn('admin');
    const { count } = await admin.call(appraisals.preparation, { id });
    expect(count).toMatchObject({ inBox: 0, counted: 0, removed: 1 });
  });

  test('under 18; a deputy’s number; an appraisal that asks no residents', async () => {
    const book = await withBook(api, desk, [3, 0], { electorates: ['residents', 'deputies'] });
    const input = { id: book.id, stationId: desk.station, act: v4() };
    await expect(desk.clerk.problem(issueSlip, { ...input, adult: false })).resolves.toBe('slip_for_adults');
    const mao = await api.signedIn('mao');
    await api.verifyPhone(mao, 'mao');
    const { phone } = await api.store.owner.inTenant(COUNTY, async (tx) => {
      const row = await tx
        .selectFrom('membership as m')
        .innerJoin('person as p', (join) =>
          join.onRef('p.id', '=', 'm.person_id').onRef('p.jurisdiction', '=', 'm.jurisdiction'),
        )
        .select(['p.phone_cipher', 'p.id'])
        .where('m.role', '=', 'deputy')
        .where('p.phone_cipher', 'is not', null)
        .executeTakeFirstOrThrow();
      const owner = { jurisdiction: COUNTY, personId: row.id };
      return { phone: api.services.phones.decrypt(row.phone_cipher as Buffer, owner) };
    });
    await expect(desk.clerk.problem(issueSlip, { ...input, phone, adult: true })).resolves.toBe('deputy_by_phone');
    const deputiesOnly = await openCampaign(
      api,
      desk.office,
      draftOf(desk.departments, inDays(api, 10), { electorates: ['deputies'] }),
    );
    await expect(desk.clerk.problem(issueSlip, { ...input, id: deputiesOnly, adult: true })).resolves.toBe(
      'not_on_roll',
    );
  });
});

describe('bad days', () => {
  test('a clerk sends everything twice: one slip handed out, one entry, one ballot', async () => {
    const book = await withBook(api, desk, [3, 0]);
    const { id } = book;
    const [one] = book.serials;
    const act = v4();
    const counts = await Promise.all([1, 2, 3].map(() => issueAs(desk.clerk, book, numbers(1)[0], act)));
    expect(counts.map(({ counts: { issued } }) => issued)).toEqual([1, 1, 1]);
    const opened = await desk.clerk.call(openSlip, { id, slip: one });
    const entry = { id, slip: one, sheets: filled(opened, '112') };
    const sent = await Promise.all([1, 2, 3].map(() => desk.clerk.call(enterSlip, entry)));
    expect(sent.map(({ state }) => state)).toEqual(['first', 'first', 'first']);
    const second = await Promise.all([1, 2, 3].map(() => desk.office[0].call(enterSlip, entry)));
    expect(second.map(({ state }) => state)).toEqual(['entered', 'entered', 'entered']);
    // Long afterwards too.
    await expect(desk.clerk.call(enterSlip, entry)).resolves.toMatchObject({ state: 'entered' });
    expect(await boxOf(api, id)).toHaveLength(1);
    await expect(countsAt(desk.office[0], book)).resolves.toMatchObject({
      issued: 1,
      returned: 1,
      entered: 1,
      agrees: true,
    });
  });

  test('two clerks type one serial at once: two passes, and never two ballots', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const { id } = book;
    const [one, two] = book.serials;
    const opened = await desk.clerk.call(openSlip, { id, slip: one });
    const ends = await Promise.all(
      [desk.clerk, desk.office[0]].map((phone) =>
        phone.call(enterSlip, { id, slip: one, sheets: filled(opened, '112') }),
      ),
    );
    expect(ends.map(({ state }) => state).sort()).toEqual(['entered', 'first']);
    const other = await desk.clerk.call(openSlip, { id, slip: two });
    const apart = await Promise.all(
      [desk.clerk, desk.office[0]].map((phone, at) =>
        phone.call(enterSlip, { id, slip: two, sheets: slippedOnce(other, '111', at ? '1' : '2') }),
      ),
    );
    expect(apart.map(({ state }) => state).sort()).toEqual(['differs', 'first']);
    expect(await boxOf(api, id)).toHaveLength(1);
  });

  test('the close in the middle of typing: what was acknowledged is stored, counted and published', async () => {
    const closesAt = new Date(api.clock.now().getTime() + 5 * 60_000);
    const id = await openCampaign(
      api,
      desk.office,
      draftOf(desk.departments, closesAt, { electorates: ['residents'], threshold: 3, ...once }),
    );
    const book = await bookFor(desk.office[0], id, desk.station, 20);
    for (const _ of book.serials) await issueAs(desk.clerk, book);
    let acknowledged = 0;
    await Promise.all(
      book.serials.map(async (serial, at) => {
        if (at === 10) await api.clock.set(closesAt.toISOString());
        await enterAs(desk.clerk, id, serial, '111').then(
          () => (acknowledged += 1),
          ({ code }: ProblemError) => expect(code).toBe('poll_closed'),
        );
      }),
    );
    await passDays(api, 11);
    const { ballots, slips: published, counts } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents?.paper).toBe(acknowledged);
    const [{ counts: at } = { counts: null }] = published ?? [];
    expect(at).toMatchObject({ printed: 20, issued: 20, entered: acknowledged });
    expect(at && at.unissued + at.out + at.waiting + at.entered + at.spoiled).toBe(20);
    if (acknowledged >= 3)
      expect(
        counts.find(({ station, question, answer }) => station === -1 && question === 0 && answer === 1)?.count,
      ).toBe(acknowledged);
  });

  test('a server that died between the ballot and its mark: the close finds it', async () => {
    const book = await withBook(api, desk, [3, 1], once);
    const [one] = book.serials;
    await enterAs(desk.clerk, book.id, one, '111');
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .updateTable('poll_slip')
        .set({ state: 'settled' })
        .where('poll_id', '=', book.id)
        .where('state', '=', 'entered')
        .execute(),
    );
    await expect(countsAt(desk.office[0], book)).resolves.toMatchObject({ waiting: 1, agrees: false });
    await passDays(api, 11);
    const { ballots, slips: published } = await api.nobody.call(appraisals.results, { id: book.id });
    expect([ballots.residents?.paper, published?.[0]?.counts.entered]).toEqual([1, 1]);
  });
});
