import type { Reply } from '../../../../shared/kernel/procedure';
import type { submit } from '../../../../shared/requests/contract';
import { readStored, store } from '../../platform/storage';

/** What came back for a request just sent; kept so that the page can be opened again. */
export type Receipt = Reply<typeof submit>;

const KEY = 'lianxin.receipt';

export function keepReceipt(receipt: Receipt): void {
  store(KEY, receipt);
}

export function receiptOf(id: string): Receipt | null {
  const kept = readStored<Receipt>(KEY);
  return kept && kept.id === id ? kept : null;
}
