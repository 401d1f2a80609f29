import { useEffect, useState } from 'react';

/** The words once somebody stopped typing for `ms`; until they did for the first time, `first`. */
export function usePaused(words: string, ms = 250, first = words): string {
  const [paused, setPaused] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), ms);
    return () => clearTimeout(timer);
  }, [words, ms]);
  return paused;
}
