import type { county as contract } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { keptOf } from './directory';
import { selectCounty } from './queries';
import { Settings } from './settings';

/** The county, its congress, and the number to ring when nothing else helps: the first screen, which needs nothing else of the directory. */
export function county(call: Call): Promise<Reply<typeof contract>> {
  return keptOf(call, 'county', async () => {
    const { database } = call.services;
    const row = await database.inTenant(call.jurisdiction, (tx) => selectCounty(tx, call.jurisdiction), 'one read');
    const { jurisdiction, name, congress_name: congressName, settings } = row;
    return { jurisdiction, name, congressName, phone: Settings.parse(settings).phone };
  });
}
