import { useCallback, useLayoutEffect, useRef, useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * Where somebody was on a page of the console: going to another and coming back they find it so, until they leave the computer. `asNew`: a link
 * led here, and what it says is where they are now.
 */
export function useKept<T>(name: string, first: T, asNew = false): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => {
    if (asNew || !kept.has(name)) kept.set(name, first);
    return kept.get(name) as T;
  });
  const change = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, change];
}

/** The same for how far a list was scrolled, as soon as it is seen and as long again; `of` says which list it is. */
export function useKeptScroll(name: string, of: string) {
  const box = useRef<HTMLDivElement | null>(null);
  const shown = useRef('');
  const restore = () => {
    if (!box.current || shown.current === of) return;
    const { at = 0, of: before } = (kept.get(name) ?? {}) as { at?: number; of?: string };
    const wanted = before === of ? at : 0;
    box.current.scrollTop = wanted;
    if (box.current.clientHeight > 0 && box.current.scrollTop >= wanted - 1) shown.current = of;
  };
  const latest = useRef(restore);
  latest.current = restore;
  useLayoutEffect(restore);
  // A page that comes is laid out with and without its height before it is seen, and each time it is scrolled back to its top.
  const resized = () => {
    shown.current = '';
    latest.current();
  };
  const [sized] = useState(() => new ResizeObserver(resized));
  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      sized.disconnect();
      if (element) sized.observe(element);
      box.current = element;
      shown.current = '';
    },
    [sized],
  );
  const onScroll = () => {
    const { scrollTop: at = 0, scrollHeight = 0, clientHeight = 0 } = box.current ?? {};
    // A page that is being left is laid out once more without its height, and nothing of it is scrolled.
    if (shown.current === of && scrollHeight > clientHeight) kept.set(name, { at, of });
  };
  return { ref, onScroll };
}

/** Nobody sits here any more. */
export function forgetPlaces(): void {
  kept.clear();
}
