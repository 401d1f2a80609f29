import { v4 } from 'uuid';
import * as appraisals from '../../../shared/appraisals/contract';
import { dayOf } from '../../../shared/kernel/days';
import type { ProblemError } from '../../../shared/kernel/problems';
import { enterSlip, issueSlip, openSlip, settleSlip, slips, spoilSlip } from '../../../shared/voting/contract';
import { bookPdf, makeBook, slipsSheet } from '../../../shared/voting/contract/office';
import { spellSerial } from '../../../shared/voting/slips/slip';
import { passDays } from '../../appraisals/testing/campaign';
import { COUNTY, testApi } from '../../testing/api';
import { readPdf } from '../../testing/pdf';
import {
  type Book,
  boxOf,
  codeOf,
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

describe('from the printer to the result', () => {
  test('printed, handed out, typed once, counted, published', async () => {
    const book = await withBook(api, desk, [14, 12], once);
    const [one] = book.serials;
    expect(one).toMatch(/^BS-\d{4,}-\d$/);
    for (const serial of book.serials.slice(0, 10))
      await expect(enterAs(desk.clerk, book.id, serial, '112')).resolves.toEqual({ state: 'entered', differences: [] });
    expect(await boxOf(api, book.id)).toMatchObject(
      Array.from({ length: 10 }, () => ({
        channel: 'paper',
        electorate: 'residents',
        station_id: desk.station,
        revision: 1,
      })),
    );
    const counts = { printed: 14, issued: 12, returned: 10, unissued: 2, out: 2, waiting: 0, entered: 10, spoiled: 0 };
    await expect(countsAt(desk.office[0], book)).resolves.toEqual({ ...counts, agrees: true });
    const { stations, days } = await desk.office[0].call(slips, { id: book.id });
    // Two of the four are with somebody; which two stands nowhere.
    expect(stations[0]?.books[0]?.map).toEqual([
      { place: 'entered', count: 10 },
      { place: 'printed', count: 4 },
    ]);
    const printed = { stationName: '白石镇代表联络站', count: 14 };
    const on = dayOf(api.clock.now());
    expect(days).toEqual([{ on, books: [printed], issued: 12, entered: 10, spoiled: 0 }]);
    await passDays(api, 11);
    const results = await api.nobody.call(appraisals.results, { id: book.id });
    expect(results.ballots.residents).toEqual({ phone: 0, paper: 10, blank: 0 });
    expect(results.slips).toEqual([{ name: expect.stringContaining('白石镇'), counts }]);
    const county = results.counts.filter(
      ({ station, question, answer }) => station === -1 && question === 0 && answer === 1,
    );
    expect(county.map(({ count }) => count)).toEqual(desk.departments.map(() => 10));
    const { url } = await api.nobody.call(appraisals.file, { id: book.id });
    expect(await (await fetch(url)).text()).toContain('"slips":[');
    // What was typed is gone, and who is still out waits for nothing.
    const left = await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.selectFrom('poll_slip_entry').select('pass').execute(),
    );
    expect(left).toEqual([]);
    await expect(countsAt(await api.signedIn('admin'), book)).resolves.toEqual({ ...counts, agrees: true });
  });

  test('a book is A4 with four slips a sheet, each once and in an order of chance; numbers go on from year to year', async () => {
    const book = await withBook(api, desk, [9, 0], { asks: 2 });
    const made = await desk.office[0].call(makeBook, { id: book.id, stationId: desk.station, count: 40 });
    const { url, pages } = await desk.office[0].call(bookPdf, { book: made.book });
    const pdf = readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()));
    expect([pages, pdf.pages.length]).toEqual([10, 10]);
    const printed = pdf.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    const serials = [...printed.matchAll(/BS-\d{4,}-\d/g)].map(([serial]) => serial);
    expect(new Set(serials).size).toBe(40);
    expect(serials).not.toEqual([...serials].sort());
    expect([...serials].sort()[0]).toBe(made.first);
    expect(made.first > (book.serials.at(-1) ?? '')).toBe(true);
    const [first] = pdf.pages;
    expect(first?.words).toContain('2026 年度部门评议');
    expect(first?.words).toContain('态度怎么样');
    for (const { words } of pdf.pages) expect(words).toContain('不记名');
    const sheet = await desk.office[0].call(slipsSheet, { id: book.id });
    expect((await fetch(sheet.url)).status).toBe(200);
    const lone = { id: book.id, stationId: v4(), count: 1 };
    await expect(desk.office[0].problem(makeBook, lone)).resolves.toBe('station_not_in_vote');
  });
});

