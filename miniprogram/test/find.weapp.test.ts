import { seedBoundaries } from '../../functions/local/seed/boundaries';
import { COUNTY, deputyNamed, testApi } from '../../functions/testing/api';
import { linkOf } from '../../shared/directory/rules';
import { type Phone, settle, telephones } from './phone';

const api = testApi();
const openPhone = telephones(api);

const comes = () => openPhone('xin');

const placePage = 'directory/pages/place/index';
const searchBox = '村名、人名或拼音';
const look = (phone: Phone, words: string) => phone.write(searchBox, words);
const routeIs = (phone: Phone, route: string) => phone.arrive(`directory/pages/${route}/index`);

describe('where the person lives', () => {
  test('is found by initials, with the characters that were meant, and remembered', async () => {
    const xin = comes();
    xin.start({ path: placePage });
    await look(xin, 'cpc');
    await xin.see('找到 1 个地方');
    const hit = xin.screen().querySelector('.cell .highlight');
    expect(hit?.textContent).toBe('草坪村');
    await xin.tap(/^草坪村/);
    await xin.tap('就选 白石镇 草坪村');
    await xin.arrive('pages/home/index');
    await xin.see('徐示例');
    xin.start();
    await xin.see('白石镇 草坪村');
    await xin.see('共 6 位');
  });

  test('and what was chosen before is one tap away', async () => {
    const xin = comes();
    for (const [initials, name] of [
      ['caopingcun', '草坪村'],
      ['xintangling', '新塘岭村'],
    ] as const) {
      xin.start({ path: placePage });
      await look(xin, initials);
      await xin.tap(new RegExp(`^${name}`));
      await xin.tap(`就选 白石镇 ${name}`);
      await xin.arrive('pages/home/index');
    }
    xin.start({ path: placePage });
    await xin.see('选过的');
    await xin.tap('草坪村');
    await xin.tap('就选 白石镇 草坪村');
    await xin.see('白石镇 草坪村');
  });

  test('nothing of that name, and emptied again the towns are back', async () => {
    const xin = comes();
    xin.start({ path: placePage });
    await look(xin, '没有这里');
    await xin.see('没有叫“没有这里”的地方');
    await xin.see('问联络站');
    await xin.tap('清空');
    await xin.see('白石镇');
  });

  test('a deputy is found by name in the same box; the answer to older words never shows', async () => {
    const xin = comes();
    xin.start({ path: placePage });
    await look(xin, 'mao');
    await look(xin, 'zengfl');
    await xin.see('也可以找人');
    await xin.see('曾范例');
    expect(xin.words()).not.toContain('毛范例');
    await xin.tap(/曾范例/);
    await routeIs(xin, 'deputy');
    await xin.see('身份已核对');
  });

  test('without a network villages are still found, and people not: it says so', async () => {
    const xin = comes();
    xin.start({ path: placePage });
    await xin.see('白石镇');
    xin.online(false);
    await look(xin, 'cpc');
    await xin.see('没有网，先只找得到地方。');
    await xin.see('草坪村');
  });
});

describe('near me', () => {
  const here = '用我现在的位置找';

  test('without boundaries it names the nearest station and how far it is', async () => {
    const xin = comes();
    xin.start({ path: placePage });
    xin.device.points = { latitude: 28.831, longitude: 118.491 };
    await xin.tap(new RegExp(`^${here}`));
    // A place is personal: WeChat wants the notice read first.
    await xin.tap('同意，往下走');
    await xin.see(/离您最近的是草坪村代表联络站，约 \d00 米。请在下面点您住的村。/);
  });

  test('turning back changes nothing; a map that does not open and a place far away are said', async () => {
    const xin = comes();
    xin.device.consented = true;
    xin.start({ path: placePage });
    await xin.tap(new RegExp(`^${here}`));
    await xin.see(here);
    xin.device.points = new Error('chooseLocation:fail system error');
    await xin.tap(new RegExp(`^${here}`));
    await xin.see('地图没打开。请在下面找您住的村。');
    xin.device.points = { latitude: 39.9, longitude: 116.4 };
    await xin.tap(new RegExp(`^${here}`));
    await xin.see('这里不像在本县。');
  });

  test('with boundaries it is the village, and the person says that it is', async () => {
    await seedBoundaries(api.services);
    const xin = comes();
    xin.device.consented = true;
    xin.start({ path: placePage });
    xin.device.points = { latitude: 28.6, longitude: 118.4 };
    await xin.tap(new RegExp(`^${here}`));
    await xin.see('离您最近的是草坪村代表联络站，约 27 公里。');
    xin.device.points = { latitude: 28.831, longitude: 118.491 };
    await xin.tap(new RegExp(`^${here}`));
    await xin.see('您在白石镇草坪村。');
    await xin.tap('就选 白石镇 草坪村');
    await xin.see('白石镇 草坪村');
  });
});

