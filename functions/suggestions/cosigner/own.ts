import type { EventKind } from '../../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../../shared/suggestions/shown';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import type { Happening } from '../happen';
import type { Seen } from '../matter';
import { type CosignerRow, updateCosigner } from '../queries';

/** A co-signer does something about their own name under it. Where the table refuses it, nothing of it stays. */
export function actOnOwn(
  call: Call<Person>,
  seen: { id: string } & Seen,
  event: EventKind,
  changes: Partial<Pick<CosignerRow, 'state' | 'round' | 'attitude' | 'result' | 'words'>>,
  happening: Happening = {},
): Promise<Suggestion> {
  return act(call, seen, event, async (tx, { sides }) => {
    const { deputyId } = call.caller;
    if (deputyId !== null && sides.includes('cosigner'))
      await updateCosigner(tx, call.jurisdiction, { id: seen.id, deputyId }, { ...changes, changed_at: call.now });
    return happening;
  });
}
