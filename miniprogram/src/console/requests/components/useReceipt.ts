import { printReceipt } from '../../../../../shared/requests/contract/office';
import { act, useOnce } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { toast } from '../../ui/Toast';

/** Makes the page a visitor takes home. The link is shown and not followed by itself, because browsers stop windows nobody clicked for. */
export function useReceipt() {
  const { busy: printing, once } = useOnce((error) => toast(sayFault(error)));
  const print = (id: string) =>
    once(async () => {
      const { url } = await act(printReceipt, { id });
      toast('回执做好了，10 分钟内打开。', { words: '打开回执', url });
    });
  return { print, printing };
}
