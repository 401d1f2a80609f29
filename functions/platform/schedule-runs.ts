import type { Tx } from './database';

/** One run of a schedule in one county; `holder` is made up by whoever runs it. */
export type Run = { jurisdiction: string; name: string; holder: string };

/** Longer than any run: the clock function ends after five minutes. */
const LEASE_MS = 6 * 60_000;

/**
 * Takes the row that lets one run of a schedule at a time in a county, in Lambda as under `npm start`. It is a lease and no lock of a
 * session: a transaction that stays open for minutes would hold a connection of the pooler, and what died lets go when its lease ends.
 * @returns false while another run holds it; nothing was written then
 */
export async function startRun(tx: Tx, { jurisdiction, name, holder }: Run, now: Date): Promise<boolean> {
  const row = await tx
    .insertInto('schedule_run')
    .values({ jurisdiction, name, holder, started_at: now, held_until: new Date(now.getTime() + LEASE_MS) })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction', 'name'])
        .doUpdateSet((excluded) => ({
          holder: excluded.ref('excluded.holder'),
          started_at: excluded.ref('excluded.started_at'),
          held_until: excluded.ref('excluded.held_until'),
        }))
        .where((eb) =>
          eb.or([
            eb('schedule_run.holder', 'is', null),
            eb('schedule_run.held_until', '<', eb.ref('excluded.started_at')),
          ]),
        ),
    )
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets go; nothing happens where the lease ran out and another run has taken it. */
export async function endRun(tx: Tx, { jurisdiction, name, holder }: Run): Promise<void> {
  await tx
    .updateTable('schedule_run')
    .set({ holder: null })
    .where('jurisdiction', '=', jurisdiction)
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute();
}
