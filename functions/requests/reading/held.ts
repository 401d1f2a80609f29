import { isIn, OPEN, QUESTIONED, type State, UNDER_WAY } from '../../../shared/requests/states';
import type { LeadRow } from '../queries/merged';

type Held = {
  state: State;
  deputy_id: string | null;
  department_id: string | null;
  hotline_number: string | null;
  returns: number;
};

/**
 * In whose hands a matter is, to its resident, and to everybody where it stands on the notice board: where it is handled with another, in the hands of that one. What waits for the other's resident waits for
 * nobody here: it is still with whoever asked.
 */
export function heldOf(own: Held, lead: LeadRow | null): Held {
  if (!lead || !isIn(own.state, OPEN)) return own;
  const { deputy_id, department_id, returns } = lead;
  const asks = isIn(lead.state, QUESTIONED) || !isIn(lead.state, UNDER_WAY);
  const state = asks ? (department_id === null ? own.state : 'with_department') : lead.state;
  // Each has the number under which its own resident called there.
  return { state, deputy_id, department_id, hotline_number: own.hotline_number, returns };
}
