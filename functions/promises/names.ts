import { nameOfPerson } from '../identity/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';

/** What people are called, by their ids. */
export type Names = ReadonlyMap<string, string | null>;
export const NOBODY: Names = new Map();

/** Of everybody in these histories. */
export async function namesOf(
  tx: Tx,
  { jurisdiction }: Call,
  events: readonly { person_id: string | null }[],
): Promise<Names> {
  const names = new Map<string, string | null>();
  for (const person of new Set(events.flatMap(({ person_id }) => person_id ?? [])))
    names.set(person, await nameOfPerson(tx, jurisdiction, person));
  return names;
}
