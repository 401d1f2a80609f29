import { part } from '../../../../../shared/suggestions/contract';
import { act } from '../../../platform/act';
import { newKey } from '../../../platform/call';
import { sayFault } from '../../../platform/faults';
import { toast } from '../../ui/Toast';

/** 拆开: each of these by itself again, one after the other. What was answered meanwhile stays, and that is said. */
export async function undoMerge(merged: readonly { id: string; version: number }[]): Promise<void> {
  try {
    for (const { id, version } of merged)
      await act(part, { id, version }, { key: newKey(), refreshes: ['suggestions'] });
    toast('拆开了，各办各的');
  } catch (error) {
    toast(sayFault(error as Error));
  }
}
