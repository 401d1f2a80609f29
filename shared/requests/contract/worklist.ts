import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id, VillageCode } from '../../kernel/ids';
import { Month } from '../../kernel/months';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { Category, DaysLeft, End, State, TrackingNumber } from './values';
import '../problems';

/** A line of the station's worklist (分办台). `reasons` says why it waits for the station. */
export const WorklistItem = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  title: z.string(),
  excerpt: z.string(),
  state: State,
  outcome: z.nullable(End),
  category: Category,
  villageName: z.string(),
  stationName: z.nullable(z.string()),
  deputyId: z.nullable(Id),
  deputyName: z.nullable(z.string()),
  /** The department that has it, or answered it last. */
  departmentName: z.optional(z.nullable(z.string())),
  /** Its number at the 12345 hotline. */
  hotlineNumber: z.optional(z.nullable(z.string())),
  name: z.nullable(z.string()),
  submittedOn: Day,
  dueOn: Day,
  daysLeft: DaysLeft,
  reasons: z.array(
    z.enum([
      'late',
      'away',
      'not_joined',
      'ended',
      'untaken',
      'with_office',
      'to_assign',
      'office_assigns',
      'asks_question',
      'asks_extension',
      'to_moderate',
      'to_review',
      'reported',
      'said_same',
      'at_hotline',
      'with_higher',
      'merged',
    ]),
  ),
});

export type WorklistItem = z.infer<typeof WorklistItem>;

/** The boxes of the worklist, by what a clerk does with what is in them. */
export const BOXES = [
  'open',
  'late',
  'due_soon',
  'with_office',
  'to_assign',
  'unplaced',
  'to_moderate',
  'to_review',
  'reported',
  'said_same',
  'at_hotline',
  'with_higher',
  'waiting',
  'closed',
  'all',
  'claimed',
  'confirmed',
] as const;

/** By the day the answer is due, or the newest first. */
export const ORDERS = ['due', 'newest'] as const;

/** What of a list is wanted; `from` and `to` are the months in which it came. */
export const LISTED = {
  box: z.enum(BOXES),
  station: z.optional(Id),
  category: z.optional(Category),
  village: z.optional(VillageCode),
  from: z.optional(Month),
  to: z.optional(Month),
  order: z.optional(z.enum(ORDERS)),
};

/**
 * What a clerk's stations hold (an office: the county). open: somebody has to answer; late: past the due day; due_soon: today or in the next days;
 * with_office: it may be a report of wrongdoing, and the office has to say what it is; to_assign: a department has to be found, or the one that has it asks something of the station; unplaced: nobody took it by half its days, or the deputy is
 * away or has not signed in yet; said_same: its resident says that it is the same as
 * one on the board, and nobody has decided; at_hotline: the 12345 hotline has it; with_higher: a deputy of a level above the county has it; waiting: for the resident; claimed: somebody said that it is done (办理完成), whatever became of it; confirmed: the resident
 * said so (办结). Without `order` those in which the clock runs come by the due day, the others the newest first.
 */
export const worklist = procedure({
  name: 'requests.worklist',
  summary: '联络站的台面：哪些要我管',
  method: 'GET',
  path: '/requests/worklist',
  who: ['clerk', 'admin'],
  input: z.strictObject({ ...LISTED, cursor: z.optional(Cursor) }),
  reply: pageOf(WorklistItem),
  problems: ['not_found'],
  rate: 'read',
});

/** By words (from one character on), tracking number, slip number or the station's number at the hotline, newest first, within what the person may see. */
export const search = procedure({
  name: 'requests.search',
  summary: '找一件事：几个字、受理编号、纸条编号或 12345 编号',
  method: 'GET',
  path: '/requests/search',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ words: words(...LENGTHS.search), cursor: z.optional(Cursor) }),
  reply: pageOf(WorklistItem),
  problems: [],
  rate: 'read',
});
