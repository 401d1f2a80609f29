import { v4 } from 'uuid';
import * as appraisals from '../../../shared/appraisals/contract';
import { takeBackSlip } from '../../../shared/voting/contract';
import { inDays, numbers, passDays, residents } from '../../appraisals/testing/campaign';
import { COUNTY, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import {
  type Book,
  bookFor,
  type Desk,
  enterAs,
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
