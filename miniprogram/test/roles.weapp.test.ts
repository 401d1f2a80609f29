import { seedDepartments } from '../../functions/local/seed/departments';
import { COUNTY, testApi } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import { stations } from '../../shared/directory/contract';
import { collectQrSignIn, grant, invite, openQrSignIn } from '../../shared/identity/contract';
import { qrSignInLink } from '../../shared/identity/rules';
import { addDays, dayOf } from '../../shared/kernel/days';
import { enteredFor, enterFor, follow } from '../../shared/requests/contract';
import { cutAt, type Phone, telephones } from './phone';

const WORDS = '老屋后面的水沟堵了，一下雨就往屋里灌。';
const PHOTO = jpegOf({ width: 64, height: 48 });
const DAY_MS = 86_400_000;
const ME = { path: 'pages/me/index' };

const api = testApi();
const openPhone = telephones(api);

/** Somebody on their own page. */
function phoneOf(person: string): Phone {
  const phone = openPhone(person);
  phone.start(ME);
  return phone;
}

async function addPhotos(phone: Phone, count: number): Promise<void> {
  phone.device.shots = Array.from({ length: count }, () => ({ bytes: PHOTO, width: 64, height: 48 }));
  await phone.tap('加照片');
  await phone.see(`${count} 张，最多 9 张`);
}

/** From the first question to what is read out. */
async function enter(phone: Phone, name: string, slip = '', photos = 0): Promise<void> {
  await phone.see('替谁登记？');
  await phone.write('怎么称呼他', name);
  if (slip) await phone.write('纸条编号', slip);
  await phone.tap('下一步');
  await phone.write('什么事', WORDS);
  if (photos) await addPhotos(phone, photos);
  await phone.tap('下一步');
  await phone.tap('水：喝的水、灌溉、河');
  await phone.tap('下一步');
  await phone.see('您是这个村的民主监督员');
  await phone.tap(/^哪位代表都行/);
  await phone.tap('下一步');
  await phone.see('谁能看到？');
  await phone.tap('念一遍，再送出');
  await phone.see('念给他听，对吗？');
}

