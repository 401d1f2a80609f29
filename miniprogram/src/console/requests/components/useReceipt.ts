import { printReceipt } from '../../../../../shared/requests/contract';
import { sayFault } from '../../../platform/outgoing';
import { useAct } from '../../../platform/query';
import { toast } from '../../ui/Toast';

/** Makes the page a visitor takes home. The link is shown and not followed by itself, because browsers stop windows nobody clicked for. */
export function useReceipt() {
  const { isPending, mutateAsync } = useAct(printReceipt);
  const print = async (id: string) => {
    if (isPending) return;
    try {
      const { url } = await mutateAsync({ input: { id } });
      toast('回执做好了，10 分钟内打开。', { words: '打开回执', url });
    } catch (error) {
      toast(sayFault(error as Error));
    }
  };
  return { print, printing: isPending };
}
