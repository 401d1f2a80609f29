import { sql } from 'kysely';
import { UNFINISHED } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';

/** What somebody has under this number at the hotline, but for this one. Whoever writes the number down holds it until their transaction ends. */
export async function selectByHotlineNumber(tx: Tx, jurisdiction: string, number: string, but: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hotline ${jurisdiction} ${number}`}, 0))`.execute(tx);
  return tx
    .selectFrom('request')
    .select(['tracking_number', 'station_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('hotline_number', '=', number)
    .where('state', 'in', UNFINISHED)
    .where('id', '<>', but)
    .orderBy('id')
    .limit(1)
    .execute();
}
