import type { OwnData } from '../platform/call';
import { deleteFollowing, selectFollowed } from './queries';

/** Which promises of departments a person wants to hear of. */
export const ownData: OwnData = {
  async parts(tx, { jurisdiction, caller }) {
    const followed = await selectFollowed(tx, { jurisdiction, personId: caller.personId });
    return [
      {
        key: 'promises.following',
        title: '等着听结果的承诺',
        kept: '删资料的时候一起删',
        count: followed.length,
        entries: [],
      },
    ];
  },
  async erase(tx, { jurisdiction, caller }) {
    await deleteFollowing(tx, { jurisdiction, personId: caller.personId });
  },
};
