import * as directory from '../../../shared/directory/contract';
import { addDays, dayOf } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** On the roster, and nobody has signed in: what is sent there is in nobody's hands, so the station hears of it and a colleague may take it. */
const api = testApi();
let chen: TestPhone;
let xu: TestPhone;
let mao: TestPhone;
let clerk: TestPhone;

const come = async () => {
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
  mao = await api.signedIn('mao');
  clerk = await api.signedIn('clerk');
};
beforeEach(come);

const follow = (phone: TestPhone, id: string) => phone.call(requests.follow, { id });
const bodiesOf = async (phone: TestPhone, id: string) => {
  const { items } = await phone.call(notifications.list, {});
  return items.filter(({ subject }) => subject?.id === id).map(({ body }) => body);
};
const unplaced = async (id: string) => {
  const { items } = await clerk.call(requests.worklist, { box: 'unplaced' });
  return items.find((item) => item.id === id);
};
const free = async (phone: TestPhone, id: string) =>
  (await phone.call(requests.unassigned, {})).items.some((item) => item.id === id);

test('the station is told at once and finds it, colleagues may take it, the resident reads so before and after', async () => {
  const { id } = await chen.call(requests.submit, matterFor('汪虚拟'));
  expect(await bodiesOf(clerk, id)).toEqual(['汪代表还没有用上连心站，请站里先看，可以改派']);
  expect((await unplaced(id))?.reasons).toEqual(['not_joined', 'with_higher']);
  expect((await chen.call(directory.deputy, { id: deputyNamed('汪虚拟').id })).joined).toBe(false);
  expect((await chen.call(directory.deputy, { id: deputyNamed('徐示例').id })).joined).toBe(true);
  expect(await follow(chen, id)).toMatchObject({ deputyName: '汪虚拟', deputyNotJoined: true });
  expect(await free(mao, id)).toBe(true);
  await mao.call(requests.take, { id });
  expect(await follow(chen, id)).toMatchObject({ deputyName: '毛范例', deputyNotJoined: false });
  expect(await unplaced(id)).toBeUndefined();
});

test('where somebody reads it, the station is not troubled', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  expect(await bodiesOf(clerk, id)).toEqual([]);
  expect(await unplaced(id)).toBeUndefined();
  await clerk.call(requests.reassign, { id, deputyId: deputyNamed('郑样本').id, words: '徐代表住院了。' });
  expect(await bodiesOf(clerk, id)).toEqual(['郑代表还没有用上连心站，请站里先看，可以改派']);
});

test('to any of the village’s deputies: each hears once, but for whose own matter it is, and in the line of the day', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { deputyId: undefined }));
  for (const deputy of [xu, mao])
    expect(await bodiesOf(deputy, id)).toEqual([expect.stringMatching(/谁先接谁回，最晚/)]);
  expect(await bodiesOf(clerk, id)).toEqual([]);
  await chen.call(requests.supplement, { id, words: '第四盏也坏了。' });
  expect(await bodiesOf(mao, id)).toHaveLength(1);
  const own = await mao.call(requests.submit, matterFor('徐示例', { deputyId: undefined }));
  expect(await bodiesOf(mao, own.id)).toEqual([]);
  expect(await bodiesOf(xu, own.id)).toHaveLength(1);

  api.clock.set(`${addDays(dayOf(api.clock.now()), 1)}T01:00:00Z`);
  await api.runSchedules();
  await come();
  const digest = async (phone: TestPhone, name: string) =>
    (await phone.call(notifications.list, {})).items.filter(({ kind }) => kind === name).map(({ body }) => body);
  expect((await digest(mao, 'deputy_digest'))[0]).toMatch(/组里 \d+ 件还没人办/);
  await chen.call(requests.withdraw, { id });
  const { items } = await mao.call(notifications.list, {});
  expect(items.find(({ subject }) => subject?.id === id)?.title).toBe('撤回的事');
});

test('a deputy whose role is withdrawn leaves it to the station, which hears once a day how many; without a clerk the office does', async () => {
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('membership')
      .set({ withdrawn_at: api.clock.now() })
      .where('deputy_id', '=', deputyNamed('徐示例').id)
      .execute(),
  );
  api.clock.set(`${addDays(dayOf(api.clock.now()), 1)}T01:00:00Z`);
  await api.runSchedules();
  await come();
  expect((await unplaced(id))?.reasons).toContain('not_joined');
  const told = async (phone: TestPhone) =>
    (await phone.call(notifications.list, {})).items.find(({ kind }) => kind === 'station_digest')?.body;
  expect(await told(clerk)).toMatch(/^\d+ 件没有代表在办/);
  expect(await told(await api.signedIn('admin'))).toMatch(/^\d+ 件没有代表在办/);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('membership').set({ withdrawn_at: api.clock.now() }).where('role', '=', 'clerk').execute(),
  );
  const alone = await chen.call(requests.submit, matterFor('汪虚拟'));
  expect(await bodiesOf(await api.signedIn('admin'), alone.id)).toHaveLength(1);
});
