import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { release as contract } from '../../../shared/requests/contract';
import { addresseeOf, countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { detailOf } from '../queries/events';
import { updateFoundAt } from '../queries/search';

/** The office looked at it, and it is no report of wrongdoing: it goes where it was to go, and the clock has run on. */
export async function release(
  call: Call<Person>,
  { id, words, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { to, stationId } = await whereTo(call, matter);
    const { state } = await happen(tx, call, matter, 'released', {
      words: words || null,
      to,
      set: { station_id: stationId },
    });
    await updateFoundAt(tx, jurisdiction, id, stationId);
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason: words || '' };
    await audit(tx, { jurisdiction, action: 'request_released', ...entry, now });
    return { state, deputyName: directory.deputyName(to) };
  });
}

/** The deputy who had it, or to whom it was sent, as long as they serve the village; else all of the village's. */
async function whereTo(call: Call, { request: { village }, past, directory }: Matter) {
  const deputyId = detailOf(past.find(({ kind }) => kind === 'sent_to_office') ?? { detail: {} }).from ?? null;
  const found = deputyId === null ? null : await addresseeOf(call, deputyId, village);
  const serves = found?.serving === true && found.covers;
  return {
    to: serves ? deputyId : null,
    stationId: serves ? found.stationId : directory.stationOfVillage(village),
  };
}
