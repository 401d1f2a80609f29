import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** What may be a report of wrongdoing (检举、控告) is read by nobody but the office, until the office has said what it is (decision 44). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const OTHERS = ['xu', 'mao', 'clerk', 'jian', 'lu'];

beforeAll(async () => {
  for (const key of ['chen', 'lin', 'admin', ...OTHERS]) phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'clerk', 'admin']) await api.verifyPhone(as(key), key);
});

const REPORT = '村里修路灯的钱有人贪污了，请查一查。';
const LAMPS = '村口到文化礼堂这段路，五盏路灯坏了三盏。';
const WHERE = '检举、控告请打 12388，或到县纪委监委信访室说。';
const submit = (words = REPORT, changes = {}) =>
  as('chen').call(requests.submit, matterFor('徐示例', { words, ...changes }));
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const seen = async (id: string) => (await page('admin', id)).events[0]?.id ?? '';
const step = async (id: string) => ({ id, seen: await seen(id) });
const told = async (key: string, id: string) =>
  (await as(key).call(notifications.list, {})).items.filter(({ subject }) => subject?.id === id);
const found = async (key: string, words: string) =>
  (await as(key).call(requests.search, { words })).items.map(({ id }) => id);
const listed = async (key: string, box: 'with_office' | 'all' | 'open') =>
  (await as(key).call(requests.worklist, { box })).items.map(({ id }) => id);
const rowOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('request')
      .select(['state', 'deputy_id', 'station_id', 'due_on', 'publication', 'published_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
const audited = (id: string) =>
  api.store.owner.inTenant(COUNTY, async (tx) =>
    (await tx.selectFrom('audit_log').select('action').where('object_id', '=', id).orderBy('id').execute()).map(
      ({ action }) => action,
    ),
  );
const isHidden = async (id: string, words: string) => {
  for (const key of OTHERS) expect([key, await as(key).problem(requests.follow, { id })]).toEqual([key, 'not_found']);
  expect(await found('clerk', words)).not.toContain(id);
  expect(await found('xu', words)).not.toContain(id);
  expect(await listed('clerk', 'all')).not.toContain(id);
  for (const key of OTHERS) expect(JSON.stringify(await told(key, id))).not.toContain(words);
};

test('what reads like one goes to the office alone: its deputy, its station and the village’s others hear nothing', async () => {
  const { id, withOffice, deputyName, stationName, dueOn } = await submit();
  expect({ withOffice, deputyName, stationName }).toEqual({ withOffice: true, deputyName: null, stationName: null });
  await isHidden(id, '贪污');
  for (const key of OTHERS) expect(await told(key, id)).toEqual([]);
  expect((await told('admin', id)).map(({ body }) => body)).toEqual([
    '像是检举、控告，只有人大办公室看得到，请看过再定',
  ]);
  expect(await listed('admin', 'with_office')).toContain(id);
  expect((await as('admin').call(requests.counts, {})).worklist?.withOffice).toBeGreaterThan(0);
  expect((await as('clerk').call(requests.counts, {})).worklist).not.toHaveProperty('withOffice');
  expect(await found('admin', '贪污')).toContain(id);
  expect(await page('chen', id)).toMatchObject({
    viewer: 'resident',
    state: 'with_office',
    may: ['supplement', 'withdraw'],
  });

  // It is none: it goes where it was to go, and its day is the same.
  const { deputyName: to } = await as('admin').call(requests.release, {
    ...(await step(id)),
    words: '问的是路灯的钱。',
  });
  expect(to).toBe('徐示例');
  expect(await rowOf(id)).toMatchObject({ state: 'with_deputy', deputy_id: deputyNamed('徐示例').id, due_on: dueOn });
  expect((await page('xu', id)).may).toContain('answer');
  // What the office thought of it is not the deputy's to read.
  expect(JSON.stringify(await page('xu', id))).not.toContain('问的是路灯的钱');
  expect((await told('xu', id)).map(({ kind }) => kind)).toEqual(['request_received']);
  expect(await found('clerk', '贪污')).toContain(id);
  await as('xu').call(requests.answer, { id, words: '账贴在公开栏了，请看看。' });
  expect(await audited(id)).toContain('request_released');
});

test('the office says where it belongs, and it ends: nobody else reads it then either, nor is it on the board', async () => {
  const { id } = await submit(REPORT, { openness: 'public', name: '', nameFor: 'station' });
  expect(await as('clerk').problem(requests.divert, { id, seen: id, words: WHERE })).toBe('not_allowed');
  await as('admin').call(requests.divert, { ...(await step(id)), words: WHERE });
  expect(await rowOf(id)).toMatchObject({ state: 'closed', publication: null });
  expect((await told('chen', id))[0]?.body).toBe(`不归这里办：${WHERE}`);
  expect(await page('chen', id)).toMatchObject({ state: 'closed', outcome: 'diverted', may: [] });
  expect((await page('chen', id)).events[0]).toMatchObject({ kind: 'diverted', words: WHERE });
  await isHidden(id, '贪污');
  expect(await as('chen').problem(requests.supplement, { id, words: '再说一句。' })).toBe('request_closed');
  expect(await audited(id)).toContain('request_diverted');
});

test('a clerk sends it there: from then on neither they nor its deputy read it, and it stands nowhere', async () => {
  const { id } = await submit(LAMPS, { openness: 'public', name: '', nameFor: 'station' });
  await api.runSchedules();
  await as('clerk').call(requests.moderate, { id, publish: true, seen: await seen(id) });
  expect((await rowOf(id)).published_at).not.toBeNull();
  expect(await as('xu').problem(requests.sendToOffice, { id, seen: id, words: '像检举。' })).toBe('not_allowed');
  const input = { ...(await step(id)), words: '照片里说的是收钱的事。' };
  await as('clerk').call(requests.sendToOffice, input);
  await isHidden(id, '路灯坏了');
  expect((await told('xu', id)).map(({ title }) => title)).toEqual(['只给人大办公室看的事']);
  expect(await rowOf(id)).toMatchObject({ state: 'with_office', published_at: null, station_id: null });
  expect(await as('clerk').problem(requests.sendToOffice, { ...input, words: '再来一次。' })).toBe('not_found');
  expect(await as('admin').problem(requests.release, { id, seen: input.seen })).toBe('moved_since');
  // It comes back, and what was on the board is looked at anew.
  await as('admin').call(requests.release, await step(id));
  expect(await rowOf(id)).toMatchObject({ state: 'with_deputy', publication: 'pending', published_at: null });
  expect(await audited(id)).toEqual(expect.arrayContaining(['request_sent_to_office', 'request_released']));
});

test('what is handled with it goes on by itself; a department gives it back first; whose term ended does not get it', async () => {
  const [lead, other] = [(await submit(LAMPS)).id, (await submit(LAMPS)).id];
  const from = [{ id: other, seen: await seen(other) }];
  await as('clerk').call(requests.merge, { ...(await step(lead)), from });
  expect(await as('clerk').problem(requests.sendToOffice, { ...(await step(other)), words: '像检举。' })).toBe(
    'is_merged',
  );
  await as('clerk').call(requests.sendToOffice, { ...(await step(lead)), words: '像检举。' });
  expect((await page('xu', other)).mergedInto ?? null).toBeNull();
  expect((await page('xu', other)).may).toContain('answer');

  const { id } = await submit();
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('request_event')
      .set({ detail: JSON.stringify({ from: deputyNamed('范旧例').id }) })
      .where('request_id', '=', id)
      .where('kind', '=', 'sent_to_office')
      .execute(),
  );
  const { deputyName } = await as('admin').call(requests.release, await step(id));
  expect(deputyName).toBeNull();
  expect((await page('mao', id)).may).toEqual(['take']);
});

test('entered from a slip it is gone from the desk at once, and the same slip is not entered twice', async () => {
  const slip = { ...matterFor('徐示例', { words: REPORT }), name: '余大伯', slipNumber: '检-0007' };
  const { id } = await as('clerk').call(requests.enterFor, slip);
  await isHidden(id, '贪污');
  expect(await as('clerk').problem(requests.enterFor, slip)).toBe('slip_taken');
  expect((await as('clerk').call(requests.enteredFor, { state: 'with_office' })).items).toEqual([]);
  await as('admin').call(requests.release, await step(id));
  expect((await page('clerk', id)).viewer).toBe('entrant');
});

test('its resident says more, which the office reads, and takes it back as long as nobody has decided', async () => {
  const { id } = await submit();
  await as('chen').call(requests.supplement, { id, words: '账本在会计那里。' });
  expect((await page('admin', id)).events.map(({ kind }) => kind)).toContain('supplemented');
  await as('chen').call(requests.withdraw, { id });
  expect(await page('admin', id)).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
});
