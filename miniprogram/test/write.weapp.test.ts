import { deputyNamed, matterFor, testApi, villageOf } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import { follow, mine, moderate, submit, worklist } from '../../shared/requests/contract';
import { cutAt, type Phone, settle, telephones } from './phone';
import type { Shot } from './wx';

const MEGABYTE = 1024 * 1024;
const WORDS = '水塘边的护栏断了两根，小孩放学从那里过。';
const TITLE = '水塘边的护栏断了两根';
const WRITE = 'requests/pages/write/index';

const api = testApi();
const openPhone = telephones(api);

/** A telephone on which the village is known and the privacy notice was read. */
function phoneOf(person: string): Phone {
  const phone = openPhone(person);
  settle(phone);
  phone.start();
  return phone;
}

/** A photo of a phone's size, of which less is left the smaller it gets. */
function photo(): Shot {
  const bytes = Buffer.concat([jpegOf({ width: 64, height: 48 }), Buffer.alloc(5 * MEGABYTE)]);
  return { bytes, width: 4000, height: 3000, shrunk: () => jpegOf({ width: 64, height: 48 }) };
}

const toAny = (phone: Phone) => phone.tap('说件事').then(() => phone.tap(/^哪位代表都行/));

/** These are put in, and it is waited for. */
async function addPhotos(phone: Phone, ...shots: Shot[]): Promise<void> {
  phone.device.shots = [...shots];
  await phone.tap('加照片');
  await phone.see(`${shots.length} 张，最多 9 张`);
}

const isSubmit = (path: string) => path.endsWith('/requests');
const isUpload = (path: string) => path.includes('/stand-in/storage/');

async function toTheEnd(phone: Phone): Promise<void> {
  await phone.tap('下一步');
  await phone.see('在哪里？');
  await phone.tap('下一步');
  await phone.tap('路、桥、路灯');
  await phone.tap('下一步');
  await phone.tap('看一遍，再送出');
  await phone.see('这样送出，对吗？');
}

const calls = ({ device }: Phone, method: string, end: string) =>
  device.sent.filter((call) => call.method === method && call.path.endsWith(end)).length;

/** What this person's open matters are at the server, the last first. */
async function matters(person: string) {
  const phone = await api.signedIn(person);
  const { items } = await phone.call(mine, { state: 'with_deputy' });
  return Promise.all(items.map(({ id }) => phone.call(follow, { id })));
}

test('to any deputy with photos: said who sees it, made smaller, sent, and gone from the phone', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.see('跟代表说件事');
  await lin.write('什么事', WORDS);
  await addPhotos(lin, photo(), photo());
  await lin.tap('下一步');
  await lin.see('草坪村');
  await lin.tap('下一步');
  await lin.tap('路、桥、路灯');
  await lin.tap('下一步');
  await lin.see('村里别的代表');
  await lin.tap('看一遍，再送出');
  await lin.see('村里的代表，谁先接谁回');
  expect(lin.device.files.size).toBe(2);
  await lin.tap('送给代表');
  await lin.see('村里的代表都看得到，谁先接谁回');
  const [matter] = await matters('lin');
  expect(matter).toMatchObject({ deputyName: null, words: WORDS });
  expect(matter?.pictures).toHaveLength(2);
  expect(lin.device.files.size).toBe(0);
  await lin.tap('返回');
  await lin.see('等一位代表来接。');
  expect(lin.words()).not.toContain('还在手机里');
});

test('a phone that dies between the photos and the words goes on where it was: each is sent once', async () => {
  const chen = phoneOf('chen');
  await api.verifyPhone(await api.signedIn('chen'), 'chen');
  const before = (await matters('chen')).length;
  await toAny(chen);
  await chen.write('什么事', WORDS);
  await addPhotos(chen, photo(), photo());
  await toTheEnd(chen);
  // The first is there, of the second nothing, when the network goes.
  let uploads = 0;
  void cutAt(chen, (path) => isUpload(path) && ++uploads === 2);
  await chen.tap('送给代表');
  await chen.see('有网就自动送出，只送一次');
  chen.start();
  await chen.tap('我的事');
  await chen.see('还没送出。带 2 张照片。有网就自动送出，只送一次。');
  // Then both are, and it goes again before the words do.
  const cut = cutAt(chen, isSubmit);
  chen.online(true);
  await cut;
  chen.start();
  chen.online(true);
  await chen.tap('我的事');
  await chen.gone('还没送出');
  await chen.see('等一位代表来接。');
  expect(calls(chen, 'UPLOAD', '')).toBe(2);
  const all = await matters('chen');
  expect(all).toHaveLength(before + 1);
  expect(all.find(({ words }) => words === WORDS)?.pictures).toHaveLength(2);
  expect(chen.device.files.size).toBe(0);
});

