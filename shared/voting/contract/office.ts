import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { LIMITS } from '../limits';
import '../problems';

/** Makes the numbers of a book of slips (纸票本) for a station; `bookPdf` prints it. */
export const makeBook = procedure({
  name: 'voting.makeBook',
  summary: '给一个站编一本纸票',
  method: 'POST',
  path: '/office/voting/{id}/books',
  who: ['admin'],
  input: z.strictObject({ id: Id, stationId: Id, count: z.int().check(z.gte(1), z.lte(LIMITS.book)) }),
  reply: z.object({ book: Id, first: z.string(), last: z.string() }),
  problems: ['not_found', 'poll_not_open', 'poll_closed', 'poll_key_lost', 'station_not_in_vote'],
  rate: 'write',
  daily: 500,
  idempotent: true,
});

const file = z.object({ url: z.string(), expiresAt: Instant });

/** A book as a PDF to print on A4, its slips in an order of chance. Printed again it has the same numbers, and each counts once. */
export const bookPdf = procedure({
  name: 'voting.bookPdf',
  summary: '打印一本纸票',
  method: 'POST',
  path: '/office/voting/books/{book}/pdf',
  who: ['admin'],
  input: z.strictObject({ book: Id }),
  reply: z.extend(file, { pages: z.int() }),
  problems: ['not_found', 'poll_not_open', 'poll_closed', 'poll_key_lost'],
  rate: 'write',
});

/** Where every slip is, as a spreadsheet. */
export const slipsSheet = procedure({
  name: 'voting.slipsSheet',
  summary: '导出纸票对账表',
  method: 'POST',
  path: '/office/voting/{id}/slips/sheet',
  who: ['admin'],
  input: z.strictObject({ id: Id }),
  reply: file,
  problems: ['not_found'],
  rate: 'write',
});
