import { dayOf, minuteOf } from '../../../shared/kernel/days';
import { countOf, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import { deputiesWithPeople } from '../../identity/public';
import { notifyOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import { KINDS } from '../notifications';
import { countDue, countStates } from '../queries/lists';

const FROM_MINUTE = 8 * 60;
const TO_MINUTE = 20 * 60;

/** One quiet line a day to each deputy for whom something waits, from eight in the morning on; on days with nothing, nothing. */
export async function digest(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  const minute = minuteOf(now);
  if (minute < FROM_MINUTE || minute > TO_MINUTE) return;
  const deputies = await call.read((tx) => deputiesWithPeople(tx, jurisdiction));
  for (const { deputyId, personId } of deputies) {
    await call.write(async (tx) => {
      const states = await countStates(tx, jurisdiction, { deputy_id: deputyId });
      const waiting = countOf(states, WAITING_FOR_DEPUTY);
      if (waiting === 0) return;
      const { late, dueToday } = await countDue(tx, jurisdiction, deputyId, dayOf(now));
      const body = [`${waiting} 件等您回`, late && `超时 ${late} 件`, dueToday && `今天到期 ${dueToday} 件`]
        .filter(Boolean)
        .join('，');
      await notifyOnceADay(tx, {
        jurisdiction,
        personId,
        kind: KINDS.deputy_digest,
        subject: null,
        title: '信箱',
        body,
        now,
      });
    });
  }
}
