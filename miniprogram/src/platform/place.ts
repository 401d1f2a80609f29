import { useSyncExternalStore } from 'react';
import type { Town, Unit } from '../../../shared/directory/contract';
import { jurisdiction, useJurisdiction } from './county';
import { listeners } from './listeners';
import { forgetStored, readStored, store } from './storage';

/** Where the person lives, as they picked it. It stays on the phone: the server is told only with a request. */
export type Place = { village: string; villageName: string; town: string; townName: string };

export function placeOf(town: Town, village: Town['villages'][number]): Place {
  return { village: village.code, villageName: village.name, town: town.code, townName: town.name };
}

/** A village of the county, with its town. */
export function placeIn(towns: readonly Town[], code: string | undefined): Place | null {
  for (const town of towns) {
    const village = town.villages.find((one) => one.code === code);
    if (village) return placeOf(town, village);
  }
  return null;
}

/** The work unit the person votes in (单位选区); it stays on the phone too. */
export type MyUnit = Pick<Unit, 'id' | 'name'>;

const { tell: changed, watch } = listeners();

/** Something kept on the phone for each county, read once. */
export function keptFor<T>(what: string) {
  const keyOf = () => `lianxin.${what}.${jurisdiction()}`;
  let known: { key: string; value: T | null } | undefined;
  return {
    read(): T | null {
      const key = keyOf();
      if (known?.key !== key) known = { key, value: readStored<T>(key) };
      return known.value;
    },
    keep(value: T | null): void {
      known = { key: keyOf(), value };
      if (value === null) forgetStored(known.key);
      else store(known.key, value);
      changed();
    },
  };
}

const place = keptFor<Place>('place');
const unit = keptFor<MyUnit>('unit');

export const currentPlace = place.read;

export const rememberPlace = (chosen: Place) => place.keep(chosen);

/** Null: the person votes where they live. */
export const rememberUnit = unit.keep;

function useKept<T>(read: () => T): T {
  useJurisdiction();
  return useSyncExternalStore(watch, read);
}

export const usePlace = () => useKept(place.read);
export const useUnit = () => useKept(unit.read);
