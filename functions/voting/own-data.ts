import type { OwnData } from '../platform/call';

/** Nothing of a ballot is anybody's: the roll has an HMAC of a phone, whose key is destroyed at the close, and the box no name at all (decision 28). */
export const ownData: OwnData = {
  parts: async () => [
    {
      key: 'voting.ballots',
      title: '投过的票',
      kept: '本来就查不到是谁投的，删资料也不动它',
      count: null,
      entries: [],
    },
  ],
};
