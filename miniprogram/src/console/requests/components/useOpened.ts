import { useEffect, useState } from 'react';
import { toast } from '../../ui/Toast';

/**
 * Which dialog is open over a matter. Another matter closes it; so does somebody who was faster, when what it does can't be done any more, and
 * then that is said.
 */
export function useOpened<T extends string>(of: string, may: readonly string[]) {
  const [opened, setOpened] = useState<T | null>(null);
  const gone = opened !== null && !may.includes(opened);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another matter closes what was open
  useEffect(() => setOpened(null), [of]);
  useEffect(() => {
    if (!gone) return;
    toast('刚才有人动过这件事，现在是这样了');
    setOpened(null);
  }, [gone]);
  return [gone ? null : opened, setOpened] as const;
}
