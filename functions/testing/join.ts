import { v7 } from 'uuid';
import { COUNTY, deputyNamed, type TestApi } from './api';
import type { TestPhone } from './phone';

/** Somebody signs in for a deputy of whom nobody has yet: what nobody reads, colleagues may take. @returns their phone */
export async function join(api: TestApi, deputy: string, key: string): Promise<TestPhone> {
  await api.signedIn(key);
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const sessions = tx.selectFrom('session').select('person_id').orderBy('id', 'desc');
    const { person_id } = await sessions.executeTakeFirstOrThrow();
    const membership = { jurisdiction: COUNTY, id: v7(), person_id, role: 'deputy' as const };
    const row = { ...membership, deputy_id: deputyNamed(deputy).id, granted_at: api.clock.now() };
    await tx.insertInto('membership').values(row).execute();
  });
  return api.signedIn(key);
}
