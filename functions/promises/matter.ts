import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Facts } from '../../shared/promises/lifecycle';
import type { Side } from '../../shared/promises/states';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { lockPromise, type PromiseRow } from './queries';

/** A promise as the lifecycle's table sees it. */
export type Matter = { promise: PromiseRow; facts: Facts; sides: readonly Side[] };

/** @param seen the version that was on the screen; undefined where nobody looked at one. @throws ProblemError `not_found` */
export async function lockMatter(tx: Tx, call: Call, id: string, seen?: number): Promise<Matter> {
  const promise = await lockPromise(tx, call.jurisdiction, id);
  ensure(promise, 'not_found');
  return matterOf(call, promise, seen);
}

export function matterOf(call: Call, promise: PromiseRow, seen?: number): Matter {
  const today = dayOf(call.now);
  const { state, due_on, extension, why, version } = promise;
  return {
    promise,
    facts: {
      state,
      due: today >= due_on,
      over: today > due_on,
      extension,
      why,
      seenOlder: seen !== undefined && seen !== version,
    },
    sides: sidesOf(call, promise),
  };
}

function sidesOf({ caller }: Call, { department_id, station_id }: PromiseRow): Side[] {
  if (!caller) return ['clock'];
  const looks = station_id === null ? caller.stationIds.length > 0 : caller.stationIds.includes(station_id);
  return [
    ...(caller.departmentIds.includes(department_id) ? (['department'] as const) : []),
    ...(looks ? (['station'] as const) : []),
    ...(caller.admin ? (['office'] as const) : []),
  ];
}
