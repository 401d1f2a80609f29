import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { county, divisions, findByPlace } from '../../shared/directory/contract';
import { acceptInvitation, me } from '../../shared/identity/contract';
import { testApi } from '../testing/api';
import { openTestPhone } from '../testing/phone';
import { obey } from './obey';

const api = testApi();
const CITY = '370283';
const BANNER = '150223';

const fixture = (code: string) => readFileSync(join(__dirname, `../testing/divisions/${code}.csv`), 'utf8');
const asFile = (text: string) => Buffer.from(text).toString('base64');
const act = (order: unknown) =>
  obey({ database: api.store.owner, phones: api.services.phones, clock: api.clock.now }, order);
/** Half a minute later every instance knows. */
const later = () => api.clock.advance(60_000);

async function rowsOf(code: string) {
  const places = await api.store.owner.withoutTenant((tx) =>
    tx.selectFrom('division').selectAll().where('code', 'like', `${code}%`).orderBy('position').execute(),
  );
  return places.filter(({ level }) => level !== 'county');
}

test('a county-level city is set up, says what it has, and answers', async () => {
  const { ok, said } = await act({
    do: 'add',
    county: CITY,
    divisions: asFile(fixture(CITY)),
    adminPhone: '１３８ 0000-0009',
  });
  expect(ok).toBe(true);
  expect(said).toEqual([
    '建好了：平度市（370283），人大机关叫平度市人大常委会。',
    '乡镇、街道 18 个：5 个街道、12 个镇、1 个其他（平度经济开发区）。',
    '村、社区 363 个：298 个村、65 个社区。',
    expect.stringContaining('例如：东阁街道（后巷子社区'),
    '管理员 138 **** 0009：在微信小程序里点“我”→“领身份”，确认这个手机号，就是市人大办公室的人。',
  ]);
  await later();
  const phone = openTestPhone(api.url, CITY);
  expect(await phone.call(county, {})).toMatchObject({ name: '平度市', congressName: '平度市人大常委会', phone: null });
  const { towns } = await phone.call(divisions, {});
  expect(towns[0]).toMatchObject({ code: '370283001', name: '东阁街道', pinyin: 'dong ge jie dao' });
  expect(towns.flatMap(({ villages }) => villages)).toHaveLength(363);
});

test('its first administrator is whoever verifies the phone', async () => {
  const phone = await api.signedIn('admin', CITY);
  expect((await phone.call(me, {})).roles.map(({ role }) => role)).toEqual(['resident']);
  await api.verifyPhone(phone, 'admin');
  expect((await phone.call(me, {})).roles.map(({ role }) => role)).toEqual(['resident', 'admin']);
});

test('again it says what is there and changes nothing', async () => {
  const before = await rowsOf(CITY);
  const { ok, said } = await act({
    do: 'add',
    county: CITY,
    divisions: asFile(fixture(CITY)),
    adminPhone: '13800000009',
  });
  expect([ok, said[0], ...said.slice(-2)]).toEqual([
    true,
    '原来就有：平度市（370283），人大机关叫平度市人大常委会。',
    '名单和原来的一样，没有要改的。',
    '138 **** 0009 已经在市人大办公室的名单里，没有再加。',
  ]);
  expect(await rowsOf(CITY)).toEqual(before);
});

test('a phone that was verified before holds the office at once', async () => {
  const phone = await api.signedIn('lin', CITY);
  await api.verifyPhone(phone, 'lin');
  const { said } = await act({ do: 'add', county: CITY, adminPhone: '+86 138 0000 0003', adminName: '林试样' });
  expect(said.at(-1)).toBe('林试样 138 **** 0003 已经在微信里确认过这个手机号，从现在起就是市人大办公室的人。');
  expect((await phone.call(me, {})).roles.map(({ role }) => role)).toContain('admin');
});

