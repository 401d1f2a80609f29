import { dayOf } from '../../shared/kernel/days';
import type { OwnData } from '../platform/call';
import { forgetKeysOf } from '../platform/idempotency';
import { countActs, forgetPerson } from './queries-people';
import { deleteQrSignInsOf } from './queries-qr-sign-in';
import { deleteSecondFactor, selectSecondFactor } from './queries-second-factor';
import { endAll, selectSessions } from './queries-sessions';

/** What stands where the WeChat account of a forgotten person stood: no account is called so, and the same one begins anew. */
export const nobodysOpenid = (personId: string) => `erased ${personId}`;

/** Where a person is signed in, what their codes are made from, and what is written down of what they did. Name and phone stand above all parts. */
export const ownData: OwnData = {
  async parts(tx, { jurisdiction, caller, now }) {
    const sessions = await selectSessions(tx, jurisdiction, caller.personId, now);
    const factor = await selectSecondFactor(tx, jurisdiction, caller.personId);
    return [
      {
        key: 'identity.sessions',
        title: '登录的手机和电脑',
        kept: '一个月不来就失效；删资料时马上失效，一个月里删净',
        count: sessions.length,
        entries: sessions.map(({ device, desk, created_at }) => ({
          title: device ?? (desk ? '电脑' : '手机'),
          on: dayOf(created_at),
          lines: [],
        })),
      },
      {
        key: 'identity.secondFactor',
        title: '动态码',
        kept: '办事的身份收回以后一天里就删；删资料时马上删',
        count: factor ? 1 : 0,
        entries: factor
          ? [{ title: '开了动态码', on: dayOf(factor.since), lines: [`备用码还有 ${factor.backup_left} 个`] }]
          : [],
      },
      {
        key: 'identity.acts',
        title: '操作记录',
        kept: '法律要求至少留 6 个月，谁也改不了。里面只有一个代号，删了资料就认不出是您',
        count: await countActs(tx, jurisdiction, caller.personId),
        entries: [],
      },
    ];
  },
  /** The row of the person is the last to go: the other contexts find what is theirs by it. */
  async erase(tx, { jurisdiction, caller, now }) {
    const { personId } = caller;
    await endAll(tx, jurisdiction, personId, now);
    await deleteQrSignInsOf(tx, jurisdiction, personId);
    await deleteSecondFactor(tx, jurisdiction, personId);
    await forgetKeysOf(tx, jurisdiction, personId);
    await forgetPerson(tx, jurisdiction, personId, nobodysOpenid(personId));
  },
};
