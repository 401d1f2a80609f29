import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';

/** One page of the notice board, newest first. What is looked at again stays on it as it was. */
export async function selectBoard(tx: Tx, jurisdiction: string, after: string[] | null) {
  let query = tx
    .selectFrom('request')
    .select(['id', 'public_title', 'public_words', 'public_answer', 'category', 'village', 'deputy_id'])
    .select(['state', 'outcome', 'submitted_on', 'published_on'])
    .where('jurisdiction', '=', jurisdiction)
    .where('published_on', 'is not', null);
  if (after) query = query.where('id', '<', after[0] as string);
  return query
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}
