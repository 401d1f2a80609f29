import { printReceipt } from '../../../../../shared/requests/contract/office';
import { act } from '../../../platform/act';
import { useFile } from '../../ui/useFile';

/** Makes the page a visitor takes home. */
export function useReceipt() {
  const { busy: printing, make } = useFile();
  const print = (id: string) => make(() => act(printReceipt, { id }), '回执做好了，10 分钟内打开。', '打开回执');
  return { print, printing };
}
