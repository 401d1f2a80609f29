import { type Expression, type SqlBool, sql } from 'kysely';
import { addDays, SOON_DAYS } from '../../../shared/kernel/days';
import type { Month } from '../../../shared/kernel/months';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { BOXES, Category, ORDERS } from '../../../shared/requests/contract';
import {
  ENDED,
  TO_ASSIGN,
  UNDER_WAY,
  WAITING_FOR_DEPUTY,
  WAITING_FOR_RESIDENT,
  WITH_HOTLINE,
  WITH_OFFICE,
} from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { RETURNS } from './assigned';
import { COUNT_LIMIT } from './lists';
import { NOT_MERGED } from './merged';

export type Box = (typeof BOXES)[number];
export type Order = (typeof ORDERS)[number];

/**
 * Which part of the county: these stations, or with null all of it, but for what whoever looks stepped aside from (`aside`). `covered`: deputies who
 * can't answer today; `higher`: those of levels above the county.
 */
export type Scope = {
  stations: readonly string[] | null;
  covered: readonly string[];
  higher?: readonly string[];
  aside: readonly string[];
};

export const COLUMNS = [
  'id',
  'tracking_number',
  'title',
  'state',
  'outcome',
  'category',
  'village',
  'station_id',
  'deputy_id',
  'department_id',
  'hotline_number',
  'asks',
  'name',
  'name_for',
  'submitted_on',
  'round_started_on',
  'due_on',
  'text_check',
  'publication',
  'merged_into',
  'same_as',
  sql<string>`left(words, 80)`.as('excerpt'),
  sql<boolean>`exists (select 1 from picture p where p.jurisdiction = request.jurisdiction and p.request_id = request.id and p.state in ('review', 'risky'))`.as(
    'picture_waits',
  ),
  RETURNS.as('returns'),
  sql<boolean>`exists (select from board_report r where r.jurisdiction = request.jurisdiction and r.request_id = request.id and r.state = 'open')`.as(
    'reported',
  ),
] as const;

const CONDITIONS = {
  // Nobody took it by half of its days.
  untaken: (today: string) =>
    sql<SqlBool>`deputy_id is null and round_started_on + (due_on - round_started_on) / 2 <= ${today}::date`,
  waitsForPerson: sql<SqlBool>`(text_check in ('review', 'risky') or id in (select p.request_id from picture p where p.jurisdiction = request.jurisdiction and p.state in ('review', 'risky') and p.request_id is not null))`,
};

const isOf = (group: readonly string[]) => sql<SqlBool>`state = any(${group}::text[])`;

function inBox(box: Box, { covered, higher = [] }: Scope, today: string): Expression<SqlBool> {
  switch (box) {
    case 'open':
      return sql<SqlBool>`${isOf(UNDER_WAY)} and ${NOT_MERGED}`;
    case 'late':
      return sql<SqlBool>`${isOf(UNDER_WAY)} and ${NOT_MERGED} and due_on < ${today}::date`;
    case 'due_soon':
      return sql<SqlBool>`${isOf(UNDER_WAY)} and ${NOT_MERGED} and due_on between ${today}::date and ${addDays(today, SOON_DAYS)}::date`;
    case 'with_office':
      return isOf(WITH_OFFICE);
    case 'to_assign':
      return sql<SqlBool>`(${isOf(TO_ASSIGN)} or asks is not null) and ${NOT_MERGED}`;
    case 'unplaced':
      return sql<SqlBool>`${isOf(WAITING_FOR_DEPUTY)} and ${NOT_MERGED} and (${CONDITIONS.untaken(today)} or deputy_id = any(${covered}::uuid[]))`;
    case 'to_moderate':
      return sql<SqlBool>`publication = 'pending'`;
    case 'to_review':
      return CONDITIONS.waitsForPerson;
    case 'reported':
      return sql<SqlBool>`id in (select r.request_id from board_report r where r.jurisdiction = request.jurisdiction and r.state = 'open')`;
    case 'said_same':
      return sql<SqlBool>`same_as is not null and ${NOT_MERGED} and ${isOf(UNDER_WAY)}`;
    case 'at_hotline':
      return sql<SqlBool>`${isOf(WITH_HOTLINE)} and ${NOT_MERGED}`;
    case 'with_higher':
      return sql<SqlBool>`${isOf(WAITING_FOR_DEPUTY)} and ${NOT_MERGED} and deputy_id = any(${higher}::uuid[])`;
    case 'waiting':
      return isOf(WAITING_FOR_RESIDENT);
    case 'closed':
      return isOf(ENDED);
    case 'all':
      return sql<SqlBool>`true`;
    case 'claimed':
      return sql<SqlBool>`claimed_on is not null`;
    case 'confirmed':
      return sql<SqlBool>`${isOf(ENDED)} and outcome in ('solved', 'partly')`;
  }
}

