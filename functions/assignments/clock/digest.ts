import { addDays, dayOf, SOON_DAYS } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import { peopleOfDepartments, waitingOfDepartments } from '../../identity/public';
import { isDaytime, type NotificationKind, notifyOnceADay, sendsTexts, textOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import { selectOwedParts } from '../parts/queries';
import { type OwedRow, selectOwed } from '../queries';
import { asideOf } from '../recusal/aside';

const KIND: NotificationKind = {
  name: 'department_digest',
  template: 'received',
  page: () => 'requests/pages/assigned/index',
};

/** One line a day for everybody of a department that owes something (每天一条): how much waits, is near, or is late, but for what they stepped aside from. Who has no account yet gets it as a short message (短信). On days with nothing, nothing. */
export async function digest(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  if (!isDaytime(now)) return;
  const today = dayOf(now);
  const directory = await countyDirectoryOf(call);
  const departments = directory.departments().map(({ id }) => id);
  const until = { today, soon: addDays(today, SOON_DAYS) };
  const owedBy = async (tx: Tx, ids: readonly string[], aside: readonly string[] = []) =>
    withParts(
      await selectOwed(tx, jurisdiction, ids, { ...until, aside }),
      await selectOwedParts(tx, jurisdiction, ids, { ...until, aside }),
    );
  const owed = await call.read((tx) => owedBy(tx, departments));
  if (!owed.length) return;
  const owing = owed.map(({ department_id }) => department_id);
  const people = await call.read((tx) => peopleOfDepartments(tx, jurisdiction, owing));
  const of = (several: readonly { department_id: string | null }[]) =>
    owed.filter(({ department_id }) => several.some((one) => one.department_id === department_id));
  // Somebody may be of several.
  for (const [personId, roles] of groupBy(people, ({ person_id }) => person_id ?? '')) {
    if (!personId) continue;
    await call.write(async (tx) => {
      const aside = await asideOf(tx, jurisdiction, personId);
      const theirs = of(roles);
      const ids = theirs.map(({ department_id }) => department_id);
      const body = sayOwed(aside.length ? await owedBy(tx, ids, aside) : theirs);
      if (body)
        await notifyOnceADay(tx, { jurisdiction, personId, kind: KIND, subject: null, title: '要办的', body, now });
    });
  }
  if (!sendsTexts(directory)) return;
  for (const roles of await call.read((tx) => waitingOfDepartments(tx, jurisdiction, owing))) {
    const membershipIds = roles.map(({ id }) => id);
    const params = countOwed(of(roles), true).map(([count]) => String(count));
    await call.write((tx) => textOnceADay(tx, { jurisdiction, membershipIds, kind: 'digest', params, now }));
  }
}

type Owed = OwedRow & { parts: number };

/** What a department owes of its own, and what it owes others that lead: late is late. */
function withParts(
  owed: readonly OwedRow[],
  others: readonly { department_id: string; asked: number; soon: number; late: number }[],
): Owed[] {
  const all = new Map<string, Owed>(owed.map((one) => [one.department_id, { ...one, parts: 0 }]));
  for (const { department_id, asked, soon, late } of others) {
    const own = all.get(department_id) ?? { department_id, offered: 0, accepted: 0, soon: 0, late: 0 };
    all.set(department_id, { ...own, parts: asked, soon: own.soon + soon, late: own.late + late });
  }
  return [...all.values()];
}

/** In the order of the template of the short message (docs/deploy.md), which has no place of its own for what is done for others. */
function countOwed(owed: readonly Owed[], isText = false): [number, string][] {
  const sum = (of: 'offered' | 'accepted' | 'soon' | 'late' | 'parts') => owed.reduce((all, one) => all + one[of], 0);
  return [
    [sum('late'), '件超时'],
    [sum('soon'), '件快到期'],
    [sum('offered'), '件等您收下'],
    [sum('accepted') + (isText ? sum('parts') : 0), '件在办'],
    ...(isText ? [] : [[sum('parts'), '件请您协办'] satisfies [number, string]]),
  ];
}

function sayOwed(owed: readonly Owed[]): string {
  return countOwed(owed)
    .flatMap(([count, what]) => (count ? `${count} ${what}` : []))
    .join('，');
}