describe('typed twice', () => {
  test('the same twice goes into the box, and the second sees nothing of the first', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const [one] = book.serials;
    await expect(enterAs(desk.clerk, book.id, one, '112', '路修了两回，还是坑')).resolves.toEqual({
      state: 'first',
      differences: [],
    });
    expect(await boxOf(api, book.id)).toEqual([]);
    const opened = await desk.office[0].call(openSlip, { id: book.id, slip: one });
    expect(opened).toMatchObject({ pass: 2, state: 'first', differences: [] });
    expect(JSON.stringify(opened)).not.toContain('路修了');
    // Another comma is no difference.
    await expect(enterAs(desk.office[0], book.id, one, '112', '路修了两回 还是坑。')).resolves.toEqual({
      state: 'entered',
      differences: [],
    });
    expect(await boxOf(api, book.id)).toHaveLength(1);
  });

  test('who typed the first can type it anew, and is not the second', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const [one] = book.serials;
    await enterAs(desk.clerk, book.id, one, '112');
    await expect(enterAs(desk.clerk, book.id, one, '111')).resolves.toMatchObject({ state: 'first' });
    await expect(desk.clerk.call(openSlip, { id: book.id, slip: one })).resolves.toMatchObject({
      pass: 1,
      firstBy: expect.any(String),
    });
    await expect(enterAs(desk.office[0], book.id, one, '111')).resolves.toMatchObject({ state: 'entered' });
  });

  test.each(['first', 'second'] as const)(
    'where both differ the second person sees where, and chooses the %s',
    async (use) => {
      const book = await withBook(api, desk, [3, 2]);
      const [one] = book.serials;
      await enterAs(desk.clerk, book.id, one, '112');
      const opened = await desk.office[0].call(openSlip, { id: book.id, slip: one });
      const sheets = slippedOnce(opened, '112', '3');
      const { state, differences } = await desk.office[0].call(enterSlip, { id: book.id, slip: one, sheets });
      expect(state).toBe('differs');
      expect(differences).toEqual([{ subject: opened.subjects[0]?.id, question: 2, first: '2', second: '3' }]);
      // Nobody else is shown them, nor may choose.
      const seen = await desk.office[1].call(openSlip, { id: book.id, slip: one });
      expect(seen.differences).toEqual([]);
      await expect(desk.office[1].problem(settleSlip, { id: book.id, slip: one, use })).resolves.toBe('slip_moved');
      await expect(desk.clerk.problem(settleSlip, { id: book.id, slip: one, use })).resolves.toBe('slip_moved');
      const again = await desk.office[0].call(openSlip, { id: book.id, slip: one });
      expect(again.differences).toEqual(differences);
      await expect(desk.office[0].call(settleSlip, { id: book.id, slip: one, use })).resolves.toEqual({
        state: 'entered',
      });
      await expect(desk.office[0].call(settleSlip, { id: book.id, slip: one, use })).resolves.toEqual({
        state: 'entered',
      });
      await enterAll(book, 1, '111');
      await passDays(api, 11);
      const { counts } = await api.nobody.call(appraisals.results, { id: book.id });
      const said = counts.filter(({ station, question, count }) => station === -1 && question === 1 && count > 0);
      // Two ballots are fewer than the threshold: nothing of them is shown, whichever was chosen.
      expect(said).toEqual([]);
    },
  );

  test('a third person decides where nobody can tell', async () => {
    const book = await withBook(api, desk, [3, 2]);
    const [one] = book.serials;
    await enterAs(desk.clerk, book.id, one, '112');
    const otherwise = slippedOnce(await desk.office[0].call(openSlip, { id: book.id, slip: one }), '112', '3');
    await desk.office[0].call(enterSlip, { id: book.id, slip: one, sheets: otherwise });
    await expect(desk.office[0].call(settleSlip, { id: book.id, slip: one, use: 'third' })).resolves.toEqual({
      state: 'third',
    });
    const sheets = filled(await desk.office[1].call(openSlip, { id: book.id, slip: one }), '122');
    await expect(desk.office[0].problem(enterSlip, { id: book.id, slip: one, sheets })).resolves.toBe(
      'slip_same_person',
    );
    await expect(desk.clerk.problem(enterSlip, { id: book.id, slip: one, sheets })).resolves.toBe('slip_same_person');
    await expect(desk.office[1].call(enterSlip, { id: book.id, slip: one, sheets })).resolves.toMatchObject({
      state: 'entered',
    });
    expect(await boxOf(api, book.id)).toHaveLength(1);
  });

  test('of which only a pass was typed at the close waits, and is no ballot', async () => {
    const book = await withBook(api, desk, [4, 4]);
    const [one, two] = book.serials;
    await enterAs(desk.clerk, book.id, one, '111');
    await enterAs(desk.clerk, book.id, two, '111');
    await enterAs(desk.office[0], book.id, two, '111');
    await passDays(api, 11);
    const { slips: published, ballots } = await api.nobody.call(appraisals.results, { id: book.id });
    expect(published?.[0]?.counts).toMatchObject({ printed: 4, waiting: 1, entered: 1, out: 2 });
    expect(ballots.residents).toMatchObject({ paper: 1 });
  });
});

