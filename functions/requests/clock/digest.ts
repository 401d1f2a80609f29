import { type Day, dayOf } from '../../../shared/kernel/days';
import { countOf, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import { asideOf, withLateParts } from '../../assignments/public';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { deputiesWithPeople, stationsWithPeople } from '../../identity/public';
import { isDaytime, notifyOnceADay } from '../../notifications/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { KINDS } from '../notifications';
import { COUNT_LIMIT, countDue, countStates, selectUnassigned } from '../queries/lists';
import { type Box, countAmong, countBox, type Scope } from '../queries/worklist';
import { groupOf } from '../reading/scope';

/**
 * One quiet line a day, from eight in the morning on; on days with nothing, nothing. To each deputy for whom something waits, or who could take
 * something; to each clerk at whose stations something is in nobody's hands, waits for a department or is late, and to the office of the whole county.
 */
export async function digest(call: Call<null>): Promise<void> {
  const { jurisdiction, now } = call;
  if (!isDaytime(now)) return;
  const directory = await countyDirectoryOf(call);
  const today = dayOf(now);
  const day = { today, covered: directory.deputiesToCover(today) };
  const deputies = await call.read((tx) => deputiesWithPeople(tx, jurisdiction));
  for (const deputy of deputies)
    await tellOf(call, deputy.personId, 'deputy_digest', (tx) => waitsFor(tx, call, directory, day, deputy));
  const stations = await call.read((tx) => stationsWithPeople(tx, jurisdiction));
  const lateParts = await call.read((tx) => withLateParts(tx, call, 'requests', today));
  for (const of of stations)
    await tellOf(call, of.personId, 'station_digest', async (tx) => {
      const aside = await asideOf(tx, jurisdiction, of.personId);
      const others = lateParts.filter((id) => !aside.includes(id));
      return waitsAt(tx, call, day, { ...of, aside }, others);
    });
}

const TITLES = { deputy_digest: '信箱', station_digest: '分办台' } as const;

async function tellOf(
  call: Call<null>,
  personId: string,
  kind: keyof typeof TITLES,
  say: (tx: Tx) => Promise<string>,
): Promise<void> {
  const { jurisdiction, now } = call;
  await call.write(async (tx) => {
    const body = await say(tx);
    if (!body) return;
    await notifyOnceADay(tx, {
      jurisdiction,
      personId,
      kind: KINDS[kind],
      subject: null,
      title: TITLES[kind],
      body,
      now,
    });
  });
}

/** `covered`: the deputies who can't answer that day. */
type Today = { today: Day; covered: readonly string[] };
type Deputy = Awaited<ReturnType<typeof deputiesWithPeople>>[number];

async function waitsFor(
  tx: Tx,
  { jurisdiction }: Call,
  directory: CountyDirectory,
  { today, covered }: Today,
  { deputyId, personId }: Deputy,
) {
  const waiting = countOf(await countStates(tx, jurisdiction, { deputy_id: deputyId }), WAITING_FOR_DEPUTY);
  const { late, dueToday } = await countDue(tx, jurisdiction, deputyId, today);
  const group = groupOf({ personId }, deputyId, directory, today, covered);
  const free = await selectUnassigned(tx, jurisdiction, group, null, COUNT_LIMIT);
  return [
    waiting && `${waiting} 件等您回`,
    late && `超时 ${late} 件`,
    dueToday && `今天到期 ${dueToday} 件`,
    free.length && `组里 ${free.length} 件还没人办`,
  ]
    .filter(Boolean)
    .join('，');
}

async function waitsAt(
  tx: Tx,
  { jurisdiction }: Call,
  { today, covered }: Today,
  { stations, aside }: Pick<Scope, 'stations' | 'aside'>,
  lateParts: readonly string[],
) {
  const count = (box: Box) => countBox(tx, jurisdiction, box, { stations, covered, aside }, today);
  const parts = await countAmong(tx, jurisdiction, lateParts, stations);
  const [late, toAssign, unplaced] = [await count('late'), await count('to_assign'), await count('unplaced')];
  return [
    unplaced && `${unplaced} 件没有代表在办，请您看看，可以改派`,
    toAssign && `${toAssign} 件等您分给部门`,
    // What is late goes up one level: to the station, and of the whole county to the office.
    late && `${late} 件超时了`,
    parts && `${parts} 件一起办的部门超时了`,
  ]
    .filter(Boolean)
    .join('，');
}
