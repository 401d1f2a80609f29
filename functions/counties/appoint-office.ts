import { giveOffice, hasOffice, inviteOffice } from '../identity/public';
import type { Tx } from '../platform/database';
import { maskPhone } from '../platform/phones';
import type { Operator } from './operator';
import type { OrderOf } from './order';
import { officeOf } from './say';

type Asked = OrderOf<'add'> & { countyName: string; phone: string | null };

/** Whom the county's office begins with: by their phone, else by a code to be read out. A county that has an office gets nobody unasked. */
export async function appointOffice(tx: Tx, { phones, now }: Operator, asked: Asked): Promise<string[]> {
  const { county: jurisdiction, countyName, phone, adminName = '管理员', invite = false } = asked;
  const office = officeOf(countyName);
  const as = { jurisdiction, phones, now };
  const had = await hasOffice(tx, jurisdiction);
  const said: string[] = [];
  if (phone) {
    const outcome = await giveOffice(tx, as, { phone, name: adminName });
    const who = maskPhone(phone);
    said.push(
      {
        already: `${who} 已经在${office}的名单里，没有再加。`,
        waits: `${adminName} ${who}：在微信小程序里点“我”，确认这个手机号，就是${office}的人。`,
        holds: `${adminName} ${who} 已经在微信里确认过这个手机号，从现在起就是${office}的人。`,
      }[outcome],
    );
  }
  if (invite || (!had && !phone)) {
    const code = await inviteOffice(tx, as, adminName);
    said.push(`邀请码 ${code}：念给${office}的人，在小程序“我”里填，七天内用一次。它只显示这一回。`);
  }
  return said;
}
