import type { KeyObject } from 'node:crypto';
import type { Definition } from '../../shared/voting/definition';
import type { Call } from '../platform/call';
import { readVoteKey } from './keys';
import { selectPoll } from './queries';

/** What taking a ballot needs of a vote; it does not change while the vote is open. */
export type OpenBox = { definition: Definition; link: KeyObject; seal: KeyObject };
type Known = { box: OpenBox | 'lost' | 'closed' | 'not_there'; until: number };

/** Kept this long: ballots are many, and whether the vote is still open is asked of the database with each of them. */
const KEPT_MS = 60_000;
const MOST = 200;
const known = new WeakMap<Call['services'], Map<string, Known>>();

/**
 * A vote's definition and keys. `closed`: its link key was destroyed, as is right after the close; `lost`: a key is gone before.
 * @throws StorageAway
 */
export async function openBox(call: Call, pollId: string): Promise<Known['box']> {
  const { services, jurisdiction } = call;
  const boxes = known.get(services) ?? new Map<string, Known>();
  known.set(services, boxes);
  const name = `${jurisdiction}/${pollId}`;
  const found = boxes.get(name);
  if (found && found.until > call.now.getTime()) return found.box;
  const box = await read(call, pollId);
  // What is not there is made up by whoever asks, and not kept.
  if (box === 'not_there') return box;
  if (boxes.size >= MOST) boxes.delete(boxes.keys().next().value as string);
  boxes.set(name, { box, until: call.now.getTime() + KEPT_MS });
  return box;
}

async function read({ services, jurisdiction }: Call, pollId: string): Promise<Known['box']> {
  return services.ballots.inTenant(
    jurisdiction,
    async (tx) => {
      const poll = await selectPoll(tx, jurisdiction, pollId);
      if (!poll) return 'not_there';
      if (poll.link_destroyed_at) return 'closed';
      const key = (kind: 'link' | 'seal') => readVoteKey(tx, services, { jurisdiction, pollId, kind });
      const [link, seal] = await Promise.all([key('link'), key('seal')]);
      return link && seal ? { definition: JSON.parse(poll.definition) as Definition, link, seal } : 'lost';
    },
    'read',
  );
}
