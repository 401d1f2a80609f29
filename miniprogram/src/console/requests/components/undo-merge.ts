import { type Merged, unmerge } from '../../../../../shared/requests/contract';
import { act } from '../../../platform/act';
import { newKey } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import { toast } from '../../ui/Toast';

/** 拆开: each of these back to where it was, one after the other. Who was answered meanwhile stays, and that is said. */
export async function undoMerge(members: readonly Merged[]): Promise<void> {
  try {
    for (const one of members) await act(unmerge, one, { key: newKey(), refreshes: ['requests'] });
    toast('拆开了，各办各的');
  } catch (error) {
    toast(sayFault(error as Error));
  }
}
