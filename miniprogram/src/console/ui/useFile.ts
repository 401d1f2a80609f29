import { useOnce } from '../../platform/act';
import { sayFault } from '../../platform/faults';
import { toast } from './Toast';

/**
 * Makes a file, and shows its link in a toast that says `said`. The link is not followed by itself, because browsers stop windows nobody clicked for. `words`: what
 * the link is called.
 */
export function useFile() {
  const { busy, once } = useOnce((error) => toast(sayFault(error)));
  const make = (made: () => Promise<{ url: string }>, said: string, words = '存到这台电脑') =>
    once(async () => toast(said, { words, url: (await made()).url }));
  return { busy, make };
}
