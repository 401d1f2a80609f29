import { keptFor, type Place } from '../../platform/place';

/** As much as a person looks back at. */
const MOST = 3;

const recent = keptFor<Place[]>('recent-places');

/** The villages chosen last, the newest first. They stay on the phone. */
export function recentPlaces(): readonly Place[] {
  return recent.read() ?? [];
}

export function addRecent(chosen: Place): void {
  const before = recentPlaces().filter(({ village }) => village !== chosen.village);
  recent.keep([chosen, ...before].slice(0, MOST));
}
