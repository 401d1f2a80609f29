import { useEffect, useRef } from 'react';

/** Ctrl and S store what is written, also while somebody types; the browser's own saving stays away. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key?.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (!document.querySelector('[aria-modal]')) latest.current();
    };
    // On the way down, because the fields of Taro keep what they hear to themselves.
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
