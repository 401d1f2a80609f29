import type { enteredFor, inbox, mine } from '../../../../shared/requests/contract';
import type { State } from '../../../../shared/requests/states';
import { usePages } from '../../platform/query';
import type { RawInput } from '../../platform/send';

type Listed = typeof mine | typeof inbox | typeof enteredFor;

/** A list for each state of a group, in the order of the lifecycle: the deputy's question first, for until it is answered the clock stands. */
export function useGroup<P extends Listed>(list: P, group: readonly State[]) {
  // biome-ignore lint/correctness/useHookAtTopLevel: the groups are constants of the lifecycle, so each place asks for as many every time
  return group.map((state) => usePages(list, { state } as RawInput<P>));
}
