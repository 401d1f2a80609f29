import type { Tx } from '../../platform/database';

const SHOWN = [
  'id',
  'title',
  'words',
  'name',
  'hidden_words',
  'village',
  'deputy_id',
  'resident_id',
  'submitted_on',
] as const;

const shown = (tx: Tx, jurisdiction: string) =>
  tx
    .selectFrom('request')
    .select(SHOWN)
    .where('jurisdiction', '=', jurisdiction)
    // Whoever took theirs back did not mean to be quoted.
    .where('outcome', 'is distinct from', 'withdrawn');

/** What a deputy has, newest first, that they may take into something they propose. */
export async function selectOfDeputy(tx: Tx, jurisdiction: string, deputyId: string, limit: number) {
  return shown(tx, jurisdiction).where('deputy_id', '=', deputyId).orderBy('id', 'desc').limit(limit).execute();
}

/** These, without those that their residents took back. */
export async function selectCited(tx: Tx, jurisdiction: string, ids: readonly string[]) {
  if (!ids.length) return [];
  return shown(tx, jurisdiction)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
}

export type CitedRow = Awaited<ReturnType<typeof selectCited>>[number];
