import { sql } from 'kysely';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';
import type { Contact } from './contacts';
import { COUNTED, updateCounted } from './counted';
import type { RequestRow } from './requests';

/** What an event may change of a request; what was said, by whom and to whom never changes. */
export type Changes = Partial<
  Pick<
    RequestRow,
    | 'state'
    | 'outcome'
    | 'round'
    | 'round_started_on'
    | 'due_on'
    | 'answered_on'
    | 'first_answered_on'
    | 'claimed_on'
    | 'closed_on'
    | 'opened_at'
    | 'text_check'
    | 'changed_at'
    | 'resident_id'
    | 'deputy_id'
    | 'station_id'
    | 'department_id'
    | 'handover_to'
    | 'asks'
    | 'asked_until'
    | 'taken_at'
    | 'asked_on'
    | 'lapses_on'
    | 'lapse_told_at'
    | 'question_on'
    | 'openness'
    | 'publication'
    | 'public_title'
    | 'public_words'
    | 'public_answer'
    | 'published_at'
    | 'hidden_words'
    | 'merged_into'
    | 'own_due_on'
    | 'hotline_number'
    | 'same_as'
  > &
    Contact &
    Pick<RequestTables['request'], 'contact_corrected_at'>
>;

/** Where a matter stands. `lifecycle/happen.ts` alone calls this (lint: one-writer-of-state), so that no state changes without its event. */
export async function writeState(tx: Tx, jurisdiction: string, id: string, changes: Changes): Promise<void> {
  if (!Object.keys(changes).length) return;
  if (COUNTED.some((name) => name in changes))
    return void (await updateCounted(tx, jurisdiction, sql`id = ${id}`, changes));
  await tx.updateTable('request').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}