test('a second list adds and renames, and takes nothing away', async () => {
  const list = '370283001000,东阁街道\n370283001001,后巷子新社区\n370283001099,新开社区\n';
  const { ok, said } = await act({ do: 'add', county: CITY, divisions: asFile(list) });
  expect(ok).toBe(true);
  expect(said).toEqual(
    expect.arrayContaining([
      '这次新加 1 个：新开社区。',
      '改名 1 个：后巷子社区→后巷子新社区。',
      expect.stringMatching(/^有 379 个不在这份名单里，留着没动：/),
    ]),
  );
  const rows = await rowsOf(CITY);
  expect(rows).toHaveLength(18 + 364);
  expect(rows.map(({ code }) => code)).toEqual(
    [...rows.map(({ code }) => code)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)),
  );
});

test('a banner without a phone gets an invitation, which works once', async () => {
  const { said } = await act({
    do: 'add',
    county: BANNER,
    divisions: asFile(fixture(BANNER)),
    helpPhone: '0472-0000000',
  });
  expect(said).toEqual(
    expect.arrayContaining(['乡镇、街道 12 个：7 个镇、2 个乡、3 个苏木。', '村、社区 85 个：77 个村、8 个社区。']),
  );
  const code = /^邀请码 (\w{8})：念给旗人大办公室的人/.exec(said.at(-1) ?? '')?.[1] ?? '';
  await later();
  const phone = await api.signedIn('xin', BANNER);
  await api.verifyPhone(phone, 'xin');
  await phone.call(acceptInvitation, { code });
  expect((await phone.call(me, {})).roles.map(({ role }) => role)).toContain('admin');
  expect(await phone.call(county, {})).toMatchObject({ name: '达尔罕茂明安联合旗', phone: '0472-0000000' });
  expect((await act({ do: 'add', county: BANNER })).said.join()).not.toContain('邀请码');
});

test('the counties are listed with what they have', async () => {
  const { said } = await act({ do: 'list' });
  expect(said.find((line) => line.startsWith('370283'))).toBe(
    '370283 平度市（平度市人大常委会）：18 个乡镇街道，364 个村和社区，0 个站，0 位代表，2 个身份，2 人登录过，0 件事在办',
  );
  expect(said.find((line) => line.startsWith('330822'))).toContain('常山县');
});

test('a phone typed wrong loses the office to the right one, confirmed or not', async () => {
  await act({ do: 'add', county: BANNER, adminPhone: '13800000007' });
  const twice = await act({ do: 'add', county: BANNER, adminPhone: '13800000008' });
  expect(twice.said.at(-1)).toMatch(/^请留意：旗人大办公室的名单里有 2 个手机号还没有人确认。.*--instead-of/);
  const put = (wrong: string) => act({ do: 'add', county: BANNER, adminPhone: '13800000008', insteadOf: wrong });
  expect((await put('138 0000 0007')).said).toContain('138 **** 0007 收回了，没有人用它进来过。');
  expect((await put('13800000007')).said).toContain('138 **** 0007 不在旗人大办公室的名单里，没有什么要收回。');
  expect((await put('1380000')).said).toContain('管理员的手机号写了 7 位，手机号是 11 位，请再看一看。');
  const stranger = await api.signedIn('clerk2', BANNER);
  await api.verifyPhone(stranger, 'clerk2');
  expect((await stranger.call(me, {})).roles.map(({ role }) => role)).toEqual(['resident']);
  await act({ do: 'add', county: BANNER, adminPhone: '13800000007' });
  expect((await put('13800000007')).said).toContainEqual(expect.stringContaining('有人用它进来过'));
  expect((await stranger.call(me, {})).roles.map(({ role }) => role)).toEqual(['resident']);
});

