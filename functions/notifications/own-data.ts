import { dayOf } from '../../shared/kernel/days';
import type { OwnData } from '../platform/call';
import { deleteAllOf, selectAllOf } from './queries';

const MOST = 200;

/** What a person was told, and how often they said that WeChat may tell them. */
export const ownData: OwnData = {
  async parts(tx, { jurisdiction, caller }) {
    const { count, rows } = await selectAllOf(tx, jurisdiction, caller.personId, MOST);
    return [
      {
        key: 'notifications.notifications',
        title: '告诉过您的消息',
        kept: '删资料的时候一起删',
        count,
        entries: rows.map(({ title, body, created_at }) => ({ title, on: dayOf(created_at), lines: [body] })),
      },
    ];
  },
  async erase(tx, { jurisdiction, caller }) {
    await deleteAllOf(tx, jurisdiction, caller.personId);
  },
};
