import { hideKnownAndNumbers } from '../../shared/kernel/personal';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { knownIn } from '../requests/public';
import { selectRequestIds } from './queries';

/** How words about one of these are read. */
type Hide = (words: string) => string;

/**
 * How departments read what others wrote of suggestions, by id: without the names of residents whose requests are in it, what a clerk hid there, and numbers
 * that lead to one person. Whom else deputies name in what they propose is theirs to say, and where no resident speaks through it nothing is hidden.
 */
export async function hideIn(tx: Tx, call: Call, ids: readonly string[]): Promise<(id: string) => Hide> {
  const hidden = await hiddenIn(tx, call, ids);
  return (id) => {
    const known = hidden.get(id);
    return (words) => (known ? hideKnownAndNumbers(words, known) : words);
  };
}

/** Of each in which there are requests of residents, what is known of who they are: names, and what a clerk hid. */
export async function hiddenIn(tx: Tx, call: Call, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await selectRequestIds(tx, call.jurisdiction, ids);
  const known = await knownIn(
    tx,
    call,
    rows.map(({ request_id }) => request_id),
  );
  const hidden = new Map<string, string[]>();
  for (const { suggestion_id: id, request_id } of rows)
    hidden.set(id, [...(hidden.get(id) ?? []), ...(known.get(request_id) ?? [])]);
  return hidden;
}
