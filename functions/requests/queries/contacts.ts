import { sql } from 'kysely';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';

/** The telephone of somebody a request was entered for: sealed, and found by its hash alone. */
export type Contact = Pick<RequestTables['request'], 'contact_cipher' | 'contact_hash' | 'contact_hash_key'>;

export const NO_CONTACT: Contact = { contact_cipher: null, contact_hash: null, contact_hash_key: null };

type Asked = { personId: string; hashes: readonly Buffer[]; since: Date; id?: string };

const WRITTEN_AT = sql<Date>`coalesce(contact_corrected_at, created_at)`;

/** How many somebody is asked about at once. */
const MOST = 20;

/** Requests with one of these phones, written down since then, that are nobody's yet and that the person did not decline; `id` that one alone. */
export async function selectOffered(tx: Tx, jurisdiction: string, { personId, hashes, since, id }: Asked) {
  if (!hashes.length) return [];
  const query = tx
    .selectFrom('request')
    .select(['id', 'village', 'submitted_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', 'is', null)
    .where('contact_hash', 'in', hashes)
    .where(WRITTEN_AT, '>', since)
    .where(
      sql<boolean>`not exists (select from request_event e where e.jurisdiction = request.jurisdiction
        and e.request_id = request.id and e.kind = 'contact_declined' and e.person_id = ${personId})`,
    )
    .orderBy('id')
    .limit(MOST);
  return (id ? query.where('id', '=', id) : query).execute();
}

export type OfferedRow = Awaited<ReturnType<typeof selectOffered>>[number];

/** Whether this is the phone that is written down; without hashes, whether none is. */
export async function hasContact(tx: Tx, jurisdiction: string, id: string, hashes: readonly Buffer[] | null) {
  const query = tx.selectFrom('request').select('id').where('jurisdiction', '=', jurisdiction).where('id', '=', id);
  const same = hashes ? query.where('contact_hash', 'in', hashes) : query.where('contact_hash', 'is', null);
  return (await same.executeTakeFirst()) !== undefined;
}

/** Of what somebody confirmed, and of what was written down before then. */
export async function deleteOldContacts(tx: Tx, jurisdiction: string, before: Date): Promise<void> {
  await tx
    .updateTable('request')
    .set(NO_CONTACT)
    .where('jurisdiction', '=', jurisdiction)
    .where('contact_hash', 'is not', null)
    .where((eb) => eb.or([eb('resident_id', 'is not', null), eb(WRITTEN_AT, '<=', before)]))
    .execute();
}

/** The number that was written down for it, sealed; null where none is. */
export async function selectContact(tx: Tx, jurisdiction: string, id: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('request')
    .select('contact_cipher')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.contact_cipher ?? null;
}
