import { v7 } from 'uuid';
import * as assignments from '../../../shared/assignments/contract';
import * as identity from '../../../shared/identity/contract';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { exportWorklist } from '../../../shared/requests/contract/office';
import * as suggestions from '../../../shared/suggestions/contract';
import { callAs } from '../../local/seed/call-as';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import {
  assigned as assignedSuggestion,
  seedCosigners,
  castOf as suggestionCast,
  transport,
} from '../../suggestions/testing/suggestion';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { sentPicture } from '../../testing/pictures';

/** Who works at the desk or in a department and has a part in a matter steps aside from it (回避; decision 50). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const [housing = ''] = departmentsNamed(['县住建局']);
const WHY = '说的是我表哥家门口的路灯。';
const LAMPS = '村口到文化礼堂这段路，五盏路灯坏了三盏。';

/** Somebody who is not in the demo's roll works with these, too. */
async function joins(key: string, roles: { station?: string; department?: string; admin?: true }): Promise<void> {
  const { personId } = callAs(api.services, key).caller;
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('membership')
      .values({
        jurisdiction: COUNTY,
        id: v7(),
        person_id: personId,
        role: roles.admin ? 'admin' : roles.department ? 'department' : 'clerk',
        station_id: roles.station ?? null,
        department_id: roles.department ?? null,
        granted_at: api.clock.now(),
      })
      .execute(),
  );
  phones[key] = await api.signedIn(key);
}

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xu', 'clerk', 'admin', 'lu', 'fang']) phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'clerk', 'admin']) await api.verifyPhone(as(key), key);
});

const submit = (changes = {}) => as('chen').call(requests.submit, matterFor('徐示例', { words: LAMPS, ...changes }));
const aside = (id: string, context: 'requests' | 'suggestions' = 'requests') => ({ context, id, words: WHY });
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const listed = async (key: string) => (await as(key).call(requests.worklist, { box: 'all' })).items.map(({ id }) => id);
const found = async (key: string) =>
  (await as(key).call(requests.search, { words: '文化礼堂' })).items.map(({ id }) => id);
const told = async (key: string, id: string) =>
  (await as(key).call(notifications.list, {})).items.filter(({ subject }) => subject?.id === id).length;
const audited = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('audit_log').select(['action', 'reason']).where('object_id', '=', id).orderBy('id').execute(),
  );

test('a clerk who stepped aside neither reads it, finds it nor hears of it; everybody else goes on', async () => {
  const { id } = await submit();
  expect(await listed('clerk')).toContain(id);
  const toAssign = async (key: string) => (await as(key).call(requests.counts, {})).worklist?.toAssign ?? -1;
  const before = { clerk: await toAssign('clerk'), admin: await toAssign('admin') };
  const file = await as('clerk').call(exportWorklist, { box: 'all' });
  expect(await as('clerk').call(assignments.stepAside, aside(id))).toEqual({ aside: true });

  expect(await as('clerk').problem(requests.follow, { id })).toBe('not_found');
  expect(await listed('clerk')).not.toContain(id);
  expect(await found('clerk')).not.toContain(id);
  expect((await as('clerk').call(exportWorklist, { box: 'all' })).rows).toBe(file.rows - 1);
  expect(await as('clerk').problem(requests.likeSame, { id })).toBe('not_found');
  expect(await as('clerk').problem(assignments.stepAside, aside(id))).toBe('not_found');
  expect(await audited(id)).toEqual([{ action: 'stepped_aside', reason: WHY }]);

  const heard = await told('clerk', id);
  await as('xu').call(requests.refer, { id, words: '请去看看灯杆。' });
  expect(await told('clerk', id)).toBe(heard);
  expect(await toAssign('clerk')).toBe(before.clerk);
  expect(await toAssign('admin')).toBe(before.admin + 1);
  // Nobody else is at the station: the office hears it.
  expect(await told('admin', id)).toBe(1);
  expect(await listed('admin')).toContain(id);
  expect((await page('admin', id)).may).toContain('assign');
  expect((await page('chen', id)).viewer).toBe('resident');
});

