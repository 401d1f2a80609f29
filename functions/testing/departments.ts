import { addDays, dayOf } from '../../shared/kernel/days';
import { COUNTY, type TestApi } from './api';

/** A department is off the roll since yesterday, or on it again; servers know within half a minute. */
export async function endDepartment({ store, clock }: TestApi, id: string, ended: boolean): Promise<void> {
  const ended_on = ended ? addDays(dayOf(clock.now()), -1) : null;
  await store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('department').set({ ended_on }).where('id', '=', id).execute(),
  );
  clock.advance(31_000);
}
