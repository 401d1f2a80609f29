import * as z from 'zod/mini';
import { Day, Term } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { Pictures } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { NAME, PhoneNumber, words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { Category, NAME_READERS, OPENNESS, TrackingNumber } from './values';
import '../problems';

/**
 * Sends a request (说件事) to one deputy, or without `deputyId` to all of the village's: the first to take it has it.
 * Registered at the station at once; the clock starts today.
 */
export const submit = procedure({
  name: 'requests.submit',
  summary: '跟代表说件事',
  method: 'POST',
  path: '/requests',
  who: ['resident'],
  phone: true,
  input: z.strictObject({
    deputyId: z.optional(Id),
    village: VillageCode,
    category: Category,
    words: words(...LENGTHS.request),
    where: z.optional(words(...LENGTHS.where)),
    openness: z.enum(OPENNESS),
    name: z.optional(words(0, NAME[1])),
    nameFor: z.enum(NAME_READERS),
    pictures: Pictures,
    /** What stands on the notice board and is the same matter (我家也是); where that has ended, this is a new one, and that one comes with it. */
    sameAs: z.optional(Id),
  }),
  reply: z.object({
    id: Id,
    trackingNumber: TrackingNumber,
    deputyName: z.nullable(z.string()),
    stationName: z.nullable(z.string()),
    answerTerm: Term,
    dueOn: Day,
    /** It reads like a report of wrongdoing: the office alone reads it until it has said what it is. */
    withOffice: z.optional(z.boolean()),
  }),
  problems: [
    'not_found',
    'own_matter',
    'deputy_not_yours',
    'deputy_ended',
    'board_read_only',
    'picture_missing',
    'picture_taken',
  ],
  rate: 'write',
  daily: 100,
  idempotent: true,
});

/**
 * Entered for a neighbour or a visitor (代为登记), from their mouth or their slip. Whoever verified the phone in
 * WeChat is asked whether it is theirs (`offered`). A supervisor enters for their own village, a clerk for their station's.
 */
export const enterFor = procedure({
  name: 'requests.enterFor',
  summary: '替人登记一件事',
  method: 'POST',
  path: '/requests/entered-for',
  who: ['supervisor', 'clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    deputyId: z.optional(Id),
    village: VillageCode,
    category: Category,
    words: words(...LENGTHS.request),
    where: z.optional(words(...LENGTHS.where)),
    openness: z.enum(OPENNESS),
    name: words(...NAME),
    nameFor: z.enum(NAME_READERS),
    contactPhone: z.optional(PhoneNumber),
    slipNumber: z.optional(words(...LENGTHS.slip)),
    pictures: Pictures,
  }),
  reply: z.object({
    id: Id,
    trackingNumber: TrackingNumber,
    deputyName: z.nullable(z.string()),
    stationName: z.nullable(z.string()),
    answerTerm: Term,
    dueOn: Day,
    /** It reads like a report of wrongdoing: the office alone reads it until it has said what it is. */
    withOffice: z.optional(z.boolean()),
  }),
  problems: [
    'not_found',
    'own_matter',
    'deputy_not_yours',
    'deputy_ended',
    'board_read_only',
    'slip_taken',
    'picture_missing',
    'picture_taken',
  ],
  rate: 'write',
  daily: 1_000,
  idempotent: true,
});
