import { COUNTY, deputyNamed, OTHER_COUNTY, testApi } from '../../functions/testing/api';
import { linkOf, sceneOf } from '../../shared/directory/rules';
import { HOME } from './home';
import { type Phone, telephones } from './phone';

const CODE_PAGE = 'directory/pages/code/index';
const DEPUTY_PAGE = 'directory/pages/deputy/index';

const api = testApi();
const openPhone = telephones(api);
let phone: Phone;

beforeEach(() => {
  phone = openPhone('xin');
});
afterEach(() => phone.close());

const xu = deputyNamed('徐示例');
const linkTo = (code: string, county = COUNTY) => linkOf('https://lianxin.example', county, code);
const asQuery = (code: string, county?: string) => ({
  q: encodeURIComponent(linkTo(code, county)),
  scancode_time: '1795342000',
});
const asScene = (code: string, county = COUNTY) => ({ scene: encodeURIComponent(sceneOf(county, code)) });

describe('an ordinary link, scanned with WeChat', () => {
  test('opens the deputy', async () => {
    phone.start({ path: CODE_PAGE, query: asQuery(xu.code) });
    await phone.arrive(DEPUTY_PAGE);
    await phone.see('徐示例');
  });

  test('set up to open home, it opens the deputy all the same, and back leads home', async () => {
    phone.start({ query: asQuery(xu.code) });
    await phone.arrive(DEPUTY_PAGE);
    await phone.see('徐示例');
    await phone.tap('返回');
    await phone.arrive('pages/home/index');
  });

  test('that is none of ours leaves home as it is', async () => {
    phone.start({ query: { q: encodeURIComponent('https://lianxin.example/about'), scancode_time: '1795342000' } });
    await phone.see('有事，找代表。');
    expect(phone.route()).toBe('pages/home/index');
  });
});

describe('scanned inside', () => {
  test.each([
    ['a mini-program code', { path: `${CODE_PAGE}?scene=${asScene(xu.code).scene}`, result: '' }],
    ['a link that WeChat reads as a path of ours', { path: `${CODE_PAGE}?q=${asQuery(xu.code).q}&scancode_time=1` }],
    ['a link as its own text', { result: linkTo(xu.code) }],
    ['the code alone, as a key ring has it', { result: sceneOf(COUNTY, xu.code) }],
  ])('%s opens the deputy', async (_, scans) => {
    phone.device.scans = scans;
    await phone.tap('扫代表码');
    await phone.arrive(DEPUTY_PAGE);
    await phone.see('徐示例');
  });

  test.each([
    ['a parcel', { result: '6901234567892' }],
    ['letters that were cut off', { result: '%E4%B8' }],
    ['another mini-program', { path: 'pages/shop/index?scene=%E4%B8' }],
    ['a code without words', {}],
  ])('%s is no code of ours, and it can be scanned again', async (_, scans) => {
    phone.device.scans = scans;
    await phone.tap('扫代表码');
    await phone.see('没认出这个码');
    phone.device.scans = { result: linkTo(xu.code) };
    await phone.tap('再扫一次');
    await phone.arrive(DEPUTY_PAGE);
  });

  test('whoever turns back stays where they were', async () => {
    await phone.tap('扫代表码');
    expect(phone.route()).toBe('pages/home/index');
  });
});

describe('a code that leads nowhere', () => {
  test.each([
    ['that was replaced', xu.withdrawnCode ?? '', '代表换过新码了'],
    ['of a term that ended', deputyNamed('范旧例').code, '这位代表的任期到了'],
  ])('%s shows who serves the village now, where the phone knows it', async (_, code, words) => {
    phone.start({ path: CODE_PAGE, query: asQuery(code) });
    await phone.see(words);
    expect(phone.words()).not.toContain('村现在的代表');
    phone.device.storage.set(`lianxin.place.${COUNTY}`, JSON.stringify(HOME));
    phone.start({ path: CODE_PAGE, query: asQuery(code) });
    await phone.see('草坪村现在的代表');
    await phone.tap(/^毛范例/);
    await phone.arrive(DEPUTY_PAGE);
    await phone.see('身份已核对');
  });

  test('of another county says which, and the phone stays in its own', async () => {
    phone.start({ path: CODE_PAGE, query: asQuery('0000000000', OTHER_COUNTY) });
    await phone.see('这是示范县的码');
    await phone.see('那边没有这个码');
    expect(phone.device.storage.get('lianxin.jurisdiction')).toBeUndefined();
    await phone.tap('按村子找代表');
    await phone.see('白石镇');
  });

  test('of a county that is not open names what it is, with a telephone to ask', async () => {
    phone.start({ path: CODE_PAGE, query: asQuery(xu.code, '110101') });
    await phone.see('这是别的地方的码');
    await phone.tap('问联络站');
    await phone.see('白石镇代表联络站');
  });
});

test('without a network the code is asked for again when it is back', async () => {
  phone.online(false);
  phone.start({ path: CODE_PAGE, query: asScene(xu.code) });
  await phone.see('现在没有网');
  phone.online(true);
  await phone.tap('再试一次');
  await phone.arrive(DEPUTY_PAGE);
});
