import type { OwnData } from '../../shared/identity/contract';
import type { Call, OwnPart, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectPerson } from './queries';
import { meOf } from './session';

/** All that is kept of whoever asks: each context brings its part, so that none is forgotten (`platform/own-data.test.ts`). */
export async function ownData(call: Call<Person>): Promise<OwnData> {
  const { jurisdiction, caller, now } = call;
  const owned = await call.owned();
  const { person, parts } = await call.read(async (tx) => ({
    person: await selectPerson(tx, jurisdiction, caller.personId),
    parts: await partsOf(tx, call, owned),
  }));
  const { name, maskedPhone } = await meOf(call, person);
  return {
    at: now.toISOString(),
    name,
    maskedPhone,
    parts: parts.map(({ open: _, ...part }) => part),
    open: openOf(parts),
    holdsRole: person.memberships.length > 0,
  };
}

/** What every context says, one after the other: they share one connection. */
export async function partsOf(
  tx: Tx,
  call: Call<Person>,
  owned: Awaited<ReturnType<Call['owned']>>,
): Promise<OwnPart[]> {
  const parts: OwnPart[] = [];
  for (const one of owned) parts.push(...(await one.parts(tx, call)));
  return parts;
}

/** How many of their matters are under way. */
export function openOf(parts: readonly OwnPart[]): number {
  return parts.reduce((sum, { open = 0 }) => sum + open, 0);
}
