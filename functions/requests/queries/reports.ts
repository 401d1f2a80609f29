import type { Insertable } from 'kysely';
import type { ReportState } from '../../../shared/requests/reports';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';

/** @returns false when the person has reported this matter before */
export async function insertReport(tx: Tx, report: Insertable<RequestTables['board_report']>): Promise<boolean> {
  const row = await tx
    .insertInto('board_report')
    .values(report)
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'request_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** So many of a matter are shown. */
const MOST = 50;

/** What was said against a matter, the newest first. */
export async function selectReports(tx: Tx, jurisdiction: string, requestId: string) {
  return tx
    .selectFrom('board_report')
    .select(['id', 'person_id', 'reason', 'words', 'state', 'answer', 'created_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}

export type ReportRow = Awaited<ReturnType<typeof selectReports>>[number];

/** What somebody said against matters of others, the newest first. */
export async function selectReportsOf(tx: Tx, jurisdiction: string, personId: string, limit: number) {
  return tx
    .selectFrom('board_report as r')
    .innerJoin('request', (join) =>
      join.onRef('request.jurisdiction', '=', 'r.jurisdiction').onRef('request.id', '=', 'r.request_id'),
    )
    .select(['request.public_title', 'request.public_words', 'request.public_answer', 'request.hidden_words'])
    .select(['r.reason', 'r.words', 'r.state', 'r.answer', 'r.created_at'])
    .where('r.jurisdiction', '=', jurisdiction)
    .where('r.person_id', '=', personId)
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
}

export async function countReportsOf(tx: Tx, jurisdiction: string, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('board_report')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Their own words in what they reported; that something was reported, and how it was answered, stays. */
export async function forgetReportsOf(tx: Tx, jurisdiction: string, personId: string): Promise<void> {
  await tx
    .updateTable('board_report')
    .set({ words: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}

/** Those that nobody has answered. */
export async function selectOpenReports(tx: Tx, jurisdiction: string, requestId: string) {
  return tx
    .selectFrom('board_report')
    .select(['id', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
}

type Answered = { state: ReportState; answer: string | null; answered_by: string | null; answered_at: Date };

/** Answers what is open of a matter, as far as it was `seen`, or all of it. @returns who had reported it */
export async function closeReports(
  tx: Tx,
  jurisdiction: string,
  requestId: string,
  answered: Answered,
  seen: string | null,
): Promise<string[]> {
  let open = tx
    .updateTable('board_report')
    .set(answered)
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('state', '=', 'open');
  if (seen) open = open.where('id', '<=', seen);
  const rows = await open.returning('person_id').execute();
  return rows.map(({ person_id }) => person_id);
}