test('what is handled with another is not read there either', async () => {
  const [lead, other] = [(await submit()).id, (await submit()).id];
  const seenBy = async (id: string) => (await page('admin', id)).events[0]?.id ?? '';
  const from = [{ id: other, seen: await seenBy(other) }];
  await as('admin').call(requests.merge, { id: lead, seen: await seenBy(lead), from });
  expect((await page('clerk', lead)).together?.map(({ id }) => id)).toEqual([other]);
  await as('clerk').call(assignments.stepAside, aside(other));
  expect((await page('clerk', lead)).together).toEqual([]);
  expect((await page('admin', lead)).together?.map(({ id }) => id)).toEqual([other]);
});

test('nor is it offered as what may be the same', async () => {
  const [one, other] = [(await submit()).id, (await submit()).id];
  const like = async () => (await as('clerk').call(requests.likeSame, { id: one })).items.map(({ id }) => id);
  expect(await like()).toContain(other);
  await as('clerk').call(assignments.stepAside, aside(other));
  expect(await like()).not.toContain(other);
});

test('somebody is left who works on it; and who is on its resident’s side does not work on it in any case', async () => {
  const { id } = await submit();
  await as('clerk').call(assignments.stepAside, aside(id));
  expect(await as('admin').problem(assignments.stepAside, aside(id))).toBe('nobody_else');
  await joins('mao', { admin: true });
  await as('admin').call(assignments.stepAside, aside(id));
  expect(await as('mao').problem(assignments.stepAside, aside(id))).toBe('nobody_else');
  expect((await page('mao', id)).viewer).toBe('station');

  const own = await as('clerk').call(requests.submit, matterFor('徐示例', { words: LAMPS }));
  expect(await as('clerk').problem(assignments.stepAside, aside(own.id))).toBe('own_assignment');
  expect(await as('clerk').problem(assignments.stepAside, aside(v7()))).toBe('not_found');
  expect(await as('lu').problem(assignments.stepAside, aside(id))).toBe('not_found');
  expect(await as('chen').problem(assignments.stepAside, aside(id))).toBe('not_allowed');
});

test('somebody else of the office ends it, with the reason; sent twice it is one', async () => {
  const { id } = await submit();
  const input = aside(id);
  const key = v7();
  for (let time = 0; time < 2; time++) await as('clerk').call(assignments.stepAside, input, { key });
  const mine = async (phone: string) =>
    (await as(phone).call(assignments.recusals, {})).items.find(({ subject }) => subject.id === id);
  const recusal = await mine('admin');
  expect(recusal).toMatchObject({ words: WHY, own: false, subject: { context: 'requests', id } });
  expect(recusal?.name).toBeTruthy();
  const words = '看过，不是一家人，可以办。';
  await as('admin').call(assignments.endRecusal, { id: recusal?.id ?? '', words });
  expect(await mine('admin')).toBeUndefined();
  expect((await page('clerk', id)).viewer).toBe('station');
  expect(await as('admin').problem(assignments.endRecusal, { id: recusal?.id ?? '', words })).toBe('not_found');

  await as('admin').call(assignments.stepAside, aside(id));
  const own = (await as('mao').call(assignments.recusals, {})).items.find(({ subject }) => subject.id === id);
  expect(await as('admin').problem(assignments.endRecusal, { id: own?.id ?? '', words })).toBe('own_recusal');
  expect(await mine('admin')).toMatchObject({ own: true });
  const kept = (await as('admin').call(identity.ownData, {})).parts.find(({ key }) => key === 'assignments.recusals');
  expect(kept?.entries[0]?.lines).toEqual([WHY]);
});

