import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { OWED, PUBLIC, RATING, RUNNING } from '../../../shared/promises/report/states';
import type { Tx } from '../../platform/database';
import type { Schema } from '../../platform/schema';

type PromiseRow = Selectable<Schema['promise']>;
export type ReportRow = Selectable<Schema['promise_report']>;
export type PaperRow = Selectable<Schema['promise_report_paper']>;
export type ReceiptRow = Selectable<Schema['promise_report_receipt']>;
export type ReportEventRow = Selectable<Schema['promise_report_event']>;

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('promise_report').selectAll().where('jurisdiction', '=', jurisdiction);

export async function selectReport(tx: Tx, jurisdiction: string, id: string): Promise<ReportRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** Of two who act on one report, one waits for the other. */
export async function lockReport(tx: Tx, jurisdiction: string, id: string): Promise<ReportRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whose reports are wanted: `departments` of the caller, those the `deputy` is asked to rate, or all of them; or what everybody reads. */
export type Whose = { all: boolean; departments: readonly string[]; deputy: string | null } | 'everybody';

const visible = (tx: Tx, jurisdiction: string, whose: Whose) => {
  const every = ofCounty(tx, jurisdiction);
  if (whose === 'everybody') return every.where('state', 'in', [...PUBLIC]);
  const { all, departments, deputy } = whose;
  if (all) return every;
  return every.where((eb) =>
    eb.or([
      ...(departments.length ? [eb('department_id', 'in', [...departments])] : []),
      ...(deputy ? [eb('id', 'in', ofDeputy(tx, jurisdiction, deputy))] : []),
      eb.lit(false),
    ]),
  );
};