/** Types so many of the last slips of a book, by two people. */
async function enterAll({ id, serials }: Book, count: number, answers: string): Promise<void> {
  for (const serial of serials.slice(-count)) {
    await enterAs(desk.clerk, id, serial, answers);
    await enterAs(desk.office[0], id, serial, answers);
  }
}

test('at the table one pass is enough, and it is told apart from paper', async () => {
  const book = await withBook(api, desk, [3, 1]);
  const [one] = book.serials;
  const opened = await desk.clerk.call(openSlip, { id: book.id, slip: one });
  const entry = { id: book.id, slip: one, sheets: filled(opened, '111'), atTable: true };
  await expect(desk.clerk.call(enterSlip, entry)).resolves.toMatchObject({ state: 'entered' });
  await expect(boxOf(api, book.id)).resolves.toMatchObject([{ channel: 'table' }]);
  const { stations } = await desk.office[0].call(appraisals.turnout, { id: book.id });
  expect(stations.find(({ name }) => name?.startsWith('白石镇'))).toMatchObject({ phone: 0, paper: 0, table: null });
  await passDays(api, 11);
  const { ballots } = await api.nobody.call(appraisals.results, { id: book.id });
  expect(ballots.residents).toEqual({ phone: 0, paper: 0, table: 1, blank: 0 });
});

