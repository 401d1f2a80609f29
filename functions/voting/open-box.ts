import type { KeyObject } from 'node:crypto';
import { ensure } from '../../shared/kernel/problems';
import type { Definition } from '../../shared/voting/definition';
import type { Call } from '../platform/call';
import { readVoteKey } from './keys';
import { selectKeyHalf, selectPoll } from './queries';

/** What taking a ballot needs of a vote; it does not change while the vote is open. */
export type OpenBox = { definition: Definition; link: KeyObject; seal: KeyObject };
/** `closed`: the link key was destroyed, as is right after the close; `lost`: a key is gone before. */
type Box = OpenBox | 'lost' | 'closed' | 'not_there';
type Known = { box: Promise<Box>; until: number };

/** Kept this long: ballots are many, and whether the vote is still open is asked of the database with each of them. */
const KEPT_MS = 60_000;
const MOST = 200;
const known = new WeakMap<Call['services'], Map<string, Known>>();

/**
 * A vote's definition and keys. Asked outside of any transaction: it waits for the storage, and it has one of its own.
 * @throws ProblemError where there is no vote, its close is over, or a key is gone that should be there; StorageAway
 */
export async function openBox(call: Call, pollId: string): Promise<OpenBox> {
  const box = await find(call, pollId);
  ensure(box !== 'not_there', 'not_found');
  ensure(box !== 'closed', 'poll_closed');
  ensure(box !== 'lost', 'poll_key_lost');
  return box;
}

/** Many who ask at once wait for one answer. */
function find(call: Call, pollId: string): Promise<Box> {
  const { services, jurisdiction, now } = call;
  const boxes = known.get(services) ?? new Map<string, Known>();
  known.set(services, boxes);
  const name = `${jurisdiction}/${pollId}`;
  const found = boxes.get(name);
  if (found && found.until > now.getTime()) return found.box;
  const one = { box: read(call, pollId), until: now.getTime() + KEPT_MS };
  if (boxes.size >= MOST) boxes.delete(boxes.keys().next().value as string);
  boxes.set(name, one);
  const forget = () => void (boxes.get(name) === one && boxes.delete(name));
  // What is not there is made up by whoever asks, and a fault may be over the next time: neither is kept.
  one.box.then((box) => box === 'not_there' && forget(), forget);
  return one.box;
}

async function read({ services, jurisdiction, read }: Call, pollId: string): Promise<Box> {
  const link = { jurisdiction, pollId, kind: 'link' } as const;
  const seal = { jurisdiction, pollId, kind: 'seal' } as const;
  const [poll, linkHalf, sealHalf] = await read((tx) =>
    Promise.all([selectPoll(tx, jurisdiction, pollId), selectKeyHalf(tx, link), selectKeyHalf(tx, seal)]),
  );
  if (!poll) return 'not_there';
  if (poll.link_destroyed_at) return 'closed';
  const keys = await Promise.all([readVoteKey(services, link, linkHalf), readVoteKey(services, seal, sealHalf)]);
  const [linkKey, sealKey] = keys;
  return linkKey && sealKey ? { definition: JSON.parse(poll.definition), link: linkKey, seal: sealKey } : 'lost';
}