const ofDeputy = (tx: Tx, jurisdiction: string, deputy: string) =>
  tx
    .selectFrom('promise_report_receipt')
    .select('report_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputy);

/** The years there are any of, newest first. */
export async function selectYears(tx: Tx, jurisdiction: string, whose: Whose): Promise<number[]> {
  const rows = await visible(tx, jurisdiction, whose)
    .clearSelect()
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

export async function selectReportsOf(tx: Tx, jurisdiction: string, whose: Whose, year: number): Promise<ReportRow[]> {
  return visible(tx, jurisdiction, whose).where('year', '=', year).orderBy('id').execute();
}

/** Some of those in which somebody's days run, in the order of their ids, from `after` on: what is due until then, and all that deputies rate. */
export async function selectRunning(
  tx: Tx,
  jurisdiction: string,
  { through, ended, after, limit }: { through: string; ended: readonly string[]; after: string | null; limit: number },
): Promise<ReportRow[]> {
  let query = ofCounty(tx, jurisdiction)
    .where('state', 'in', [...RUNNING])
    .where((eb) =>
      eb.or([
        eb('state', 'in', [...RATING]),
        eb.and([
          eb('state', 'in', [...OWED]),
          eb.or([eb('due_on', '<=', through), ...(ended.length ? [eb('department_id', 'in', [...ended])] : [])]),
        ]),
      ]),
    );
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}

type Owed = Pick<ReportRow, 'id' | 'department_id' | 'state' | 'due_on' | 'texted'>;

/** What these departments have to hand in. */
export async function selectOwed(tx: Tx, jurisdiction: string, departments: readonly string[]): Promise<Owed[]> {
  if (!departments.length) return [];
  return tx
    .selectFrom('promise_report')
    .select(['id', 'department_id', 'state', 'due_on', 'texted'])
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', [...OWED])
    .where('department_id', 'in', [...departments])
    .orderBy('id')
    .execute();
}

/** Writes down of what who has no account is told. @returns false where it is not owed any more, or they were told in the meantime */
export async function updateTexted(
  tx: Tx,
  jurisdiction: string,
  { id, texted }: Pick<ReportRow, 'id' | 'texted'>,
  step: ReportRow['texted'],
): Promise<boolean> {
  const row = await tx
    .updateTable('promise_report')
    .set({ texted: step })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .where('state', 'in', [...OWED])
    .where('texted', 'is not distinct from', texted)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Departments that promised something between these moments, and have no report of the year yet. */
export async function selectWithoutReport(
  tx: Tx,
  jurisdiction: string,
  { year, from, to }: { year: number; from: Date; to: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('promise')
    .select('department_id')
    .distinct()
    .where('jurisdiction', '=', jurisdiction)
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('promise_report as r')
            .select(sql.lit(1).as('one'))
            .whereRef('r.jurisdiction', '=', 'promise.jurisdiction')
            .whereRef('r.department_id', '=', 'promise.department_id')
            .where('r.year', '=', year),
        ),
      ),
    )
    .orderBy('department_id')
    .execute();
  return rows.map(({ department_id }) => department_id);
}

/** What these departments promised between two moments, first what is due first. */
export async function selectPromisesMade(
  tx: Tx,
  jurisdiction: string,
  { departments, from, to, limit }: { departments: readonly string[]; from: Date; to: Date; limit: number },
): Promise<PromiseRow[]> {
  if (!departments.length) return [];
  return tx
    .selectFrom('promise')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('department_id', 'in', [...departments])
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function selectPromisesByIds(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<PromiseRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('promise')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** @returns false where there is one of the department for the year already */
export async function insertReport(tx: Tx, row: Insertable<Schema['promise_report']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('promise_report')
    .values(row)
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'year', 'department_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateReport(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: Updateable<Schema['promise_report']>,
): Promise<void> {
  await tx
    .updateTable('promise_report')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export async function insertPaper(tx: Tx, row: Insertable<Schema['promise_report_paper']>): Promise<void> {
  await tx.insertInto('promise_report_paper').values(row).execute();
}

/** What was handed in last of each of these. */
export async function selectLastPapers(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<PaperRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('promise_report_paper')
    .selectAll()
    .distinctOn('report_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('report_id', 'in', [...ids])
    .orderBy('report_id')
    .orderBy('round', 'desc')
    .execute();
}

export async function insertReceipts(tx: Tx, rows: Insertable<Schema['promise_report_receipt']>[]): Promise<void> {
  if (rows.length) await tx.insertInto('promise_report_receipt').values(rows).execute();
}

/** Of all rounds, in their order. */
export async function selectReceipts(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<ReceiptRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('promise_report_receipt')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('report_id', 'in', [...ids])
    .orderBy('report_id')
    .orderBy('round')
    .orderBy('id')
    .execute();
}

/** What one person said of reports as a deputy, newest first. */
export async function selectReceiptsBy(tx: Tx, jurisdiction: string, personId: string) {
  return tx
    .selectFrom('promise_report_receipt as s')
    .innerJoin('promise_report as r', (join) =>
      join.onRef('r.jurisdiction', '=', 's.jurisdiction').onRef('r.id', '=', 's.report_id'),
    )
    .select(['r.year', 'r.department_id', 's.rating', 's.words', 's.changed_at'])
    .where('s.jurisdiction', '=', jurisdiction)
    .where('s.person_id', '=', personId)
    .orderBy('s.changed_at', 'desc')
    .execute();
}

export async function updateReceipt(
  tx: Tx,
  { jurisdiction, report_id, id }: Pick<ReceiptRow, 'jurisdiction' | 'report_id' | 'id'>,
  changes: Updateable<Schema['promise_report_receipt']>,
): Promise<void> {
  await tx
    .updateTable('promise_report_receipt')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('report_id', '=', report_id)
    .where('id', '=', id)
    .execute();
}

export async function insertReportEvent(tx: Tx, row: Insertable<Schema['promise_report_event']>): Promise<void> {
  await tx.insertInto('promise_report_event').values(row).execute();
}

/** The whole history of one, in its order. */
export async function selectReportEvents(tx: Tx, jurisdiction: string, id: string): Promise<ReportEventRow[]> {
  return tx
    .selectFrom('promise_report_event')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('report_id', '=', id)
    .orderBy('id')
    .execute();
}
