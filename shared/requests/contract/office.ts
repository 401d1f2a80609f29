import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { BoardFilters } from './board-filters';
import '../problems';

/** What a visitor takes home (回执): a page to print, as a PDF behind a link of ten minutes. */
export const printReceipt = procedure({
  name: 'requests.printReceipt',
  summary: '打印回执',
  method: 'POST',
  path: '/office/requests/{id}/receipt',
  who: ['supervisor', 'clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found'],
  rate: 'write',
});

/** The notice board to hang up (公开栏，A3): the newest of what stands on it under these filters, as a PDF behind a link of ten minutes. */
export const printBoard = procedure({
  name: 'requests.printBoard',
  summary: '打印公开栏',
  method: 'POST',
  path: '/office/requests/board',
  who: ['clerk', 'admin'],
  phone: true,
  input: BoardFilters,
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['nothing_on_board'],
  rate: 'write',
});
