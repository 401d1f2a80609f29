import { type NotNull, type SqlBool, sql } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';

/** One page of the notice board, what was agreed to last first. What is looked at again stays on it as it was, in its place. */
export async function selectBoard(tx: Tx, jurisdiction: string, after: string[] | null) {
  let query = tx
    .selectFrom('request')
    .select(['id', 'public_title', 'public_words', 'public_answer', 'category', 'village', 'deputy_id'])
    .select(['state', 'outcome', 'submitted_on', 'published_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('published_at', 'is not', null);
  if (after) query = query.where(sql<SqlBool>`(published_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .$narrowType<{ published_at: NotNull }>()
    .execute();
}
