import type { Definition } from '../../shared/voting/definition';
import { linesOf, rootOf } from '../../shared/voting/published-file';
import type { Call } from '../platform/call';
import { putResults } from './published';
import { lockPoll, selectCounts, selectLeafCount, selectLeaves, selectPoll, updatePoll } from './queries';
import { tree } from './seal';

/** Bytes of a ballot's line: `B `, its leaf in hex, and the end of the line. */
const LINE = 67;

/** Where the published file of a vote lies. */
const fileKey = (jurisdiction: string, pollId: string) => `results/${jurisdiction}/${pollId}.txt`;

/**
 * Puts the list of ballots and the results where everybody can have them (公布), as two files that never change: one to count again, one to look
 * at. Done again it makes the same files.
 * @returns the Merkle root, 32 bytes; null while nothing was counted. @throws StorageAway
 */
export async function publish(call: Call<null>, pollId: string): Promise<Buffer | null> {
  const { jurisdiction, services, now } = call;
  const found = await call.read(async (tx) => {
    const poll = await selectPoll(tx, jurisdiction, pollId);
    if (!poll?.counted_at) return null;
    const [counts, ballots] = await Promise.all([
      selectCounts(tx, jurisdiction, pollId),
      selectLeafCount(tx, { jurisdiction, poll_id: pollId }),
    ]);
    return { poll, counts, ballots };
  });
  if (!found) return null;
  const { poll, counts, ballots } = found;
  const lines = linesOf({
    definition: JSON.parse(poll.definition) as Definition,
    summary: poll.tally,
    closings: poll.closings,
    counts,
  });
  const { file, leaves } = await fileOf(call, { pollId, lines, ballots });
  const root = Buffer.from(rootOf(tree, lines, leaves, (text) => Buffer.from(text)));
  await services.storage.put(fileKey(jurisdiction, pollId), file, 'text/plain; charset=utf-8');
  const changes = await call.write(async (tx) => {
    const poll = await lockPoll(tx, jurisdiction, pollId);
    if (poll?.published_at) return { published_at: poll.published_at, root };
    await updatePoll(tx, jurisdiction, pollId, { published_at: now, root });
    return { published_at: now, root };
  });
  await putResults(call, { ...poll, ...changes }, counts);
  return root;
}

type Listed = { pollId: string; lines: readonly string[]; ballots: number };

/** The file, and its leaves as they stand in it: of ten million ballots nothing else is held. */
async function fileOf({ read, jurisdiction }: Call<null>, { pollId, lines, ballots }: Listed) {
  const head = Buffer.from([...lines, ''].join('\n'));
  const file = Buffer.alloc(head.length + ballots * LINE);
  head.copy(file);
  let at = head.length;
  for (let after: Buffer | undefined = Buffer.alloc(0); after; ) {
    const behind: Buffer = after;
    const page = await read((tx) => selectLeaves(tx, { jurisdiction, poll_id: pollId }, behind));
    at += file.write(page.map((leaf) => `B ${leaf.toString('hex')}\n`).join(''), at, 'latin1');
    after = page.at(-1);
  }
  return { file, leaves: leavesIn(file, head.length) };
}

function* leavesIn(file: Buffer, from: number): Generator<Buffer> {
  for (let at = from; at < file.length; at += LINE)
    yield Buffer.from(file.toString('latin1', at + 'B '.length, at + LINE - 1), 'hex');
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
