import { personOfDeputy } from '../identity/public';
import { type News, notify } from '../notifications/public';
import type { Tx } from '../platform/database';

/** Tells whoever reads the deputy's inbox. Nobody, while no one has signed in for the deputy: the inbox is there when they do. */
export async function tellDeputy(tx: Tx, deputyId: string, news: Omit<News, 'personId'>): Promise<void> {
  const personId = await personOfDeputy(tx, news.jurisdiction, deputyId);
  if (personId) await notify(tx, { ...news, personId });
}