test('who votes at work finds the unit, keeps it, and leaves it again', async () => {
  const xin = comes();
  xin.start({ path: placePage });
  await xin.tap(/按单位找$/);
  await xin.write('单位名，或拼音', 'yy');
  await xin.tap('县示例医院');
  await xin.see('仇示例');
  await xin.see('县示例医院共');
  await xin.see('一起选的：县样例中学、县示例医院');
  await xin.tap('我在这个单位，记住');
  await xin.arrive('pages/home/index');
  await xin.see('单位的代表');
  xin.start();
  await xin.see('仇示例');
  await xin.tap('换单位');
  await xin.tap('不在这个单位了');
  await xin.see('我在这个单位，记住');
  xin.start();
  await xin.see('先选您住的村');
  expect(xin.words()).not.toContain('仇示例');
});

test('a unit is found by the box of places too', async () => {
  const xin = comes();
  xin.start({ path: placePage });
  await look(xin, 'yangli');
  await xin.tap(/^县样例中学/);
  await routeIs(xin, 'unit');
  await xin.see('县样例中学共');
  await xin.see('仇示例');
});

describe('a deputy’s page', () => {
  const open = (phone: Phone, name: string) =>
    phone.start({ path: 'directory/pages/deputy/index', query: { id: deputyNamed(name).id } });

  test('says until when somebody is away, and who elected whom', async () => {
    const xin = comes();
    open(xin, '郑样本');
    await xin.see(/郑代表外出到 11 月 \d+ 日/);
    open(xin, '汪虚拟');
    await xin.see('常山县人大选出');
  });

  test('has the station with hours, telephone and map', async () => {
    const xin = comes();
    open(xin, '徐示例');
    await xin.see('下次接待日');
    await xin.tap('打电话给草坪村代表联络站');
    await xin.tap('去草坪村代表联络站怎么走');
    expect(xin.device.dialled).toEqual(['0570-0000100']);
    expect(xin.device.mapped).toEqual(['草坪村代表联络站']);
  });
});

test('every station of the county is listed', async () => {
  const xin = comes();
  xin.start({ path: 'directory/pages/stations/index' });
  await xin.see('白石镇代表联络站');
  const cards = () =>
    [...xin.screen().querySelectorAll('.card')].map((card) => card.querySelector('.strong')?.textContent);
  expect(cards()).toHaveLength(15);
  // One's own first: the village's, then the town's.
  settle(xin);
  xin.start({ path: 'directory/pages/stations/index' });
  await xin.see('白石镇代表联络站');
  expect(cards().slice(0, 2)).toEqual(['草坪村代表联络站', '白石镇代表联络站']);
  expect(cards()).toHaveLength(15);
  await xin.write('乡镇、村，或地址', '招贤');
  await xin.gone('草坪村代表联络站');
  expect(cards()).toEqual(['招贤镇代表联络站']);
  await xin.write('乡镇、村，或地址', 'zzzz');
  await xin.see('没有带“zzzz”的联络站');
});

describe('an ordinary link', () => {
  const { code } = deputyNamed('徐示例');
  const link = linkOf('https://lianxin.example/', COUNTY, code);
  const codePage = 'directory/pages/code/index';

  test('opens its deputy, where WeChat starts us with it encoded and where it is scanned inside', async () => {
    const xin = comes();
    xin.start({ path: codePage, query: { q: encodeURIComponent(link), scancode_time: '1795000000' } });
    await routeIs(xin, 'deputy');
    await xin.see('徐示例');
    xin.start();
    for (const scans of [{ result: link }, { path: `${codePage}?q=${encodeURIComponent(link)}` }]) {
      xin.device.scans = scans;
      await xin.tap('扫代表码');
      await routeIs(xin, 'deputy');
      await xin.see('徐示例');
      await xin.tap('返回');
      await xin.arrive('pages/home/index');
    }
  });

  test.each([
    ['not ours', 'https://example.com/c/nothing', '没认出这个码'],
    ['not to be decoded', 'https://lianxin.example/c/%E0%A4%A', '没认出这个码'],
    ['of a county without stations', linkOf('https://lianxin.example', '110101', code), '这是别的地方的码'],
  ])('%s is named as that, and the stations are one tap away', async (_, text, words) => {
    const xin = comes();
    xin.start({ path: codePage, query: { q: encodeURIComponent(text) } });
    await xin.see(words);
    await xin.tap('问联络站');
    await xin.see('白石镇代表联络站');
  });
});
