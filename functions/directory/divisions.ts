import type { divisions as contract, Town } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, remembered } from './directory';

/** Towns with their villages, in the order of the official list. */
export async function divisions(call: Call): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, 'divisions', () => ({ towns: directory.towns as Town[] }));
}
