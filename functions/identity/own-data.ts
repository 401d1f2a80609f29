import type { OwnData } from '../../shared/identity/contract';
import type { Call, OwnPart, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectPerson } from './queries';
import { nameOf } from './session';

type Owned = Awaited<ReturnType<Call['owned']>>;

/** All that is kept of whoever asks, in words. */
export async function ownData(call: Call<Person>): Promise<OwnData> {
  const { parts, ...data } = await readOwn(call);
  return {
    ...data,
    parts: parts.map((part) => ({ ...part, entries: part.entries.map(({ photos: _, ...said }) => said) })),
  };
}

/** The same with where its photos lie: each context brings its part, so that none is forgotten (`platform/own-data.test.ts`). */
export async function readOwn(call: Call<Person>): Promise<Omit<OwnData, 'parts'> & { parts: OwnPart[] }> {
  const { jurisdiction, caller, now } = call;
  const owned = await call.owned();
  const { person, parts, open } = await call.read(async (tx) => ({
    person: await selectPerson(tx, jurisdiction, caller.personId),
    parts: await partsOf(tx, call, owned),
    open: await openOf(tx, call, owned),
  }));
  const { name, maskedPhone } = nameOf(call, person);
  return {
    at: now.toISOString(),
    name,
    maskedPhone,
    parts,
    open,
    holdsRole: person.memberships.length > 0,
  };
}

/** What every context says, one after the other: they share one connection. */
async function partsOf(tx: Tx, call: Call<Person>, owned: Owned): Promise<OwnPart[]> {
  const parts: OwnPart[] = [];
  for (const one of owned) parts.push(...(await one.parts(tx, call)));
  return parts;
}

/** How many of their matters are under way. */
export async function openOf(tx: Tx, call: Call<Person>, owned: Owned): Promise<number> {
  let sum = 0;
  for (const one of owned) sum += (await one.open?.(tx, call)) ?? 0;
  return sum;
}
