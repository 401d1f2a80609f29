import { ORIGINALS_DAYS } from '../../../shared/voting/limits';
import type { Call } from '../../platform/call';
import { updatePoll } from '../queries';
import { forgetOriginals } from '../queries-words';

const DAY_MS = 24 * 3_600_000;

/** Deletes what people wrote in their own words, some days after what was released of it is public. What is shown stays. */
export async function forgetWords(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const before = new Date(now.getTime() - ORIGINALS_DAYS * DAY_MS);
  await call.write(async (tx) => {
    for (const id of await forgetOriginals(tx, jurisdiction, before))
      await updatePoll(tx, jurisdiction, id, { words_forgotten_at: now });
  });
}
