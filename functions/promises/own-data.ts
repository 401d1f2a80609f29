import { dayOf } from '../../shared/kernel/days';
import { RATING_WORDS } from '../../shared/promises/report/words';
import { countyDirectoryOf } from '../directory/public';
import type { OwnData } from '../platform/call';
import { deleteFollowing, selectFollowed } from './queries';
import { selectReceiptsBy } from './report/queries';

/** Which promises of departments a person wants to hear of, and what they said of reports as a deputy: done in office, it is not erased (代表法 第五十八条). */
export const ownData: OwnData = {
  async parts(tx, call) {
    const { jurisdiction, caller } = call;
    const rated = await selectReceiptsBy(tx, jurisdiction, caller.personId);
    const directory = await countyDirectoryOf(call);
    const followed = await selectFollowed(tx, { jurisdiction, personId: caller.personId });
    return [
      {
        key: 'promises.following',
        title: '等着听结果的承诺',
        kept: '删资料的时候一起删',
        count: followed.length,
        entries: [],
      },
      ...(rated.length
        ? [
            {
              key: 'promises.receipts',
              title: '您评过的部门年终报告',
              kept: '是代表履职的记录，法律要求留着。删资料以后，只看得到代表的名字，连不到您的手机',
              count: rated.length,
              entries: rated.map(({ year, department_id, rating, words, changed_at }) => ({
                title: `${directory.departmentName(department_id) ?? ''} ${year} 年的报告`,
                on: dayOf(changed_at),
                lines: [rating ? RATING_WORDS[rating] : '', words ?? ''].filter(Boolean),
              })),
            },
          ]
        : []),
    ];
  },
  async erase(tx, { jurisdiction, caller }) {
    await deleteFollowing(tx, { jurisdiction, personId: caller.personId });
  },
};