describe('what does not go in is told why', () => {
  test('a wrong digit, no serial, one that was never printed, of another appraisal, of another station', async () => {
    const old = await withBook(api, desk, [2, 1], once);
    const book = await withBook(api, desk, [5, 2], once);
    const { id } = book;
    const [one] = book.serials;
    const wrong = one.slice(0, -1) + ((Number(one.at(-1)) + 1) % 10);
    const told = await desk.clerk.call(openSlip, { id, slip: wrong }).catch((problem: ProblemError) => problem);
    expect(told).toMatchObject({
      code: 'slip_check',
      message: `校验位不对，看看末位是 ${one.at(-1)} 还是 ${wrong.at(-1)}。`,
    });
    await expect(desk.clerk.problem(openSlip, { id, slip: '天马' })).resolves.toBe('slip_misread');
    const never = spellSerial({ prefix: 'BS', number: 999_999 });
    await expect(desk.clerk.problem(openSlip, { id, slip: never })).resolves.toBe('slip_unknown');
    await expect(desk.clerk.problem(openSlip, { id, slip: old.serials[0] ?? '' })).resolves.toBe('slip_other_vote');
    const stranger = await api.signedIn('clerk2');
    await expect(stranger.problem(openSlip, { id, slip: one })).resolves.toBe('slip_other_station');
    await expect(stranger.problem(issueSlip, { id, stationId: desk.station, act: v4(), adult: true })).resolves.toBe(
      'slip_other_station',
    );
    await expect(stranger.call(slips, { id })).resolves.toMatchObject({ stations: [], waiting: [], days: [] });
  });

  test('a forged slip: its QR code was not made here, or is another slip’s', async () => {
    const book = await withBook(api, desk, [3, 2], once);
    const { id } = book;
    const [one, two] = book.serials;
    const code = await codeOf(api, id, one);
    await expect(desk.clerk.problem(openSlip, { id, slip: `${one}.0000000000` })).resolves.toBe('slip_forged');
    await expect(desk.clerk.problem(openSlip, { id, slip: code.replace(one, two) })).resolves.toBe('slip_forged');
    await expect(desk.clerk.call(openSlip, { id, slip: code })).resolves.toMatchObject({ serial: one });
  });

  test('used twice, spoiled, and more than were handed out', async () => {
    const book = await withBook(api, desk, [4, 2], once);
    const { id } = book;
    const [one, two, three] = book.serials;
    await enterAs(desk.clerk, id, one, '111');
    await expect(desk.office[0].problem(openSlip, { id, slip: one })).resolves.toBe('slip_entered');
    await expect(desk.office[0].problem(spoilSlip, { id, slip: one, reason: '写错了', handedOut: true })).resolves.toBe(
      'slip_entered',
    );
    const spoil = { id, slip: two, reason: '写错，换了一张', handedOut: true };
    await expect(desk.clerk.call(spoilSlip, spoil)).resolves.toEqual({ state: 'returned' });
    // Said twice by one person is said once.
    await expect(desk.clerk.call(spoilSlip, spoil)).resolves.toEqual({ state: 'returned' });
    await expect(desk.office[0].call(spoilSlip, spoil)).resolves.toEqual({ state: 'spoiled' });
    await expect(desk.office[0].call(spoilSlip, spoil)).resolves.toEqual({ state: 'spoiled' });
    await expect(desk.clerk.problem(openSlip, { id, slip: two })).resolves.toBe('slip_spoiled');
    await expect(desk.clerk.problem(openSlip, { id, slip: three })).resolves.toBe('slip_not_issued');
    await expect(countsAt(desk.office[0], book)).resolves.toMatchObject({
      printed: 4,
      spoiled: 1,
      entered: 1,
      out: 0,
      unissued: 2,
      agrees: true,
    });
    const { spoiled, stations, days } = await desk.office[0].call(slips, { id });
    expect(spoiled).toMatchObject([{ serial: two, reason: '写错，换了一张' }]);
    expect(spoiled[0]?.by).toHaveLength(2);
    expect(stations[0]?.books[0]?.map.map(({ place, count }) => [place, count])).toEqual([
      ['entered', 1],
      ['spoiled', 1],
      ['printed', 2],
    ]);
    expect(days.map(({ entered, spoiled }) => [entered, spoiled])).toEqual([[1, 1]]);
    // One that never left its book is spoiled too, and is not one that came back.
    const torn = { id, slip: three, reason: '印坏了', handedOut: false };
    await desk.clerk.call(spoilSlip, torn);
    await desk.office[0].call(spoilSlip, torn);
    await expect(countsAt(desk.office[0], book)).resolves.toMatchObject({
      printed: 4,
      spoiled: 2,
      returned: 2,
      out: 0,
      unissued: 1,
      agrees: true,
    });
    // Nor are more handed out than there are.
    await issueAs(desk.clerk, book);
    await expect(desk.clerk.problem(issueSlip, { id, stationId: desk.station, act: v4(), adult: true })).resolves.toBe(
      'slips_used_up',
    );
  });

  test('answers to what was not asked, and what comes after the close', async () => {
    const book = await withBook(api, desk, [3, 2], { ...once, asks: 2 });
    const { id } = book;
    const [one] = book.serials;
    const opened = await desk.clerk.call(openSlip, { id, slip: one });
    expect(opened.subjects).toHaveLength(2);
    const other = desk.departments.find((department) => !opened.subjects.some(({ id }) => id === department)) ?? '';
    await expect(
      desk.clerk.problem(enterSlip, { id, slip: one, sheets: [{ subject: other, answers: '111' }] }),
    ).resolves.toBe('not_asked');
    const sheets = filled(opened, '111');
    await passDays(api, 11);
    desk.clerk = await api.signedIn('clerk');
    await expect(desk.clerk.problem(enterSlip, { id, slip: one, sheets })).resolves.toBe('poll_closed');
    await expect(desk.clerk.problem(issueSlip, { id, stationId: desk.station, act: v4(), adult: true })).resolves.toBe(
      'poll_closed',
    );
  });
});
