import { useSyncExternalStore } from 'react';
import { type Day, dayOf } from '../../../shared/kernel/days';
import { listeners } from './listeners';

/** By how much the phone's clock is ahead of the server's; people set clocks as they like. */
let ahead = 0;
const { tell, watch } = listeners();

// A reply takes a while on its way, and seconds change nothing that is said of days.
const NEAR_MS = 60_000;

/** Learns from the `Date` of a reply what time it is. */
export function hearTime(date: string | undefined): void {
  const off = Date.now() - Date.parse(date ?? '');
  if (Number.isNaN(off)) return;
  const next = Math.abs(off) < NEAR_MS ? 0 : off;
  if (Math.abs(next - ahead) < NEAR_MS) return;
  ahead = next;
  tell();
}

/** The time as the server has it, in milliseconds; until the first reply as the phone has it. The only place that reads the phone's clock. */
export function now(): number {
  return Date.now() - ahead;
}

/** For how long something took, not for when it was: the server's word does not move it. */
export function ticks(): number {
  return Date.now();
}

export function today(): Day {
  return dayOf(new Date(now()));
}

/** The same for a screen, which is drawn anew when the day turns out to be another. */
export function useToday(): Day {
  return useSyncExternalStore(watch, today);
}
