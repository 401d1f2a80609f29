import { type NotNull, type SqlBool, sql } from 'kysely';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import { ANSWERS } from '../../../shared/requests/lifecycle';
import type { Tx } from '../../platform/database';

/** The department whose answer it was when a person agreed to what is on the board; null for the deputy's. */
const ANSWERED_BY = sql<string | null>`(select e.detail ->> 'department' from request_event e
  where e.jurisdiction = request.jurisdiction and e.request_id = request.id and e.kind in (${sql.join(ANSWERS)})
  and e.at <= (select max(p.at) from request_event p where p.jurisdiction = e.jurisdiction and p.request_id = e.request_id
    and p.kind = 'published') order by e.id desc limit 1)`;

/** One page of the notice board, what was agreed to last first. What is looked at again stays on it as it was, in its place. */
export async function selectBoard(tx: Tx, jurisdiction: string, after: string[] | null) {
  let query = tx
    .selectFrom('request')
    .select(['id', 'public_title', 'public_words', 'public_answer', 'category', 'village', 'deputy_id'])
    .select(['state', 'outcome', 'submitted_on', 'published_at', 'hidden_words', ANSWERED_BY.as('answered_by')])
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