test('where the reply was lost it goes again with the same photos, and there is one', async () => {
  const lin = phoneOf('lin');
  const before = (await matters('lin')).length;
  await toAny(lin);
  await lin.write('什么事', '卫生室门口的台阶缺了一块，老人容易摔。');
  await addPhotos(lin, photo());
  await toTheEnd(lin);
  lin.device.onCall = (path) => {
    if (isSubmit(path)) lin.device.losesReplies = true;
  };
  await lin.tap('送给代表');
  await lin.see('有网就自动送出，只送一次');
  lin.device.onCall = () => undefined;
  lin.device.losesReplies = false;
  await lin.tap('送给代表');
  await lin.see('送到了');
  expect(calls(lin, 'UPLOAD', '')).toBe(1);
  expect(await matters('lin')).toHaveLength(before + 1);
});

test('a double tap walks one step', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', '井盖松了，晚上有人绊倒，请来看一看。');
  await lin.tapTwice('下一步');
  await lin.see('第 2 步');
  await lin.tap('下一步');
  await lin.see('第 3 步');
});

test('photos that waited at the server for days are sent anew, and the words go with them', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', '村道转弯的地方没有镜子，会车看不见。');
  await addPhotos(lin, photo());
  await toTheEnd(lin);
  void cutAt(lin, isSubmit);
  await lin.tap('送给代表');
  await lin.see('有网就自动送出');
  api.clock.advance(3 * 86_400_000);
  lin.start();
  lin.online(true);
  await lin.tap('我的事');
  await lin.see('村道转弯的地方没有镜子');
  await lin.gone('还没送出');
  expect(calls(lin, 'UPLOAD', '')).toBe(2);
  expect((await matters('lin'))[0]?.pictures).toHaveLength(1);
});

test('a photo the server refuses is marked with the reason; pressed again, the rest goes without it', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', '公交站牌倒在路边，外地人找不到站。');
  await addPhotos(lin, photo(), { bytes: Buffer.from('no picture at all'), width: 800, height: 600 });
  await toTheEnd(lin);
  await lin.tap('送给代表');
  await lin.see('有 1 张照片用不了，已经标出来了。再点一次，就不带它送出。');
  await lin.see('用不了');
  await lin.tap('改什么事');
  await lin.see('这张图片用不了，请换一张照片');
  await toTheEnd(lin);
  await lin.tap('送给代表');
  await lin.see('送到了');
  expect((await matters('lin'))[0]?.pictures).toHaveLength(1);
});

test('what can’t be a photo of ours is said on it: too large, unreadable, no room; nine at the most', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', WORDS);
  lin.device.shots = [
    { bytes: Buffer.alloc(3 * MEGABYTE), width: 4000, height: 3000 },
    { bytes: Buffer.from('?'), width: 0, height: 0 },
  ];
  await lin.tap('加照片');
  await lin.see('太大了');
  await lin.see('有一张太大，缩不下来。');
  await lin.see('有一张打不开。');
  lin.device.full = true;
  lin.device.shots = [photo()];
  await lin.tap('加照片');
  await lin.see('手机存不下这张。');
  expect(lin.words()).not.toContain('太大了');
  lin.device.full = false;
  await lin.tap('没存下，再试一次');
  await lin.gone('存不下');
  lin.device.shots = Array.from({ length: 10 }, photo);
  await lin.tap('加照片');
  await lin.gone('加照片');
  expect(lin.device.files.size).toBe(9);
  await lin.tap('去掉第 1 张照片');
  await lin.see('加照片');
  expect(lin.device.files.size).toBe(8);
  // The photos outlive the mini-program.
  lin.start();
  await lin.tap('我的事');
  await lin.see('带 8 张照片。');
  await lin.tap(`扔掉：${TITLE}`);
  await lin.see('扔了就找不回来了。');
  await lin.tap('扔掉');
  await lin.gone('还在手机里');
  expect(lin.device.files.size).toBe(0);
});

