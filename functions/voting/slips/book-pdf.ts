import { randomInt } from 'node:crypto';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { bookPdf as contract } from '../../../shared/voting/contract/office';
import { slipCode, spellSerial } from '../../../shared/voting/slips/slip';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { PDF_TYPE } from '../../platform/print/pdf';
import { openBox } from '../open-box';
import { selectBook } from '../queries-slips';
import { ensureOpen } from './in-hand';
import { slipsPdf } from './print/slips-pdf';
import { askedOfSlip, macOfSlip } from './serial';

/** The order of the slips is by chance, each time anew, and kept nowhere: who came third did not get the third number. */
export async function bookPdf(
  call: Call<Person>,
  { book: id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const book = await call.read(async (tx) => {
    const found = await selectBook(tx, jurisdiction, id);
    ensure(found, 'not_found');
    await ensureOpen(tx, call, found.poll_id);
    return found;
  });
  const { definition, link } = await openBox(call, book.poll_id);
  const { prefix, first, last } = book;
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const slips = shuffled(numbers).map((number) => {
    const serial = { prefix, number };
    const code = slipCode(serial, macOfSlip(link, serial));
    return { serial: spellSerial(serial), code, subjects: askedOfSlip(definition, serial) };
  });
  const stationName = definition.stations.find(({ id }) => id === book.station_id)?.name ?? '';
  const { title, questions } = definition;
  const { bytes, pages } = await slipsPdf({ title, stationName, questions }, slips);
  const fileName = `纸票 ${stationName} ${spellSerial({ prefix, number: first })}.pdf`;
  return { ...(await handOut(call, { bytes, type: PDF_TYPE, extension: 'pdf', fileName, opens: true })), pages };
}

/** Fisher–Yates. */
function shuffled<T>(all: readonly T[]): T[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
