import { dayOf } from '../../../shared/kernel/days';
import { asideOf, withLateParts } from '../../assignments/public';
import { clerksOfStation } from '../../identity/public';
import { isDaytime, type NotificationKind, notifyOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';

const KIND: NotificationKind = { name: 'suggestion_parts_late', template: 'received', page: () => 'pages/me/index' };

/** Once a day the office hears of how many suggestions a department that works on them is past its day (协办超时), but for those they stepped aside from; of none nothing. */
export async function tellLateParts(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  if (!isDaytime(now)) return;
  const late = new Set(await call.read((tx) => withLateParts(tx, call, 'suggestions', dayOf(now))));
  if (!late.size) return;
  const told = { jurisdiction, kind: KIND, subject: null, title: '代表建议', now };
  for (const personId of await call.read((tx) => clerksOfStation(tx, jurisdiction, null)))
    await call.write(async (tx) => {
      const aside = await asideOf(tx, jurisdiction, personId);
      const { size } = new Set([...late].filter((id) => !aside.includes(id)));
      if (size) await notifyOnceADay(tx, { ...told, personId, body: `${size} 件建议，一起办的部门超时了` });
    });
}
