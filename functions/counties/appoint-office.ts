import { countWaiting, giveOffice, hasOffice, inviteOffice, takeOfficeBack } from '../identity/public';
import type { Tx } from '../platform/database';
import { maskPhone } from '../platform/phones';
import type { Operator } from './operator';
import type { OrderOf } from './order';
import { officeOf } from './say';

type Asked = OrderOf<'add'> & { countyName: string; phone: string | null; wrong: string | null };

/**
 * Whom the county's office begins with: by their phone, else by a code to be read out. A county that has an office gets nobody unasked.
 * A phone that was typed wrong loses it, before a stranger confirms it.
 */
export async function appointOffice(tx: Tx, { phones, now }: Operator, asked: Asked): Promise<string[]> {
  const { county: jurisdiction, countyName, phone, wrong, adminName = '管理员', invite = false } = asked;
  const office = officeOf(countyName);
  const as = { jurisdiction, phones, now };
  const said: string[] = [];
  if (wrong) said.push(sayTaken(await takeOfficeBack(tx, as, wrong), maskPhone(wrong), office));
  const had = await hasOffice(tx, jurisdiction);
  if (phone) {
    const outcome = await giveOffice(tx, as, { phone, name: adminName });
    const who = maskPhone(phone);
    said.push(
      {
        already: `${who} 已经在${office}的名单里，没有再加。`,
        waits: `${adminName} ${who}：在微信小程序里点“我”→“领身份”，确认这个手机号，就是${office}的人。`,
        holds: `${adminName} ${who} 已经在微信里确认过这个手机号，从现在起就是${office}的人。`,
      }[outcome],
    );
  }
  const waiting = await countWaiting(tx, jurisdiction);
  if (waiting > 1)
    said.push(
      `请留意：${office}的名单里有 ${waiting} 个手机号还没有人确认。哪个写错了，再来一次，加上 --instead-of 和写错的号码，就收回。`,
    );
  if (invite || (!had && !phone)) {
    const code = await inviteOffice(tx, as, adminName);
    said.push(`邀请码 ${code}：念给${office}的人，在小程序“我”→“领身份”里填，七天内用一次。它只显示这一回。`);
  }
  return said;
}

function sayTaken(taken: Awaited<ReturnType<typeof takeOfficeBack>>, who: string, office: string): string {
  return {
    nobody: `${who} 不在${office}的名单里，没有什么要收回。`,
    waited: `${who} 收回了，没有人用它进来过。`,
    held: `${who} 收回了。请留意：有人用它进来过，请到“身份”和“名册”里看看对不对。`,
  }[taken];
}
