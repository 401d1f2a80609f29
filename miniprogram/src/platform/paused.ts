import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** The words once somebody stops typing for a moment. */
export function usePaused(words: string): string {
  const [paused, setPaused] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return paused;
}
