import { ensure } from '../../shared/kernel/problems';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { lockOffice } from './queries-workbook';

/**
 * For who is of the office this very moment: an access token may be a quarter of an hour old.
 * @throws ProblemError `not_allowed`
 */
export async function actOfOffice(tx: Tx, { jurisdiction, caller }: Call<Person>): Promise<void> {
  ensure((await lockOffice(tx, jurisdiction)).includes(caller.personId), 'not_allowed');
}