test('a county, and one of its villages, get other names; their codes stay', async () => {
  const { said } = await act({ do: 'rename', county: BANNER, name: '达茂' });
  expect(said.at(-1)).toBe('请留意：达茂不以县、市、区、旗结尾，页面和打印的东西上会把它叫作县。名称写全用 rename。');
  expect((await act({ do: 'rename', county: BANNER, name: '达茂联合旗' })).said).toHaveLength(1);
  await act({ do: 'rename', county: BANNER, place: '150223215201', name: '宝力格嘎查' });
  await later();
  const phone = openTestPhone(api.url, BANNER);
  expect(await phone.call(county, {})).toMatchObject({ name: '达茂联合旗', congressName: '达茂联合旗人大常委会' });
  expect((await phone.call(findByPlace, { village: '150223215201' })).village.name).toBe('宝力格嘎查');
  expect((await rowsOf(BANNER)).find(({ code }) => code === '150223215201')?.pinyin).toBe('bao li ge ga cha');
  expect(await act({ do: 'rename', county: BANNER, place: '150223215999', name: '没有嘎查' })).toEqual({
    ok: false,
    said: ['达茂联合旗没有代码是 150223215999 的乡镇、村。', '什么也没有写进去。改好以后再来一次。'],
  });
});

describe('what is wrong is said, and nothing is written', () => {
  const NEW = '330881';
  const good = '330881000000,江山市\n330881001000,双塔街道\n330881001001,南门社区居委会\n';

  test.each([
    ['a phone too short', { adminPhone: '1380000001' }, '管理员的手机号写了 10 位，手机号是 11 位，请再看一看。'],
    ['a phone with letters', { adminPhone: '1380000o001' }, '管理员的手机号里有不是数字的字（o），请只写 11 位数字。'],
    [
      'a telephone on a desk',
      { adminPhone: '05708888888' },
      '管理员的手机号要以 13 到 19 开头，请再看一看。座机不行：要用它在微信里确认。',
    ],
    [
      'no list',
      { divisions: undefined },
      '330881 还没有建。请给一份名单：--divisions 文件.csv（乡镇和村的代码、名称）。',
    ],
    [
      'no name anywhere',
      { divisions: asFile(good.replace('330881000000,江山市\n', '')) },
      '名单里没有县自己的一行，请把全称写上：--name 平度市。',
    ],
    [
      'another county’s list',
      { divisions: asFile(fixture(CITY)) },
      '这份名单是 370283 的，不是 330881 的。请看是不是拿错了文件，或者县的代码写错了。',
    ],
    [
      'a code twice',
      { divisions: asFile(`${good}330881001001,西门社区居委会\n`) },
      '第 4 行：代码 330881001001 在第 3 行已经有了（一个叫南门社区居委会，一个叫西门社区居委会）。请留一行，或改成对的代码。',
    ],
    ['a city of prefectures', { county: '330800' }, '这是省或者地级市的代码。县级的代码后两位不是 00，例如 370283。'],
    ['a code too short', { county: '33088' }, '县的代码是 6 位数字，例如 370283。'],
  ])('%s', async (_, wrong, reason) => {
    const order = { do: 'add', county: NEW, divisions: asFile(good), adminPhone: '13800000011', ...wrong };
    const { ok, said } = await act(
      Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined)),
    );
    expect(ok).toBe(false);
    expect(said).toContain(reason);
    expect(said.at(-1)).toBe('什么也没有写进去。改好以后再来一次。');
    expect(await rowsOf(NEW)).toEqual([]);
    expect((await act({ do: 'list' })).said.join()).not.toContain(NEW);
  });

  test('what nobody knows', async () => {
    expect((await act({ do: 'drop' })).ok).toBe(false);
    expect((await act({ do: 'list', more: 1 })).ok).toBe(false);
    expect((await act(null)).ok).toBe(false);
  });
});

test('a place that is written anew leaves alone what the same code was in another county', async () => {
  const code = '150223215201';
  const former = { jurisdiction: CITY, code, became: '370283001001', at: api.clock.now() };
  const ofCity = () =>
    api.store.owner.inTenant(CITY, (tx) =>
      tx.selectFrom('former_division').select('became').where('jurisdiction', '=', CITY).execute(),
    );
  await api.store.owner.inTenant(CITY, (tx) => tx.insertInto('former_division').values(former).execute());
  await act({ do: 'rename', county: BANNER, place: code, name: '巴音嘎查' });
  expect(await ofCity()).toEqual([{ became: former.became }]);
});
