import { hideKnownAndNumbers } from '../../shared/kernel/personal';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { knownIn } from '../requests/public';
import { selectRequestIds } from './queries';

/** How words about one of these are read. */
export type Hide = (words: string) => string;

/**
 * How departments read what others wrote of suggestions, by id: without the names of residents whose requests are in it, what a clerk hid there, and numbers
 * that lead to one person. Whom else deputies name in what they propose is theirs to say, and where no resident speaks through it nothing is hidden.
 */
export async function hideIn(tx: Tx, call: Call, ids: readonly string[]): Promise<(id: string) => Hide> {
  const rows = await selectRequestIds(tx, call.jurisdiction, ids);
  const known = await knownIn(
    tx,
    call,
    rows.map(({ request_id }) => request_id),
  );
  return (id) => {
    const cited = rows.filter(({ suggestion_id }) => suggestion_id === id);
    const all = cited.flatMap(({ request_id }) => known.get(request_id) ?? []);
    return (words) => (cited.length ? hideKnownAndNumbers(words, all) : words);
  };
}
