import { dayOf } from '../../shared/kernel/days';
import type { OwnData } from '../platform/call';
import { deleteAllOf, selectAsideOf } from './recusal/queries';

/** From which matters somebody stepped aside, in their own words. What it was about is not said: they do not read it any more. */
export const ownData: OwnData = {
  async parts(tx, { jurisdiction, caller }) {
    const rows = await selectAsideOf(tx, jurisdiction, caller.personId);
    if (!rows.length) return [];
    return [
      {
        key: 'assignments.recusals',
        title: '您说过要回避的事',
        kept: '删资料的时候一起删；哪一天说的，审计日志里留着',
        count: rows.length,
        entries: rows.map(({ at, words }) => ({ title: '回避', on: dayOf(at), lines: [words] })),
      },
    ];
  },
  async erase(tx, { jurisdiction, caller }) {
    await deleteAllOf(tx, jurisdiction, caller.personId);
  },
};
