import { countyKind } from '../../shared/kernel/kinds';
import { type CountyDirectory, countyDirectoryOf, ROLE_GIVEN } from '../directory/public';
import { membershipById, ROLE_GRANTED } from '../identity/public';
import type { Call } from '../platform/call';
import { drainTopic } from '../platform/schedules';
import { type NotificationKind, notify } from './public';

const ROLE_GRANTED_KIND: NotificationKind = {
  name: 'role_granted',
  template: 'received',
  page: () => 'pages/me/index',
};

type Payload = { membershipId: string };
type Role = NonNullable<Awaited<ReturnType<typeof membershipById>>>;

/** Tells people which role they hold from now on. Identity and the directory leave it in the outbox: they may not know who tells. */
export async function tellRoles(call: Call): Promise<void> {
  for (const topic of [ROLE_GRANTED, ROLE_GIVEN])
    await drainTopic<Payload>(call, topic, (payload) => tell(call, payload));
}

async function tell(call: Call, { membershipId }: Payload): Promise<void> {
  const { jurisdiction, now } = call;
  const names = await countyDirectoryOf(call);
  await call.write(async (tx) => {
    const role = await membershipById(tx, jurisdiction, membershipId);
    // Withdrawn before anybody heard of it.
    if (!role?.person_id) return;
    const told = { jurisdiction, personId: role.person_id, kind: ROLE_GRANTED_KIND, subject: null, now };
    await notify(tx, { ...told, title: '您有了新的身份', body: sayRole(names, role) });
  });
}

/** `白石镇代表联络站工作人员`, `草坪村民主监督员`, `县交通运输局工作人员`. */
function sayRole(names: CountyDirectory, { role, deputy_id, station_id, village, department_id }: Role): string {
  if (role === 'deputy') return `代表${names.deputyName(deputy_id)}`;
  if (role === 'clerk') return `${names.stationName(station_id)}工作人员`;
  if (role === 'department') return `${names.departmentName(department_id)}工作人员`;
  return role === 'supervisor'
    ? `${names.villageName(village ?? '')}民主监督员`
    : `${countyKind(names.countyName)}人大管理员`;
}
