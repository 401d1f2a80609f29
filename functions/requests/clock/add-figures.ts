import { dayOf } from '../../../shared/kernel/days';
import type { Call } from '../../platform/call';
import { foldFigures } from '../queries/figures';

/** Adds what moved since to the dashboard's figures. While it does not run they stay exact, and only cost more to read. */
export async function addFigures(call: Call<null>): Promise<void> {
  while (await call.write((tx) => foldFigures(tx, call.jurisdiction, dayOf(call.now))));
}
