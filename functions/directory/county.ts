import type { county as contract } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, remembered } from './directory';

/** The county, its congress, and the number to ring when nothing else helps. */
export async function county(call: Call): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, 'county', () => ({ ...directory.county, phone: directory.settings.phone }));
}
