import { personOfDeputy } from '../identity/public';
import { type News, notify } from '../notifications/public';
import type { Tx } from '../platform/database';
import type { RequestRow } from './queries';

/**
 * Tells whoever reads the deputy's inbox, in the app alone: on the telephone a deputy hears once a day (`digest.ts`).
 * Nobody, while no one has signed in for the deputy: the inbox is there when they do.
 */
export async function tellDeputy(tx: Tx, deputyId: string | null, news: Omit<News, 'personId'>): Promise<void> {
  const personId = deputyId && (await personOfDeputy(tx, news.jurisdiction, deputyId));
  if (personId) await notify(tx, { ...news, personId, quiet: true });
}

/** Tells the resident; while they have no account, who entered it for them and sees them next. */
export async function tellResident(
  tx: Tx,
  request: Pick<RequestRow, 'resident_id' | 'entered_by'>,
  news: Omit<News, 'personId'>,
): Promise<void> {
  const personId = request.resident_id ?? request.entered_by;
  if (personId) await notify(tx, { ...news, personId });
}
