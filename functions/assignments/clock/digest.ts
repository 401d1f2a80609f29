import { addDays, dayOf, SOON_DAYS } from '../../../shared/kernel/days';
import { countyDirectoryOf } from '../../directory/public';
import { peopleOfDepartments } from '../../identity/public';
import { isDaytime, type NotificationKind, notifyOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import { groupBy } from '../../platform/group-by';
import { type OwedRow, selectOwed } from '../queries';

const KIND: NotificationKind = {
  name: 'department_digest',
  template: 'received',
  page: () => 'requests/pages/assigned/index',
};

/** One line a day for everybody of a department that owes something (每天一条): how much waits, is near, or is late. On days with nothing, nothing. */
export async function digest(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  if (!isDaytime(now)) return;
  const today = dayOf(now);
  const directory = await countyDirectoryOf(call);
  const departments = directory.departments().map(({ id }) => id);
  const owed = await call.read((tx) =>
    selectOwed(tx, jurisdiction, departments, { today, soon: addDays(today, SOON_DAYS) }),
  );
  if (!owed.length) return;
  const people = await call.read((tx) =>
    peopleOfDepartments(
      tx,
      jurisdiction,
      owed.map(({ department_id }) => department_id),
    ),
  );
  // Somebody may be of several.
  for (const [personId, of] of groupBy(people, ({ person_id }) => person_id ?? '')) {
    if (!personId) continue;
    const theirs = owed.filter(({ department_id }) => of.some((one) => one.department_id === department_id));
    const body = sayOwed(theirs);
    await call.write((tx) =>
      notifyOnceADay(tx, { jurisdiction, personId, kind: KIND, subject: null, title: '要办的', body, now }),
    );
  }
}

function sayOwed(owed: readonly OwedRow[]): string {
  const sum = (of: 'offered' | 'accepted' | 'soon' | 'late') => owed.reduce((all, one) => all + one[of], 0);
  const parts: [number, string][] = [
    [sum('late'), '件超时'],
    [sum('soon'), '件快到期'],
    [sum('offered'), '件等您收下'],
    [sum('accepted'), '件在办'],
  ];
  return parts.flatMap(([count, what]) => (count ? `${count} ${what}` : [])).join('，');
}