describe('领身份', () => {
  let code: string;
  let xin: Phone;

  beforeAll(async () => {
    await seedDepartments(api.services);
    const admin = await api.signedIn('admin');
    const { stations: all } = await admin.call(stations, {});
    const stationId = all.find(({ name }) => name === '辉埠镇代表联络站')?.id ?? '';
    const { id } = await admin.call(grant, { role: 'clerk', name: '温示例', stationId, reason: '主任交代的' });
    code = (await admin.call(invite, { id })).code;
    xin = phoneOf('xin');
  });

  test('who is nothing else sees no entries of others, and what a code looks like', async () => {
    await xin.see('领身份');
    expect(xin.words()).not.toContain('替人登记');
    expect(xin.words()).not.toContain('扫电脑上的码');
    await xin.tap(/^领身份/);
    await xin.write('邀请码', 'OIL');
    await xin.tap('领身份');
    await xin.see('邀请码是 8 位字母和数字');
  });

  test('a wrong one is said beside the field; the right one, however typed, names the role', async () => {
    await xin.write('邀请码', code === '00000000' ? '11111111' : '00000000');
    xin.online(false);
    await xin.tap('用微信手机号确认，领身份');
    await xin.see('现在没有网，还没领到');
    xin.online(true);
    await xin.tap('用微信手机号确认，领身份');
    await xin.tap('同意，往下走');
    await xin.see('邀请码不对，或者已经用过了');
    await xin.write('邀请码', `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
    xin.online(false);
    await xin.tap('领身份');
    await xin.see('现在没有网，还没领到');
    xin.online(true);
    await xin.tap('领身份');
    await xin.see('领到了');
    expect(xin.words()).toContain('联络站工作人员');
    expect(xin.words()).toContain('辉埠镇代表联络站');
    await xin.tap('去看看能做什么');
    await xin.arrive('pages/me/index');
    await xin.see('我的身份');
    await xin.see('替人登记');
    expect(xin.words()).not.toContain('到工作台');
  });

  test('whose number the roster has needs no code: the number alone is enough', async () => {
    const wu = phoneOf('wu');
    await wu.tap(/^领身份/);
    await wu.see('不用邀请码');
    await wu.tap('用微信手机号确认');
    await wu.tap('同意，往下走');
    await wu.see('领到了');
    expect(wu.words()).toContain('代表');
  });

  test('somebody of a department comes to its page: what it is for, who else is of it, and that nothing waits', async () => {
    const cao = phoneOf('cao');
    await cao.tap(/^领身份/);
    await cao.tap('用微信手机号确认');
    await cao.tap('同意，往下走');
    await cao.see('领到了');
    expect(cao.words()).toContain('县民政局');
    await cao.tap('去看看能做什么');
    await cao.arrive('pages/me/index');
    await cao.see('扫电脑上的码');
    expect(cao.words()).not.toContain('替人登记');
    await cao.tap(/县交通运输局$/);
    await cao.arrive('identity/pages/department/index');
    await cao.see('管公路、桥、公交车和村里的班车');
    for (const words of ['方示办', '就是您', '没有等着答的意见、要改的事']) expect(cao.words()).toContain(words);
  });

  test('a message of a new role leads to what it brings', async () => {
    await api.runSchedules();
    xin.start({ path: 'notifications/pages/list/index' });
    await xin.tap(/联络站工作人员|身份/);
    await xin.arrive('pages/me/index');
  });
});

test('what nobody came back for in a month goes with its photos, once something else is begun', async () => {
  const jian = phoneOf('jian');
  jian.device.consented = true;
  await jian.tap(/^替人登记/);
  await jian.write('怎么称呼他', '李大爷');
  await jian.tap('下一步');
  await addPhotos(jian, 1);
  expect(jian.device.files.size).toBe(1);
  const { storage } = jian.device;
  const [name, kept] = [...storage].find(([name]) => name.endsWith('.enterFor')) ?? ['', '{}'];
  const form = JSON.parse(kept);
  storage.set(name, JSON.stringify({ ...form, at: form.at - 31 * DAY_MS }));
  jian.start(ME);
  await jian.tap(/^替人登记/);
  await jian.see('替谁登记？');
  await jian.write('怎么称呼他', '王大妈');
  await jian.tap('下一步');
  await jian.see('可不加，最多 9 张');
  expect(jian.device.files.size).toBe(0);
});

describe('替人登记', () => {
  let jian: Phone;
  const open = async () => (await (await api.signedIn('jian')).call(enteredFor, { state: 'with_deputy' })).items;

  test('without a network all of it stays with its photos, over a restart too, and then goes once', async () => {
    const before = (await open()).length;
    jian = phoneOf('jian');
    jian.device.consented = true;
    await jian.see('民主监督员');
    await jian.see('草坪村');
    await jian.tap(/^替人登记/);
    await enter(jian, '陈大伯', 'A-017', 2);
    const uploads = () => jian.device.sent.filter(({ method }) => method === 'UPLOAD').length;
    const cut = cutAt(jian, (path) => path.endsWith(enterFor.path));
    await jian.tap('登记，送出');
    await cut;
    await jian.see('还没登记上');
    expect(uploads()).toBe(2);
    jian.online(true);
    jian.device.losesReplies = true;
    await jian.tap('登记，送出');
    await jian.see('还没登记上');
    jian.device.losesReplies = false;
    jian.start({ path: 'requests/pages/enter/index' });
    await jian.see('念给他听，对吗？');
    expect(jian.words()).toContain('纸条 A-017');
    await jian.tap('登记，送出');
    await jian.see('登记好了');
    expect(uploads()).toBe(2);
    expect(jian.device.files.size).toBe(0);
    expect(jian.words()).toMatch(/\d{4} \d{4} \d/);
    expect(jian.words()).toContain('请陈大伯记下编号');
    const now = await open();
    expect(now).toHaveLength(before + 1);
    const { pictures } = await (await api.signedIn('jian')).call(follow, { id: now[0]?.id ?? '' });
    expect(pictures).toHaveLength(2);
  });

  test('thrown away, its photos go too, and what is written next has none', async () => {
    await jian.tap('再登记一件');
    await jian.write('怎么称呼他', '李大爷');
    await jian.tap('下一步');
    await addPhotos(jian, 1);
    jian.start({ path: 'requests/pages/enter/index' });
    await jian.see('上次替李大爷记的');
    await jian.see('1 张，最多 9 张');
    expect(jian.device.files.size).toBe(1);
    await jian.tap('扔掉，重新写');
    await jian.see('替谁登记？');
    expect(jian.device.files.size).toBe(0);
    await jian.write('怎么称呼他', '王大妈');
    await jian.tap('下一步');
    await jian.see('可不加，最多 9 张');
    await jian.tap('返回');
  });

  test('a slip that was entered before is said at its field', async () => {
    await enter(jian, '王大妈', 'A-017');
    await jian.tap('登记，送出');
    await jian.see('这个纸条编号登记过了');
    await jian.see('替谁登记？');
    await jian.write('纸条编号', 'A-018');
    expect(jian.words()).not.toContain('登记过了');
  });

  test('a telephone that is none is not taken', async () => {
    await jian.write('他的手机号', '1380000');
    await jian.tap('下一步');
    await jian.see('手机号是 11 位数字');
    await jian.write('他的手机号', '138-0000-9992');
    await jian.tap('下一步');
    await jian.see('什么事？');
  });

  test('the list leads to the matter', async () => {
    jian.start(ME);
    await jian.tap(/^我替人登记的/);
    await jian.see('等一位代表来接');
    await jian.tap('收起的');
    await jian.see('还没有收起的');
    await jian.tap('在办');
    await jian.tap(/^老屋后面的水沟堵了/);
    await jian.arrive('requests/pages/follow/index');
    await jian.see(WORDS);
  });

  test('a resident is told for whom the page is', async () => {
    const lin = phoneOf('lin');
    lin.start({ path: 'requests/pages/enter/index' });
    await lin.see('这一页给登记的人用');
  });
});

test('a link with a county leads there; one that is not there leaves the phone where it was', async () => {
  const lin = openPhone('lin');
  lin.start({ path: 'pages/home/index', query: { county: '110101' } });
  await lin.see(/常山县/);
  lin.start({ path: 'pages/home/index', query: { county: '999901' } });
  await lin.see(/示范县/);
  lin.start({ path: 'pages/home/index', query: { county: COUNTY } });
  await lin.see(/常山县/);
  const { storage } = lin.device;
  const here = storage.get('lianxin.jurisdiction') ?? '';
  lin.start({ path: 'pages/home/index', query: { county: '999901' } });
  await lin.see(/示范县/);
  // Who went home since stays there: WeChat names the same address each time it is shown.
  storage.set('lianxin.jurisdiction', here);
  lin.hide();
  lin.show();
  await lin.tap('全县联络站');
  await lin.see('白石镇代表联络站');
  expect(storage.get('lianxin.jurisdiction')).toEqual(here);
});

test('days away: whom this phone does not know as a deputy is told what to do first', async () => {
  const lin = phoneOf('lin');
  lin.start({ path: 'identity/pages/away/index' });
  await lin.see('还没领代表身份');
  expect(lin.words()).not.toContain('再试一次');
  await lin.tap('去领身份');
  await lin.arrive('identity/pages/roles/index');
});

test('days away: days that do not fit are said at their field, then kept, then taken back', async () => {
  const mao = phoneOf('mao');
  const day = (ahead: number) => addDays(dayOf(api.clock.now()), ahead);
  await mao.tap(/^外出几天/);
  await mao.see('居民看到您都在');
  await mao.tap('记下这几天');
  await mao.see('先选从哪天到哪天');
  await mao.pick('从哪天', day(5));
  await mao.pick('到哪天', day(3));
  await mao.tap('记下这几天');
  await mao.see('回来的日子要在走的日子后面');
  await mao.pick('从哪天', day(0));
  await mao.tap(/^记下.*不在$/);
  await mao.see('现在不在');
  await mao.tap(/^提前回来/);
  await mao.tap('回来了');
  await mao.see('居民看到您都在');
});

describe('电脑登录', () => {
  const open = () => api.nobody.call(openQrSignIn, {});
  const link = (code: string, county = COUNTY) => qrSignInLink('https://lianxin.example', county, code);

  test('scanned and agreed to, the computer is in; somebody else with the same code comes too late', async () => {
    const { code, secret } = await open();
    const clerk = phoneOf('clerk');
    clerk.device.scans = { result: 'https://elsewhere.example/' };
    await clerk.tap(/^扫电脑上的码/);
    await clerk.see('这不是电脑登录的码');
    clerk.device.scans = { result: link(code) };
    await clerk.tap(/^扫电脑上的码/);
    await clerk.see('登录常山县连心站的电脑？');
    expect(clerk.words()).toContain('草坪村代表联络站');
    await clerk.tap('是我，登录电脑');
    await clerk.see('电脑登录好了');
    const { me } = await api.nobody.call(collectQrSignIn, { secret });
    expect(me.name).toBe('舒示例');
    const other = phoneOf('clerk2');
    other.start({ path: 'identity/pages/qr-sign-in/index', query: { q: link(code) } });
    await other.tap('是我，登录电脑');
    await other.see('电脑上的码过期了');
  });

  test('who has no role, and a county that has none of us, are told so', async () => {
    const { code } = await open();
    const lin = phoneOf('lin');
    lin.start({ path: 'identity/pages/qr-sign-in/index', query: { code: `${COUNTY}-${code}` } });
    await lin.see('电脑上没有您能办的');
    lin.start({ path: 'identity/pages/qr-sign-in/index', query: { q: link(code, '330999') } });
    await lin.see('这里还没有开通连心站');
    lin.start({ path: 'identity/pages/qr-sign-in/index', query: { code: 'x' } });
    await lin.see('没认出这个码');
  });
});
