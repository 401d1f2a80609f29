import { county, deputy, divisions, findByPlace } from '../../shared/directory/contract';
import { linkOf } from '../../shared/directory/rules';
import { me } from '../../shared/identity/contract';
import { enterFor, follow, submit } from '../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi, villageOf } from '../testing/api';
import { obey } from './obey';

const api = testApi();
const act = (codes: string, more: object = {}) =>
  obey(
    { database: api.store.owner, phones: api.services.phones, clock: api.clock.now },
    { do: 'recode', county: COUNTY, codes: Buffer.from(codes).toString('base64'), ...more },
  );
const later = () => api.clock.advance(31_000);
const caoping = villageOf('草坪村');
const xintangling = villageOf('新塘岭村');

let id: string;
beforeAll(async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  ({ id } = await chen.call(submit, matterFor('徐示例')));
});

const villageRow = (matter: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('request').select('village').where('id', '=', matter).executeTakeFirstOrThrow(),
  );

describe('a list that is wrong changes nothing', () => {
  test.each([
    [`${caoping},330822104999\n${caoping},330822104998\n`, `第 2 行：旧代码 ${caoping} 在第 1 行已经有了。`],
    ['330822104777,330822104999\n', '这个县没有代码是 330822104777 的地方'],
    [`${caoping},330823104999\n`, '新代码 330823104999 不是 330822 开头的'],
    [`${caoping},330822777201\n`, '在乡镇 330822777 下面，县里没有这个乡镇'],
    [`${caoping},330822105\n`, '不是同一级'],
    [`${caoping},3.30822E+11\n`, '后面几位已经丢了'],
    ['草坪村,新草坪村\n', '每一行要有两个代码'],
    ['', '文件是空的'],
  ])('%j', async (codes, reason) => {
    const before = await api.nobody.call(divisions, {});
    const { ok, said } = await act(codes);
    expect([ok, said.join('\n')]).toEqual([false, expect.stringContaining(reason)]);
    await later();
    expect(await api.nobody.call(divisions, {})).toEqual(before);
  });
});

test('a village with a new code keeps its matters, deputies, station and supervisor; a phone that has the old code is understood', async () => {
  const before = await api.nobody.call(findByPlace, { village: caoping });
  const { ok, said } = await act(`旧代码,新代码,名称\n${caoping},330822104333,草坪新村村委会\n`);
  expect([ok, said[0]]).toEqual([
    true,
    '常山县：0 个乡镇街道、1 个村和社区换了代码，1 件事跟着村走，选区、联络站、监督员也跟着走。',
  ]);
  await later();
  const after = await api.nobody.call(findByPlace, { village: '330822104333' });
  expect(after.village).toEqual({ code: '330822104333', name: '草坪新村' });
  expect(after.deputies.map(({ name }) => name)).toEqual(before.deputies.map(({ name }) => name));
  expect(after.station?.name).toBe(before.station?.name);
  expect(await api.nobody.call(findByPlace, { village: caoping })).toEqual(after);
  expect(await villageRow(id)).toEqual({ village: '330822104333' });

  const chen = await api.signedIn('chen');
  expect((await chen.call(follow, { id })).state).toBe('with_deputy');
  const sent = await chen.call(submit, matterFor('徐示例', { words: '旧手机里记的还是老的村。' }));
  expect(await villageRow(sent.id)).toEqual({ village: '330822104333' });
  const jian = await api.signedIn('jian');
  expect((await jian.call(me, {})).roles).toContainEqual(
    expect.objectContaining({ role: 'supervisor', village: '330822104333', villageName: '草坪新村' }),
  );
  const { words, category, openness, nameFor } = matterFor('徐示例');
  const entered = { village: caoping, words, category, openness, nameFor, name: '老人甲' };
  await expect(jian.call(enterFor, entered)).resolves.toMatchObject({ id: expect.any(String) });
  expect((await act(`${caoping},330822104333\n`)).said).toEqual([expect.stringContaining('早就改过了')]);
});

test('two villages become one: the matters of both are its matters', async () => {
  const before = await api.nobody.call(findByPlace, { village: xintangling });
  const { said } = await act(`330822104333,${xintangling}\n`);
  expect(said).toContain('并进别的村的有 1 个：草坪新村。');
  await later();
  expect(await villageRow(id)).toEqual({ village: xintangling });
  const found = await api.nobody.call(findByPlace, { village: caoping });
  expect(found.village).toEqual(before.village);
});

test('a town takes its villages along, and its wards', async () => {
  const before = (await api.nobody.call(divisions, {})).towns.find(({ code }) => code === '330822104');
  const { ok, said } = await act('330822104000,330822014000,白石街道\n');
  expect([ok, said[0]]).toEqual([
    true,
    expect.stringContaining(`1 个乡镇街道、${before?.villages.length} 个村和社区换了代码`),
  ]);
  await later();
  const town = (await api.nobody.call(divisions, {})).towns.find(({ code }) => code === '330822014');
  expect(town?.name).toBe('白石街道');
  expect(town?.villages.map(({ name }) => name)).toEqual(before?.villages.map(({ name }) => name));
  expect(await villageRow(id)).toEqual({ village: xintangling.replace('330822104', '330822014') });
  expect((await api.nobody.call(findByPlace, { village: caoping })).town.code).toBe('330822014');
});

test('a county becomes a city: all its codes change, what was printed and what phones keep stays good', async () => {
  const { code, id: deputyId } = deputyNamed('徐示例');
  const { ok, said } = await act('330822000000,330883000000\n', { name: '常山市' });
  expect(ok).toBe(true);
  expect(said.join('\n')).toContain('县的代码现在是 330883。手机、代表码、邀请码里还是用 330822');
  await later();
  expect(await api.nobody.call(county, {})).toMatchObject({
    jurisdiction: COUNTY,
    name: '常山市',
    congressName: '常山市人大常委会',
  });
  const { towns } = await api.nobody.call(divisions, {});
  expect(towns.every(({ code }) => code.startsWith('330883'))).toBe(true);
  expect((await api.nobody.call(findByPlace, { village: caoping })).village.code).toMatch(/^330883014/);
  expect((await api.nobody.call(deputy, { id: deputyId })).villageCodes[0]).toMatch(/^330883/);
  expect((await fetch(linkOf(api.url, COUNTY, code))).status).toBe(200);
  await act('330883000000,330882000000,金川市\n');
  await later();
  expect((await api.nobody.call(county, {})).name).toBe('金川市');
  await act('330882000000,330883000000\n', { name: '常山市' });
  const { said: again } = await act('330883014000,330883104000\n');
  expect(again[0]).toContain('1 个乡镇街道');
});
