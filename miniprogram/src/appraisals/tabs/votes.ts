import { jurisdiction } from '../../platform/county';
import { signedInAs } from '../../platform/session';
import { readStored, store } from '../../platform/storage';

/** That somebody's ballot is in the box (回执). It says nothing of the answers, and no server can bring it back. */
export type Vote = { receipt: string; castOn: string; title: string; closesAt: string };

const key = () => `lianxin.votes.${jurisdiction()}.${signedInAs()}`;

const all = () => readStored<Record<string, Vote>>(key()) ?? {};

/** Of this person, with this phone. */
export function voteIn(id: string): Vote | undefined {
  return all()[id];
}

export function keepVote(id: string, vote: Vote): void {
  store(key(), { ...all(), [id]: vote });
}
