import * as z from 'zod/mini';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { State } from './values';
import '../problems';

const [FEWEST, MOST] = LENGTHS.hotline;
const LIKE = new RegExp(`^[0-9A-Z]{${FEWEST},${MOST}}$`);

/** The number of a work order at the 12345 hotline (工单号) as a clerk types it: full-width and small letters, spaces and hyphens are all right. */
export const HotlineNumber = z.string().check(
  z.overwrite((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase(),
  ),
  z.regex(LIKE, `工单编号是 ${FEWEST} 到 ${MOST} 个字母、数字，请再看一看。`),
);

/** What the station saw, and that the number may be another's already. */
const SEEN = { id: Id, seen: Id };
const ALWAYS = ['not_found', 'moved_since', 'not_now', 'is_merged', 'request_closed'] as const;

/** Writes down under which number it is known at the hotline; null takes it away again. Where it stands does not change. */
export const numberHotline = procedure({
  name: 'requests.numberHotline',
  summary: '记 12345 的工单编号，或者去掉',
  method: 'PUT',
  path: '/requests/{id}/hotline-number',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, number: z.nullable(HotlineNumber) }),
  reply: z.object({ number: z.nullable(z.string()) }),
  problems: ['not_found', 'not_now', 'request_closed', 'hotline_has_it', 'hotline_number_taken', 'no_hotline_number'],
  rate: 'write',
});

/**
 * It is pending at the hotline: the station waits for its result, and nobody here is given it meanwhile. The day until which the resident has an answer
 * stays (decision 46).
 */
export const awaitHotline = procedure({
  name: 'requests.awaitHotline',
  summary: '12345 在办，等它的结果',
  method: 'POST',
  path: '/requests/{id}/hotline',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, number: HotlineNumber }),
  reply: z.object({ state: State }),
  problems: [
    ...ALWAYS,
    'hotline_has_it',
    'department_has_it',
    'asked_already',
    'not_waiting_for_answer',
    'hotline_number_taken',
  ],
  rate: 'write',
  idempotent: true,
});

/** How it ends there: the hotline's words are the answer; it could not be done and goes on here; or it was a slip. */
export const HOTLINE_RESULTS = ['answered', 'failed', 'undone'] as const;

/** The station takes it back from the hotline, with the words of the result, or why it goes on here, which its resident reads. */
export const endHotline = procedure({
  name: 'requests.endHotline',
  summary: '12345 的结果：办好了，没办成，或者点错了',
  method: 'POST',
  path: '/requests/{id}/hotline-result',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, result: z.enum(HOTLINE_RESULTS), words: words(...LENGTHS.answer) }),
  reply: z.object({ state: State }),
  problems: [...ALWAYS, 'own_matter'],
  rate: 'write',
  idempotent: true,
});
