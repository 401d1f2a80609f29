import type { Definition } from '../../shared/voting/definition';
import { linesOf, rootOf } from '../../shared/voting/published-file';
import type { Call } from '../platform/call';
import { lockPoll, selectCounts, selectLeaves, selectPoll, updatePoll } from './queries';
import { tree } from './seal';

/** Where the published file of a vote lies. */
const fileKey = (jurisdiction: string, pollId: string) => `results/${jurisdiction}/${pollId}.txt`;

/**
 * Puts the list of ballots and the results where everybody can have them (公布), as one file that never changes. Done again it makes the same
 * file.
 * @returns the Merkle root, 32 bytes; null while nothing was counted. @throws StorageAway
 */
export async function publish(call: Call<null>, pollId: string): Promise<Buffer | null> {
  const { jurisdiction, services, now } = call;
  const found = await call.read(async (tx) => {
    const poll = await selectPoll(tx, jurisdiction, pollId);
    if (!poll?.counted_at) return null;
    const [counts, leaves] = await Promise.all([
      selectCounts(tx, jurisdiction, pollId),
      selectLeaves(tx, jurisdiction, pollId),
    ]);
    return { poll, counts, leaves };
  });
  if (!found) return null;
  const { poll, counts, leaves } = found;
  const lines = linesOf({ definition: JSON.parse(poll.definition) as Definition, summary: poll.tally, counts });
  const root = Buffer.from(rootOf(tree, lines, leaves, (text) => Buffer.from(text)));
  const text = [...lines, ...leaves.map((leaf) => `B ${leaf.toString('hex')}`), ''].join('\n');
  await services.storage.put(fileKey(jurisdiction, pollId), Buffer.from(text), 'text/plain; charset=utf-8');
  await call.write(async (tx) => {
    const poll = await lockPoll(tx, jurisdiction, pollId);
    if (poll && !poll.published_at) await updatePoll(tx, jurisdiction, pollId, { published_at: now, root });
  });
  return root;
}

/** An address that gives the published file for some minutes; within five minutes it is the same, so that it can be kept on the way. */
export function publishedFileOf({ services, jurisdiction }: Call, pollId: string): string {
  return services.storage.link(fileKey(jurisdiction, pollId), {
    type: 'text/plain; charset=utf-8',
    minutes: 30,
    fileName: `${pollId}.txt`,
    steady: true,
  });
}
