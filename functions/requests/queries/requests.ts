import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely';
import { ProblemError } from '../../../shared/kernel/problems';
import { WITH_OFFICE } from '../../../shared/requests/states';
import { isLocked, type Tx } from '../../platform/database';
import type { RequestTables } from '../tables';
import { bigramsOf } from './bigrams';
import { CHANGE, figureChanges } from './counted';

/** Everything of a request but the contact of somebody it was entered for. */
const WHOLE = [
  'id',
  'tracking_number',
  'resident_id',
  'deputy_id',
  'station_id',
  'department_id',
  'handover_to',
  'asks',
  'asked_until',
  'entered_by',
  'entered_as',
  'slip_number',
  'village',
  'category',
  'title',
  'words',
  'place',
  'openness',
  'name',
  'name_for',
  'state',
  'outcome',
  'round',
  'submitted_on',
  'round_started_on',
  'due_on',
  'answered_on',
  'first_answered_on',
  'claimed_on',
  'closed_on',
  'opened_at',
  'taken_at',
  'asked_on',
  'lapses_on',
  'lapse_told_at',
  'question_on',
  'text_check',
  'checked_through',
  'check_label',
  'word_doubts',
  'publication',
  'public_title',
  'public_words',
  'public_answer',
  'published_at',
  'hidden_words',
  'merged_into',
  'own_due_on',
  'hotline_number',
  'same_as',
  'earlier_id',
  'created_at',
  'changed_at',
] as const;

/** The phone of somebody it was entered for is there; the number is read by nobody. */
const HAS_CONTACT = sql<boolean>`contact_hash is not null`.as('has_contact');

const NO_PICTURE = sql<boolean>`false`.as('picture_in_doubt');

type NewRequest = Insertable<RequestTables['request']>;
type NewEvent = Insertable<RequestTables['request_event']>;

/**
 * Writes a request with its first events, what it can be found by (`form`, of `searchForm`) and what it adds to the figures in one statement.
 * @returns null when the tracking number is taken in this county; nothing was written then
 */