describe('drafts', () => {
  test('several to one deputy: gone on with where it was left, kept, or thrown away after one more question', async () => {
    const lin = phoneOf('lin');
    const begin = async (words: string) => {
      lin.start({ path: WRITE, query: { deputy: deputyNamed('毛范例').id } });
      await lin.see('什么事？');
      if (words) await lin.write('什么事', words);
    };
    await begin('第一件：小学门口没有斑马线，车开得很快。');
    await lin.tap('下一步');
    await lin.see('在哪里？');
    await begin('');
    await lin.see('您还有一件没写完：第一件');
    await lin.write('什么事', '第二件：垃圾房没人收，夏天有味道。');
    await lin.gone('您还有一件没写完');
    lin.start();
    await lin.tap('我的事');
    await lin.see('还在手机里2 件');
    await lin.tap(/^第一件.*草稿/);
    await lin.see('在哪里？');
    await lin.tap('返回');
    await lin.see('什么事？');
    await lin.tap('返回');
    await lin.tap(/^扔掉：第一件/);
    await lin.tap('留着');
    await lin.tap(/^扔掉：第一件/);
    await lin.tap('扔掉');
    await lin.gone('第一件');
    await lin.see('第二件');
  });

  test('kept by an older version are still there, and can be sent', async () => {
    const lin = phoneOf('lin');
    const { id, name } = deputyNamed('毛范例');
    const input = { deputyId: id, village: villageOf('草坪村'), words: '先前写的：桥头井盖松了，夜里响。' };
    const old = {
      personId: null,
      deputyId: id,
      deputyName: name,
      key: 'mv0000-aaaaaaaaaabbbbbbbbbb',
      changedAt: 1,
      waits: false,
    };
    const rest = { category: 'road', openness: 'handlers', nameFor: 'deputy' };
    lin.device.storage.set('lianxin.drafts', JSON.stringify([{ ...old, input: { ...input, ...rest } }]));
    lin.start();
    await lin.tap('我的事');
    await lin.tap(/^先前写的.*草稿/);
    await lin.see('跟毛代表说件事');
    await toTheEnd(lin);
    await lin.tap('送给毛代表');
    await lin.see('送到了');
    expect(lin.device.storage.get('lianxin.drafts')).toBe('[]');
  });

  test('are twenty at the most', async () => {
    const lin = phoneOf('lin');
    const draft = (index: number) => ({
      ...{ personId: null, deputyId: deputyNamed('毛范例').id, deputyName: '毛范例', key: `key-${index}-aaaaaaaaaaaa` },
      ...{ changedAt: index, waits: false, input: { words: `第 ${index} 件还没写完的事` } },
    });
    lin.device.storage.set('lianxin.drafts', JSON.stringify(Array.from({ length: 20 }, (_, index) => draft(index))));
    lin.start();
    await lin.tap('说件事');
    await lin.see('手机里存了 20 件没送的');
    await lin.tap('去我的事');
    await lin.see('20 件');
  });
});

test('the first send without a network says that, not that the phone was not confirmed; the words stay', async () => {
  const xin = phoneOf('xin');
  await toAny(xin);
  await xin.write('什么事', WORDS);
  await toTheEnd(xin);
  xin.online(false);
  await xin.tap('用微信手机号确认，送出');
  await xin.see('现在没有网，还没送出。写的都在手机里，有网了再点一次。');
  xin.online(true);
  xin.start();
  await xin.tap('我的事');
  await xin.see('还在手机里');
  await xin.see(TITLE);
  // Nothing is left to write.
  await xin.see('写好了，还没送出。');
  expect(xin.words()).not.toContain('没写完');
});

test('the words suggest a kind, and nobody chooses it but who writes', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', '井盖松了，车压过去响，晚上睡不着。');
  await lin.tap('下一步');
  await lin.see('在哪里？');
  await lin.tap('下一步');
  await lin.see('路、桥、路灯像是这类');
  await lin.tap('下一步');
  await lin.see('选一类，选错了没关系。');
  await lin.tap('水：喝的水');
  await lin.tap('下一步');
  await lin.see('看一遍，再送出');
});

test('the spot can be shown on WeChat’s map; without one it is written', async () => {
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', WORDS);
  await lin.tap('下一步');
  lin.device.points = new Error('chooseLocation:fail system error');
  await lin.tap('在地图上指一指');
  await lin.see('地图没打开。请用字写一写是哪里。');
  lin.device.points = Object.assign({ latitude: 28.9, longitude: 118.5 }, { name: '草坪村文化礼堂' });
  await lin.tap('在地图上指一指');
  await lin.see('在地图上改');
  expect(lin.screen().querySelector('input')?.getAttribute('value')).toBe('草坪村文化礼堂');
});

