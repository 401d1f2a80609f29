import type { divisions as contract, Town, Unit } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, remembered } from './directory';

/** Towns with their villages, in the order of the official list, and the work units that elect by themselves. */
export async function divisions(call: Call): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, 'divisions', () => ({
    towns: directory.towns as Town[],
    units: directory.units as Unit[],
  }));
}
