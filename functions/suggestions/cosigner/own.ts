import type { EventKind } from '../../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../../shared/suggestions/shown';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import type { Matter, Seen } from '../matter';
import { type CosignerRow, updateCosigner } from '../queries';

type Own = Partial<Pick<CosignerRow, 'state' | 'round' | 'attitude' | 'result' | 'words'>>;

/** A co-signer does something about their own name under it. */
export function actOnOwn(
  call: Call<Person>,
  seen: { id: string } & Seen,
  event: EventKind,
  changes: (matter: Matter) => Own,
): Promise<Suggestion> {
  return act(call, seen, event, async (tx, matter) => {
    const of = { id: seen.id, deputyId: call.caller.deputyId as string };
    await updateCosigner(tx, call.jurisdiction, of, { ...changes(matter), changed_at: call.now });
    return {};
  });
}
