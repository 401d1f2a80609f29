import { dayOf, daysBetween } from '../../shared/kernel/days';
import { lockRoster } from '../directory/founding/public';
import { audit } from '../platform/audit';
import { countUnfinished, putOff } from '../requests/public';
import { done, type Operator, type Outcome, refused } from './operator';
import type { OrderOf } from './order';
import { selectCounty, updateRetired } from './queries';
import { NOTHING_WRITTEN } from './say';

/**
 * Closes a county: its people are told a sentence, its clocks stand, nothing of it is removed. Matters that somebody still has keep it
 * open unless one says that they may wait.
 */
export async function retire({ database, now }: Operator, asked: OrderOf<'retire'>): Promise<Outcome> {
  const { county: jurisdiction, evenWithOpen = false } = asked;
  return database.inTenant(jurisdiction, async (tx) => {
    await lockRoster(tx, jurisdiction);
    const county = await selectCounty(tx, jurisdiction);
    if (!county) return refused(`没有 ${jurisdiction} 这个县。`, NOTHING_WRITTEN);
    const { name, congress_name, settings } = county;
    if (county.retired_at) return done(`${name}（${jurisdiction}）早就停用了，没有再改。`);
    const open = await countUnfinished(tx, jurisdiction);
    if (open && !evenWithOpen)
      return refused(
        `${name}还有 ${open} 件事没有办完，没有停用。请先办完；一定要现在停用，加上 --even-with-open：这些事都留着，重新开通以后接着办。`,
      );
    const { phone } = settings as { phone?: string };
    const ring = phone ? `要说事，请打电话给${congress_name}：${phone}。` : `要说事，请找${congress_name}。`;
    const farewell = asked.farewell ?? `${name}的连心站停用了。${ring}`;
    await updateRetired(tx, jurisdiction, { retired_at: now, farewell });
    const entry = { personId: null, objectKind: 'county', objectId: null, detail: { open }, now };
    await audit(tx, { jurisdiction, action: 'county_retired', ...entry });
    return done(
      `${name}（${jurisdiction}）停用了，半分钟以内各处都进不去。来的人看到：“${farewell}”`,
      `什么也没有删。${open ? `还在办的 ${open} 件事留着，期限停在今天。` : ''}重新开通：npm run county -- restore ${jurisdiction}`,
    );
  });
}

/** Opens a county again as it was; every deadline is later by the days it was closed, when nobody could keep one. */
export async function restore(
  { database, now }: Operator,
  { county: jurisdiction }: OrderOf<'restore'>,
): Promise<Outcome> {
  return database.inTenant(jurisdiction, async (tx) => {
    await lockRoster(tx, jurisdiction);
    const county = await selectCounty(tx, jurisdiction);
    if (!county) return refused(`没有 ${jurisdiction} 这个县。`, NOTHING_WRITTEN);
    if (!county.retired_at) return done(`${county.name}（${jurisdiction}）本来就开着，没有改。`);
    const days = daysBetween(dayOf(county.retired_at), dayOf(now));
    await updateRetired(tx, jurisdiction, { retired_at: null, farewell: null });
    await putOff(tx, jurisdiction, days);
    const entry = { personId: null, objectKind: 'county', objectId: null, detail: { days }, now };
    await audit(tx, { jurisdiction, action: 'county_restored', ...entry });
    const open = await countUnfinished(tx, jurisdiction);
    return done(
      `${county.name}（${jurisdiction}）重新开通了，半分钟以内各处都进得去。`,
      ...(open ? [`还在办的 ${open} 件事接着办，期限往后推了 ${days} 天。`] : []),
    );
  });
}
