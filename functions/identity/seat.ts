import { SECOND_FACTOR_ROLES } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import type { PersonRow } from './queries';
import { selectSeat } from './queries-sessions';
import type { Seat } from './second-factor-rule';

/** Of whom nothing more is asked: whether anything was given is all the same. */
const ANYWHERE: Seat = { desk: false, given: true };

/** Where the caller acts; read for those alone who may be asked for a second factor. */
export async function seatOf(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  { memberships }: PersonRow,
): Promise<Seat> {
  const may = memberships.some(({ role }) => SECOND_FACTOR_ROLES.some((one) => one === role));
  return may ? selectSeat(tx, jurisdiction, caller.sessionId) : ANYWHERE;
}
