import type { OwnData } from '../platform/call';
import { countOwn } from './queries';

/** How many pictures a person sent. What belongs to a matter stays with it; what was never sent goes by itself (`sweep-pictures.ts`). */
export const ownData: OwnData = {
  async parts(tx, { jurisdiction, caller }) {
    const count = await countOwn(tx, jurisdiction, caller.personId);
    return [
      {
        key: 'pictures.pictures',
        title: '您加的照片',
        kept: '和事情放在一起，事情里看得到；没送出的，几天里自己删掉',
        count,
        entries: [],
      },
    ];
  },
};