test('to a deputy for whom nobody has signed in: said before it is sent, and afterwards who looks at it', async () => {
  const lin = phoneOf('lin');
  lin.start({ path: WRITE, query: { deputy: deputyNamed('汪虚拟').id } });
  await lin.write('什么事', WORDS);
  await toTheEnd(lin);
  await lin.see('汪代表还没有用上连心站，联络站会先看。');
  await lin.tap('送给汪代表');
  await lin.see('送到了');
  await lin.tap('看看这件事');
  await lin.see('汪代表还没有用上连心站，联络站会先看。');
});

test('a deputy who is away: said before the first word, and all three ways lead on', async () => {
  const lin = phoneOf('lin');
  const open = async () => {
    lin.start({ path: WRITE, query: { deputy: deputyNamed('郑样本').id } });
    await lin.see('郑代表这几天不在');
  };
  await open();
  await lin.tap('换一位代表');
  await lin.see('跟哪位代表说？');
  await lin.tap(/^徐示例/);
  await lin.see('跟徐代表说件事');
  await open();
  await lin.tap('哪位代表都行');
  await lin.see('跟代表说件事');
  await open();
  await lin.tap('还是跟郑代表说');
  await lin.see('跟郑代表说件事');
  await lin.write('什么事', WORDS);
  await toTheEnd(lin);
  await lin.see('郑代表这几天不在');
  // One may still change one's mind here.
  await lin.tap('改送给');
  await lin.tap(/^哪位代表都行/);
  await lin.see('村里的代表，谁先接谁回');
  await lin.tap('送给代表');
  await lin.see('送到了');
  expect((await matters('lin'))[0]?.deputyName).toBeNull();
});

test('a phone that is full: everything goes on, what was seen makes room first, and then it is said', async () => {
  const xin = phoneOf('xin');
  await xin.see('徐示例');
  const { storage } = xin.device;
  expect([...storage.keys()].some((name) => name.startsWith('lianxin.kept'))).toBe(true);
  xin.device.storageFull = true;
  await toAny(xin);
  await xin.write('什么事', '晒谷场边上的变压器没有围栏，孩子常在那里玩。');
  await xin.see('手机存满了，先别关这一页');
  expect([...storage.keys()].filter((name) => name.startsWith('lianxin.kept'))).toEqual([]);
  await xin.tap('下一步');
  await xin.see('在哪里？');
  // There is room again: with the next change it is kept.
  xin.device.storageFull = false;
  await xin.write('什么地方', '晒谷场');
  expect(storage.get('lianxin.drafts')).toContain('变压器');
  xin.device.storageFull = true;
  await xin.tap('下一步');
  await xin.tap('路、桥、路灯');
  await xin.tap('下一步');
  await xin.tap('看一遍，再送出');
  await xin.tap('用微信手机号确认，送出');
  await xin.see('送到了');
  expect(await matters('xin')).toHaveLength(1);
});

test('what stands on the board and is like it is shown after a pause, and joined in one’s own words', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const words = '上新屋井水发黄，烧开有一层白的，小孩喝了拉肚子。';
  const { id } = await chen.call(submit, matterFor('徐示例', { words, category: 'water', openness: 'public' }));
  await api.runSchedules();
  const clerk = await api.signedIn('clerk');
  await api.verifyPhone(clerk, 'clerk');
  await clerk.call(moderate, { id, publish: true });
  const lin = phoneOf('lin');
  await toAny(lin);
  await lin.write('什么事', '我家井水这几天发黄，煮开一层白，不敢喝。');
  await lin.see('有人说过差不多的');
  await lin.tap(/^上新屋井水发黄/);
  await lin.see('是一回事吗？');
  await lin.tap('是一回事，加进去');
  await lin.see('在哪里？');
  await lin.tap('下一步');
  await lin.tap('下一步');
  await lin.tap('看一遍，再送出');
  await lin.see('和这件一样');
  await lin.tap('送给代表');
  await lin.see('村里的代表都看得到，谁先接谁回');
  expect(await clerk.call(worklist, { box: 'said_same' })).toMatchObject({ items: [{ title: '我家井水这几天发黄' }] });
});
