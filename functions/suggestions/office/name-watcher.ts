import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { nameWatcher as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { ensureCommittee } from '../assigning';

export function nameWatcher(
  call: Call<Person>,
  { watcherId, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'watcher_named', (_, { suggestion, directory }) => {
    ensureCommittee(watcherId, directory);
    ensure(watcherId !== suggestion.watcher_id, 'marked_before');
    return { detail: { watcher: watcherId }, set: { watcher_id: watcherId } };
  });
}