test('of a department one steps aside, and a colleague has it', async () => {
  const { id } = await submit();
  await as('xu').call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  const { events } = await page('admin', id);
  await as('admin').call(requests.assign, { id, seen: events[0]?.id ?? '', departmentId: housing });
  const { assignmentId } = await page('lu', id);
  const one = assignmentId ?? '';
  expect(await as('lu').problem(assignments.stepAside, aside(id))).toBe('nobody_else');
  await joins('lin', { department: housing });
  const { boxes, late } = await as('lu').call(assignments.counts, {});
  await as('lu').call(assignments.stepAside, aside(id));

  expect(await as('lu').problem(assignments.show, { id: one })).toBe('not_found');
  expect(await as('lu').problem(requests.follow, { id })).toBe('not_found');
  expect(await as('lu').problem(assignments.accept, { id: one, version: 1 })).toBe('not_found');
  const box = async (key: string) =>
    (await as(key).call(assignments.inbox, { box: 'new' })).items.map(({ subject }) => subject.id);
  expect(await box('lu')).not.toContain(id);
  expect(await as('lu').call(assignments.counts, {})).toEqual({ boxes: { ...boxes, new: boxes.new - 1 }, late });
  expect(await box('lin')).toContain(id);
  await as('lin').call(assignments.accept, { id: one, version: 1 });
  expect((await page('chen', id)).events.map(({ kind }) => kind)).toContain('accepted');
});

test('who works on it with another department steps aside as well, and of a suggestion', async () => {
  const { id } = await submit();
  await as('xu').call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  const { events } = await page('admin', id);
  const together = { kind: 'advice' as const, parts: [{ departmentId: transport(), words: '灯杆要不要挪？' }] };
  await as('admin').call(requests.assign, { id, seen: events[0]?.id ?? '', departmentId: housing, together });
  await joins('jian', { department: transport() });
  const open = async (key: string) => (await as(key).call(assignments.parts, { box: 'open' })).items;
  const [part] = (await open('fang')).filter(({ subject }) => subject.id === id);
  const counted = (await as('fang').call(assignments.parts, { box: 'open' })).open;
  await as('fang').call(assignments.stepAside, aside(id));
  expect((await open('fang')).map(({ subject }) => subject.id)).not.toContain(id);
  expect((await as('fang').call(assignments.parts, { box: 'open' })).open).toBe(counted - 1);
  expect(await as('fang').problem(assignments.part, { id: part?.id ?? '' })).toBe('not_found');
  expect(await as('fang').problem(requests.follow, { id })).toBe('not_found');
  const opinion = { id: part?.id ?? '', version: 1, words: '灯杆不用挪，电缆换好就行。' };
  expect(await as('fang').problem(assignments.giveOpinion, opinion)).toBe('not_found');
  expect((await as('jian').call(assignments.giveOpinion, opinion)).state).toBe('given');
});

test('of a suggestion too', async () => {
  await seedCosigners(api);
  for (const key of ['fang', 'admin', 'mao']) phones[key] = await api.signedIn(key);
  const pictures = [await sentPicture(as('xu'))];
  const { id } = await assignedSuggestion(await suggestionCast(api), transport(), { pictures });
  expect((await as('fang').call(suggestions.show, { id })).pictures).toMatchObject([{ url: expect.any(String) }]);
  await as('fang').call(assignments.stepAside, aside(id, 'suggestions'));
  expect(await as('fang').problem(suggestions.show, { id })).toBe('not_found');
  await as('admin').call(assignments.stepAside, aside(id, 'suggestions'));
  expect(await as('admin').problem(suggestions.show, { id })).toBe('not_found');
  const desk = async (key: string) =>
    (await as(key).call(suggestions.desk, { box: 'working' })).items.map((one) => one.id);
  expect(await desk('admin')).not.toContain(id);
  expect(await desk('mao')).toContain(id);
  expect((await as('mao').call(suggestions.show, { id })).viewer).toBe('office');
});
