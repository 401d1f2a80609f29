import { v4 } from 'uuid';
import type * as appraisals from '../../../shared/appraisals/contract';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Sheet } from '../../../shared/voting/ballot';
import { enterSlip, issueSlip, openSlip, slips } from '../../../shared/voting/contract';
import { bookPdf, makeBook } from '../../../shared/voting/contract/office';
import { readSlip, type Serial, slipCode, spellSerial } from '../../../shared/voting/slips/slip';
import { draftOf, inDays, offices, openCampaign, withDepartments } from '../../appraisals/testing/campaign';
import { clockCall } from '../../platform/call';
import { COUNTY, type TestApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { openBox } from '../open-box';
import { macOfSlip } from '../slips/serial';

/** Who has to do with slips at a station, signed in now. */
export type Desk = { office: [TestPhone, TestPhone]; clerk: TestPhone; departments: string[]; station: string };

/** For the tests of a file: departments on the roll, and a second person of the office. */
export async function prepareDesk(api: TestApi): Promise<Pick<Desk, 'departments' | 'station'>> {
  const departments = await withDepartments(api);
  await offices(api);
  return { departments, station: await stationNamed(api, '白石镇') };
}

/** Days go by in the tests, after which everybody signs in again. */
export async function signInDesk(api: TestApi): Promise<Pick<Desk, 'office' | 'clerk'>> {
  return { office: [await api.signedIn('admin'), await api.signedIn('lin')], clerk: await api.signedIn('clerk') };
}

/** An open appraisal with a book at the station, of which so many were handed out to people without a phone. */
export async function withBook(
  api: TestApi,
  { office, clerk, departments, station }: Desk,
  [count, issued]: readonly [number, number],
  changes: Partial<appraisals.Draft> = {},
): Promise<Book> {
  const draft = draftOf(departments, inDays(api, 10), { electorates: ['residents'], threshold: 3, ...changes });
  const book = await bookFor(office[0], await openCampaign(api, office, draft), station, count);
  for (let at = 0; at < issued; at += 1) await issueAs(clerk, book);
  return book;
}

export const boxOf = ({ store }: TestApi, id: string) =>
  store.owner.inTenant(COUNTY, (tx) => tx.selectFrom('ballot').selectAll().where('poll_id', '=', id).execute());

export type Book = { id: string; stationId: string; serials: [string, string, string, ...string[]] };

/** A station of the demo county, by the beginning of its name. */
export async function stationNamed({ store }: TestApi, name: string): Promise<string> {
  const row = await store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('station').select('id').where('name', 'like', `${name}%`).executeTakeFirstOrThrow(),
  );
  return row.id;
}

/** A book that was printed for a station. */
export async function bookFor(office: TestPhone, id: string, stationId: string, count: number): Promise<Book> {
  const { book, first, last } = await office.call(makeBook, { id, stationId, count });
  await office.call(bookPdf, { book });
  const [from, to] = [first, last].map((serial) => readSlip(serial) as Serial) as [Serial, Serial];
  const numbers = Array.from({ length: to.number - from.number + 1 }, (_, at) => from.number + at);
  const serials = numbers.map((number) => spellSerial({ prefix: from.prefix, number })) as Book['serials'];
  return { id, stationId, serials };
}

/** Hands out a slip: to somebody with this phone, or without one. */
export const issueAs = (clerk: TestPhone, { id, stationId }: Book, phone?: string, act = v4()) =>
  clerk.call(issueSlip, { id, stationId, act, adult: true, ...(phone ? { phone } : {}) });

type Opened = Reply<typeof openSlip>;

/** The same answers for everything a slip asks. */
export const filled = ({ subjects }: Opened, answers: string, words?: string): Sheet[] =>
  subjects.map(({ id: subject }, at) => ({ subject, answers, ...(words && at === 0 ? { words } : {}) }));

/** The same with one answer set otherwise, as who slips once types it: the last question of the first subject. */
export const slippedOnce = (opened: Opened, answers: string, last: string): Sheet[] =>
  filled(opened, answers).map((sheet, at) => (at ? sheet : { ...sheet, answers: `${answers.slice(0, -1)}${last}` }));

/** Opens a slip and types it. */
export async function enterAs(clerk: TestPhone, id: string, slip: string, answers: string, words?: string) {
  const opened = await clerk.call(openSlip, { id, slip });
  return clerk.call(enterSlip, { id, slip, sheets: filled(opened, answers, words) });
}

/** Where the slips of a station are. */
export async function countsAt(office: TestPhone, { id, stationId }: Book) {
  const found = (await office.call(slips, { id })).stations.find((station) => station.id === stationId);
  if (!found) throw new Error('no slips were printed for this station');
  return { ...found.counts, agrees: found.agrees };
}

/** What the QR code of a slip says. */
export async function codeOf({ services }: TestApi, id: string, serial: string): Promise<string> {
  const { link } = await openBox(clockCall(services, COUNTY), id);
  const read = readSlip(serial) as Serial;
  return slipCode(read, macOfSlip(link, read));
}
