import type { Tx } from '../platform/database';

/** How many people have verified their phone. */
export async function countVerified(tx: Tx, jurisdiction: string): Promise<number> {
  const { count } = await tx
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('phone_verified_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
