import type { report } from '../../../shared/appraisals/contract';
import type { Reply } from '../../../shared/kernel/procedure';
import { COUNTY } from '../../../shared/voting/results';
import { clerksOfStation, nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectReaders } from '../queries';
import type { Written } from './source';

/** Who has read the report as it is now (看过), and of those whose report it is, who has not. */
export async function readersOf(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  { poll, definition, station, place, version }: Written,
): Promise<Reply<typeof report>['readers']> {
  const read = new Map(
    (await selectReaders(tx, { jurisdiction, campaignId: poll.id, place })).map((row) => [row.person_id, row.version]),
  );
  const own = await clerksOfStation(
    tx,
    jurisdiction,
    station === COUNTY ? null : (definition.stations[station]?.id ?? null),
  );
  const readers = [];
  for (const person of new Set([...read.keys(), ...own])) {
    const seen = read.get(person);
    readers.push({
      name: await nameOfPerson(tx, jurisdiction, person),
      me: person === caller.personId,
      read: seen === undefined ? ('no' as const) : seen < version ? ('before' as const) : ('now' as const),
    });
  }
  return readers;
}