const BY_DUE: readonly Box[] = [
  'open',
  'late',
  'due_soon',
  'with_office',
  'to_assign',
  'unplaced',
  'at_hotline',
  'with_higher',
];

/** Boxes in which the clock runs are ordered by the due day, the others newest first, unless it is said otherwise. */
function isByDue(box: Box, order?: Order): boolean {
  if (order) return order === 'due';
  return BY_DUE.includes(box);
}

/** What of a box is wanted; `from` and `to` are the months in which it came. */
export type Filter = { category?: Category; village?: string; from?: Month; to?: Month };

/** By which day the lines of a list come. What came in a time, or is of every state, is read by the day it came. */
export function sortOf(box: Box, order: Order | undefined, { from, to }: Filter): 'due' | 'received' | 'id' {
  if (isByDue(box, order)) return 'due';
  return from || to || box === 'all' || box === 'claimed' || box === 'confirmed' ? 'received' : 'id';
}

/** What of a box lies in a part of the county. */
function within(tx: Tx, jurisdiction: string, box: Box, scope: Scope, today: string) {
  let query = tx
    .selectFrom('request')
    .where('jurisdiction', '=', jurisdiction)
    .where(inBox(box, scope, today));
  if (scope.stations) query = query.where('station_id', 'in', scope.stations);
  return scope.aside.length ? query.where('id', 'not in', scope.aside) : query;
}

type Asked = { today: string; order?: Order; filter: Filter; after: string[] | null };

/** A page of a box; `after` is (due day, id), (day it came, id) or (id), as `sortOf` says. `most`: so many lines, and one that tells of more. */
export async function selectWorklist(
  tx: Tx,
  jurisdiction: string,
  box: Box,
  scope: Scope,
  { today, order, filter, after }: Asked,
  most = PAGE_SIZE,
) {
  let query = within(tx, jurisdiction, box, scope, today)
    .select(COLUMNS)
    .limit(most + 1);
  const { category, village, from, to } = filter;
  if (category) query = query.where('category', '=', category);
  if (village) query = query.where('village', '=', village);
  if (from) query = query.where('submitted_on', '>=', `${from}-01`);
  if (to) query = query.where(sql<SqlBool>`submitted_on < ${`${to}-01`}::date + interval '1 month'`);
  const sort = sortOf(box, order, filter);
  if (sort === 'due') {
    if (after) query = query.where(sql<SqlBool>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`);
    return query.orderBy('due_on').orderBy('id').execute();
  }
  if (sort === 'received') {
    if (after) query = query.where(sql<SqlBool>`(submitted_on, id) < (${after[0]}::date, ${after[1]}::uuid)`);
    return query.orderBy('submitted_on', 'desc').orderBy('id', 'desc').execute();
  }
  if (after) query = query.where('id', '<', after[0] as string);
  return query.orderBy('id', 'desc').execute();
}

export type WorklistRow = Awaited<ReturnType<typeof selectWorklist>>[number];

/** What waits for the station, each counted to a hundred at the most. */
export async function countWorklist(tx: Tx, jurisdiction: string, scope: Scope, today: string) {
  const boxes = {
    late: 'late',
    dueSoon: 'due_soon',
    toAssign: 'to_assign',
    unplaced: 'unplaced',
    toModerate: 'to_moderate',
    toReview: 'to_review',
    reported: 'reported',
    saidSame: 'said_same',
    atHotline: 'at_hotline',
    withHigher: 'with_higher',
  } as const;
  const counted = {
    late: 0,
    dueSoon: 0,
    toAssign: 0,
    unplaced: 0,
    toModerate: 0,
    toReview: 0,
    reported: 0,
    saidSame: 0,
    atHotline: 0,
    withHigher: 0,
  };
  for (const [name, box] of Object.entries(boxes) as [keyof typeof counted, Box][])
    counted[name] = await countBox(tx, jurisdiction, box, scope, today);
  if (scope.stations !== null) return counted;
  return { ...counted, withOffice: await countBox(tx, jurisdiction, 'with_office', scope, today) };
}

/** What is in one box, counted to a hundred at the most. */
export async function countBox(tx: Tx, jurisdiction: string, box: Box, scope: Scope, today: string): Promise<number> {
  const rows = within(tx, jurisdiction, box, scope, today).select('id').limit(COUNT_LIMIT);
  const row = await tx.selectFrom(rows.as('r')).select(sql<string>`count(*)`.as('count')).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many of these requests are of the stations. */
export async function countAmong(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
  stations: Scope['stations'],
): Promise<number> {
  if (!ids.length) return 0;
  let rows = tx
    .selectFrom('request')
    .select(sql<string>`count(*)`.as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids]);
  if (stations) rows = rows.where('station_id', 'in', stations);
  return Number((await rows.executeTakeFirst())?.count ?? 0);
}
