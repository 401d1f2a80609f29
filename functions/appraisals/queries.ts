import type { Draft } from '../../shared/appraisals/contract';
import type { Closing } from '../../shared/appraisals/current';
import type { EventKind } from '../../shared/appraisals/lifecycle';
import type { ReportBody } from '../../shared/appraisals/report';
import { GIVEN_UP, type State } from '../../shared/appraisals/states';
import type { Tx } from '../platform/database';

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('campaign').selectAll().where('jurisdiction', '=', jurisdiction);

export type Campaign = Awaited<ReturnType<typeof selectCampaign>> & {};

export async function selectCampaign(tx: Tx, jurisdiction: string, id: string) {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** Of two who act on one appraisal, one waits for the other. */
export async function lockCampaign(tx: Tx, jurisdiction: string, id: string) {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Those in these states, newest first. */
export async function selectCampaigns(tx: Tx, jurisdiction: string, states: readonly State[], limit: number) {
  return ofCounty(tx, jurisdiction)
    .where('state', 'in', [...states])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest that asks again after this one, unless it was given up. */
export async function selectFollowing(tx: Tx, jurisdiction: string, id: string) {
  return ofCounty(tx, jurisdiction)
    .where('follows', '=', id)
    .where('state', 'not in', [...GIVEN_UP])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type NewCampaign = { jurisdiction: string; id: string; draft: Draft; follows?: string | null; now: Date };

export async function insertCampaign(
  tx: Tx,
  { jurisdiction, id, draft, follows = null, now }: NewCampaign,
): Promise<void> {
  const row = { jurisdiction, id, draft: JSON.stringify(draft), follows };
  await tx
    .insertInto('campaign')
    .values({ ...row, state: 'preparing', version: 1, created_at: now, changed_at: now })
    .execute();
}

export async function updateCampaign(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: { state?: State; draft?: Draft; closings?: Closing[]; version?: number; changed_at: Date },
): Promise<void> {
  const { draft, closings, ...others } = changes;
  const written = {
    ...(draft ? { draft: JSON.stringify(draft) } : {}),
    ...(closings ? { closings: JSON.stringify(closings) } : {}),
  };
  await tx
    .updateTable('campaign')
    .set({ ...others, ...written })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

type Event = {
  jurisdiction: string;
  campaign_id: string;
  id: string;
  kind: EventKind;
  person_id: string | null;
  detail: { version?: number; elder?: boolean; closesAt?: string; reason?: string; proposal?: string };
  at: Date;
};

export async function insertEvent(tx: Tx, { detail, ...event }: Event): Promise<void> {
  await tx
    .insertInto('campaign_event')
    .values({ ...event, detail: JSON.stringify(detail) })
    .execute();
}

/** The whole history, in its order. */
export async function selectEvents(tx: Tx, jurisdiction: string, campaignId: string) {
  return tx
    .selectFrom('campaign_event')
    .select(['id', 'kind', 'person_id', 'detail', 'at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .execute();
}

type ReportOf = { jurisdiction: string; campaignId: string; place: string };

/** What a station wrote of its report; undefined while it wrote nothing. */
export async function selectReport(tx: Tx, { jurisdiction, campaignId, place }: ReportOf) {
  return tx
    .selectFrom('campaign_report')
    .select(['version', 'body'])
    .where('jurisdiction', '=', jurisdiction)
    .where('campaign_id', '=', campaignId)
    .where('place', '=', place)
    .executeTakeFirst();
}

/** Writes it where it is still of this version. @returns whether it was */
export async function saveReport(
  tx: Tx,
  { jurisdiction, campaignId, place }: ReportOf,
  { version, body, by, now }: { version: number; body: ReportBody; by: string; now: Date },
): Promise<boolean> {
  const written = { version: version + 1, body: JSON.stringify(body), changed_by: by, changed_at: now };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('campaign_report')
    .values({ jurisdiction, campaign_id: campaignId, place, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction', 'campaign_id', 'place'])
        .doUpdateSet(written)
        .where('campaign_report.version', '=', version),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Somebody read it, in this version; who reads it again has read the newer one. */
export async function saveReader(
  tx: Tx,
  { jurisdiction, campaignId, place }: ReportOf,
  read: { person: string; version: number; now: Date },
): Promise<void> {
  const row = { version: read.version, at: read.now };
  await tx
    .insertInto('campaign_report_reader')
    .values({ jurisdiction, campaign_id: campaignId, place, person_id: read.person, ...row })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'campaign_id', 'place', 'person_id']).doUpdateSet(row))
    .execute();
}

/** Who read it, in which version, the first first. */
export async function selectReaders(tx: Tx, { jurisdiction, campaignId, place }: ReportOf) {
  return tx
    .selectFrom('campaign_report_reader')
    .select(['person_id', 'version'])
    .where('jurisdiction', '=', jurisdiction)
    .where('campaign_id', '=', campaignId)
    .where('place', '=', place)
    .orderBy('at')
    .orderBy('person_id')
    .execute();
}
