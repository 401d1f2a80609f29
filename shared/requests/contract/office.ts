import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { BoardFilters } from './board-filters';
import { FIGURED } from './dashboard';
import { LISTED } from './worklist';
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

/** So many lines of a list go into one file. */
export const MOST_EXPORTED = 10_000;

const Exported = z.object({ url: z.string(), expiresAt: Instant, rows: z.int() });

/** What a worklist holds under its filters, as .xlsx behind a link of ten minutes; what the caller may not read of a matter is not in it. Logged. */
export const exportWorklist = procedure({
  name: 'requests.exportWorklist',
  summary: '导出台面上的这些事',
  method: 'POST',
  path: '/office/requests/worklist-export',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject(LISTED),
  reply: Exported,
  problems: ['not_found', 'too_many_rows'],
  rate: 'write',
});

/** The dashboard's tables, as .xlsx behind a link of ten minutes: figures alone, of whom and until when. Logged. */
export const exportDashboard = procedure({
  name: 'requests.exportDashboard',
  summary: '导出看板上的表',
  method: 'POST',
  path: '/office/requests/dashboard-export',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject(FIGURED),
  reply: Exported,
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
