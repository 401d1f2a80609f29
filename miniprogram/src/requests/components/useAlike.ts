import { useEffect, useState } from 'react';
import { clean, lengthOf } from '../../../../shared/kernel/text';
import { type BoardItem, similar } from '../../../../shared/requests/contract';
import { call } from '../../platform/call';
import type { Draft } from '../../platform/drafts';
import { usePaused } from '../../platform/paused';

/** As long as somebody goes on typing nothing is asked, and of a few words nothing could be found. */
const PAUSE_MS = 600;
const FEWEST = 8;

/**
 * What stands on the notice board and is like what is being written. Nothing where nothing is found, or no network is there: writing goes on. It is asked
 * anew with every pause, so the phone keeps none of it.
 */
export function useAlike({ words, village, category }: Draft['input']): BoardItem[] {
  const paused = usePaused(clean(words ?? ''), PAUSE_MS, '');
  const [found, setFound] = useState<BoardItem[]>([]);
  const enough = lengthOf(paused) >= FEWEST;
  useEffect(() => {
    if (!enough) return setFound([]);
    let isWanted = true;
    const show = (items: BoardItem[]) => isWanted && setFound(items);
    call(similar, { words: paused, ...(village && { village }), ...(category && { category }) }).then(
      ({ items }) => show(items),
      () => show([]),
    );
    return () => {
      isWanted = false;
    };
  }, [enough, paused, village, category]);
  return enough ? found : [];
}
