import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import { LEVELS } from '../../shared/directory/levels';
import * as requests from '../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, OTHER_COUNTY, testApi, villageOf } from '../testing/api';

const api = testApi();
const write = (statement: ReturnType<typeof sql>) => api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx));

test('the whole county in the order of the official list', async () => {
  const { towns } = await api.nobody.call(directory.divisions, {});
  expect(towns).toHaveLength(14);
  expect(towns.flatMap(({ villages }) => villages)).toHaveLength(198);
  expect(await api.nobody.call(directory.county, {})).toMatchObject({ jurisdiction: COUNTY, name: '常山县' });
});

test('every village has deputies of all five levels but the town one where streets elect none, and a station', async () => {
  const { towns } = await api.nobody.call(directory.divisions, {});
  for (const town of towns)
    for (const { code } of town.villages.slice(0, 2)) {
      const { deputies, station } = await api.nobody.call(directory.findByPlace, { village: code });
      const levels = [...new Set(deputies.flatMap(({ mandates }) => mandates.map(({ level }) => level)))];
      expect([code, levels]).toEqual([code, town.name.endsWith('街道') ? LEVELS.slice(1) : LEVELS]);
      expect(station).not.toBeNull();
    }
});

test('an unknown, a withdrawn and an outlived code each say which they are', async () => {
  const { code, withdrawnCode = '', id } = deputyNamed('徐示例');
  expect(await api.nobody.call(directory.openCode, { code })).toEqual({ deputyId: id });
  expect(await api.nobody.problem(directory.openCode, { code: '0000000000' })).toBe('code_unknown');
  expect(await api.nobody.problem(directory.openCode, { code: withdrawnCode })).toBe('code_withdrawn');
  expect(await api.nobody.problem(directory.openCode, { code: deputyNamed('范旧例').code })).toBe('code_ended');
  expect(await api.nobody.problem(directory.openCode, { code }, { county: OTHER_COUNTY })).toBe('code_unknown');
});

test('a deputy whose term has ended is found by no place, but the page opens and says so', async () => {
  const { id } = deputyNamed('范旧例');
  const { deputies } = await api.nobody.call(directory.findByPlace, { village: villageOf('草坪村') });
  expect(deputies.map((deputy) => deputy.id)).not.toContain(id);
  expect(await api.nobody.call(directory.deputy, { id })).toMatchObject({
    name: '范旧例',
    serving: false,
    villageCodes: [],
  });
  const chen = await api.signedIn('chen');
  expect(await chen.problem(requests.submit, matterFor('范旧例'))).toBe('deputy_ended');
});

test('a deputy of another ward is not one’s own; one elected for the whole county is everybody’s', async () => {
  const chen = await api.signedIn('chen');
  const { towns } = await api.nobody.call(directory.divisions, {});
  const far = towns.find(({ name }) => name === '天马街道')?.villages[0]?.code ?? '';
  expect(await chen.problem(requests.submit, matterFor('毛范例', { village: far }))).toBe('deputy_not_yours');
  expect(await chen.call(requests.submit, matterFor('汪虚拟', { village: far }))).toMatchObject({
    deputyName: '汪虚拟',
  });
  expect(await chen.problem(requests.submit, matterFor('毛范例', { village: '330822999999' }))).toBe('not_found');
});

test('what was changed shows within half a minute, and nobody asks the database meanwhile', async () => {
  const { id } = deputyNamed('郑样本');
  const intro = async () => (await api.nobody.call(directory.deputy, { id })).intro;
  const before = await intro();
  await write(sql`update deputy set intro = '换了一句。' where id = ${id}`);
  expect(await intro()).toBe(before);
  api.clock.advance(30_000);
  expect(await intro()).toBe('换了一句。');
});

test('a county that was opened is there within half a minute', async () => {
  const ask = () => api.nobody.send(directory.county, {}, { county: '110101' });
  expect((await ask()).body).toMatchObject({ code: 'county_unknown' });
  await api.store.owner.inTenant('110101', (tx) =>
    sql`insert into county (jurisdiction, name, congress_name, created_at) values ('110101', '示例区', '示例区人大常委会', ${api.clock.now()})`.execute(
      tx,
    ),
  );
  api.clock.advance(31_000);
  expect((await ask()).body).toEqual({
    jurisdiction: '110101',
    name: '示例区',
    congressName: '示例区人大常委会',
    phone: null,
  });
});

test('a public reply may be kept on the way for half a minute, a problem not at all', async () => {
  const cached = await api.nobody.send(directory.county, {});
  expect(cached.headers.get('cache-control')).toBe('public, max-age=30');
  const missing = await api.nobody.send(directory.openCode, { code: '0000000000' });
  expect(missing.headers.get('cache-control')).toBe('no-store');
});