export async function insertRequest(
  tx: Tx,
  request: NewRequest,
  events: NewEvent[],
  form: string,
): Promise<RequestRow | null> {
  const row = await tx
    .with('r', (db) =>
      db
        .insertInto('request')
        .values(request)
        .onConflict((conflict) => conflict.columns(['jurisdiction', 'tracking_number']).doNothing())
        .returning([...WHOLE, HAS_CONTACT, NO_PICTURE]),
    )
    .with('s', (db) =>
      db
        .insertInto('request_search')
        .columns(['jurisdiction', 'request_id', 'station_id', 'form', 'grams'])
        .expression((eb) =>
          eb
            .selectFrom('r')
            .select([
              sql.val(request.jurisdiction).as('jurisdiction'),
              'r.id as request_id',
              sql`${request.station_id ?? null}::uuid`.as('station_id'),
              sql.val(form).as('form'),
              sql`array_to_tsvector(${bigramsOf(form)}::text[])`.as('grams'),
            ]),
        ),
    )
    .with('f', (db) =>
      db
        .insertInto('request_figure_change')
        .columns(CHANGE)
        .expression(figureChanges(request.jurisdiction, { rows: 'r', change: 1 }) as never),
    )
    .with('e', (db) =>
      db
        .insertInto('request_event')
        .columns([
          'jurisdiction',
          'request_id',
          'id',
          'round',
          'kind',
          'person_id',
          'deputy_id',
          'words',
          'detail',
          'at',
        ])
        .expression((eb) =>
          events
            .map((event) =>
              eb
                .selectFrom('r')
                .select([
                  sql.val(event.jurisdiction).as('jurisdiction'),
                  'r.id as request_id',
                  sql`${event.id}::uuid`.as('id'),
                  sql`${event.round}::int`.as('round'),
                  sql.val(event.kind).as('kind'),
                  sql`${event.person_id}::uuid`.as('person_id'),
                  sql`${event.deputy_id ?? null}::uuid`.as('deputy_id'),
                  sql`${event.words}::text`.as('words'),
                  sql`${event.detail}::jsonb`.as('detail'),
                  sql`${event.at}::timestamptz`.as('at'),
                ]),
            )
            .reduce((all, one) => all.unionAll(one) as typeof all),
        ),
    )
    .selectFrom('r')
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

/** A picture of it waits for a person, or was withheld by one. */
const PICTURE_IN_DOUBT =
  sql<boolean>`exists (select 1 from picture p where p.jurisdiction = request.jurisdiction and p.request_id = request.id and p.state in ('review', 'risky', 'withheld'))`.as(
    'picture_in_doubt',
  );

/** A request by id; who may read it is the table's to say. */
export async function selectRequest(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('request')
    .select([...WHOLE, HAS_CONTACT, PICTURE_IN_DOUBT])
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * The same, locked until the transaction ends: two answers at once take turns. What is handled with it is locked with it, all of them in the order of
 * their ids, whichever was asked for: what happens to one follows to the others.
 */
export async function lockRequest(tx: Tx, jurisdiction: string, id: string) {
  const rows = await lockRequests(tx, jurisdiction, [id]);
  return rows.find((row) => row.id === id);
}

/** Several, with all that is handled with each, in one order. Which these are is found first, so that the rows are locked by their ids alone. */
export async function lockRequests(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<RequestRow[]> {
  const leads = sql`select merged_into from request where jurisdiction = ${jurisdiction} and id = any(${ids}::uuid[]) and merged_into is not null`;
  const groups = sql`(${ids}::uuid[] || array(${leads}))`;
  const members = sql`select id from request where jurisdiction = ${jurisdiction} and merged_into = any(${groups})`;
  return tx
    .selectFrom('request')
    .select([...WHOLE, HAS_CONTACT, PICTURE_IN_DOUBT])
    .where('jurisdiction', '=', jurisdiction)
    .where(sql<SqlBool>`id = any(${groups} || array(${members}))`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * What is handled with this one, which is locked: they are too, but for what was merged into it while it was waited for. That is not waited for now, in the
 * wrong order. @throws ProblemError `moved_since`
 */
export async function selectMerged(tx: Tx, jurisdiction: string, leads: readonly string[]): Promise<RequestRow[]> {
  return tx
    .selectFrom('request')
    .select([...WHOLE, HAS_CONTACT, PICTURE_IN_DOUBT])
    .where('jurisdiction', '=', jurisdiction)
    .where('merged_into', 'in', [...leads])
    .orderBy('id')
    .forUpdate()
    .noWait()
    .execute()
    .catch((error) => {
      throw isLocked(error) ? new ProblemError('moved_since') : error;
    });
}

export type RequestRow = NonNullable<Awaited<ReturnType<typeof selectRequest>>>;

/** The deputy saw it: it is not unread any more, and can't be withdrawn. Nothing else about the matter changes. */
export async function updateSeen(
  tx: Tx,
  jurisdiction: string,
  id: string,
  seen: Pick<RequestRow, 'opened_at' | 'taken_at'>,
): Promise<void> {
  await update(tx, jurisdiction, id, seen);
}

/** What WeChat says of its words, and how far it has read. */
export async function updateWordsCheck(
  tx: Tx,
  jurisdiction: string,
  id: string,
  check: Pick<Updateable<RequestTables['request']>, 'text_check' | 'checked_through' | 'check_label' | 'word_doubts'>,
): Promise<void> {
  await update(tx, jurisdiction, id, check);
}

async function update(tx: Tx, jurisdiction: string, id: string, changes: object): Promise<void> {
  await tx.updateTable('request').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

/** The request a slip (纸条) was entered as at a station, however its number was spelt; also while the office alone reads it. */
export async function selectSlip(
  tx: Tx,
  jurisdiction: string,
  { stationId, village }: { stationId: string | null; village: string },
  slipNumber: string,
) {
  return tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where(
      sql<boolean>`(station_id is not distinct from ${stationId} or (state = any(${WITH_OFFICE}::text[]) and village = ${village}))`,
    )
    .where(sql<boolean>`slip_form = slip_form(${slipNumber})`)
    .executeTakeFirst();
}
