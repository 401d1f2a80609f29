import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import * as requests from '../../shared/requests/contract';
import { type Phone, telephones } from './phone';

/** One matter as everybody sees it who has a part in it: asked back, taken, passed on, withdrawn, put away by silence, said for somebody. */
const DAY_MS = 86_400_000;
const FOLLOW = 'requests/pages/follow/index';

const api = testApi();
const openPhone = telephones(api);

/** This demo person's telephone, at this matter or at the start. */
function phoneOf(person: string, id?: string): Phone {
  const phone = openPhone(person);
  if (id) phone.start({ path: FOLLOW, query: { id } });
  return phone;
}

/** Opened once more, a moment later: what came just now would not be asked again. */
function reopen(phone: Phone, id: string): void {
  api.clock.advance(1_000);
  phone.start({ path: FOLLOW, query: { id } });
}

/** The same person as the server sees them: what happened before the story begins. */
const as = (person: string): Promise<TestPhone> => api.signedIn(person);
const later = async (days: number) => {
  api.clock.advance(days * DAY_MS);
  await api.runSchedules();
};
const typedIn = ({ screen }: Phone) => screen().querySelector('textarea')?.getAttribute('value');
async function said(words: string, deputy: string | null = '毛范例'): Promise<string> {
  const changes = deputy ? { words } : { words, deputyId: undefined };
  return (await (await as('chen')).call(requests.submit, matterFor(deputy ?? '徐示例', changes))).id;
}

test('the deputy asks back, the clock stands, the resident answers, and the days that were left go on', async () => {
  const id = await said('水塘边的护栏断了两根，小孩放学从那里过。');
  await later(2);
  const mao = phoneOf('mao', id);
  await mao.tap(/^问一句/);
  await mao.see('时间停下来等居民回答');
  await mao.tap('问居民');
  await mao.see('先写几个字');
  await mao.write('问一句', '是村小后面那口塘吗？');
  // Left and come back to, the words are there.
  reopen(mao, id);
  await mao.tap(/^问一句/);
  await mao.tap('问居民');
  await mao.see('居民，代表在等回答');
  await mao.see('停着，还剩');
  await later(5);
  const chen = phoneOf('chen');
  await chen.tap('我的事');
  await chen.see('毛代表想问您一句。');
  await chen.tap('去回答：水塘边的护栏断了两根');
  await chen.see('毛代表问您');
  await chen.see('停着，还剩 13 个工作日');
  await chen.tap('回答代表');
  await chen.write('回答代表', '是的，靠学校这一边。');
  // The reply is lost on its way; pressed again it is still one answer.
  chen.device.losesReplies = true;
  await chen.tap('送出回答');
  await chen.see('现在送不出去，有网了再点一次，只算一次。');
  chen.device.losesReplies = false;
  await chen.tap('送出回答');
  await chen.gone('停着');
  await chen.see('还有 13 个工作日');
  reopen(mao, id);
  await mao.see('是的，靠学校这一边。');
  const { events } = await (await as('mao')).call(requests.follow, { id });
  expect(events.filter(({ kind }) => kind === 'supplemented')).toHaveLength(1);
});

test('before a deputy has seen it, it can be taken back; afterwards that is not offered', async () => {
  const id = await said('路边的树枝挡住了路口的监控。');
  const chen = phoneOf('chen', id);
  await chen.tap('还没有代表看，可以撤回');
  await chen.write('不说了，撤回', '村里自己弄好了');
  await chen.tap('先不撤');
  await chen.gone('为什么撤回');
  await chen.tap('补充几句');
  expect(typedIn(chen)).toBe('');
  await chen.tap('先不写');
  await chen.tap('还没有代表看，可以撤回');
  expect(typedIn(chen)).toBe('村里自己弄好了');
  await chen.see('撤回以后，代表看不到了，联络站留底。');
  await chen.tap('撤回');
  await chen.see('撤回了');
  await chen.see('想说，可以重新说一件。');
  await chen.gone('补充几句');
  await chen.tap('重新说一件');
  await chen.see('跟毛代表说件事');

  const seen = await said('桥头的井盖松了，一踩就响。');
  const slow = phoneOf('chen', seen);
  await slow.tap('还没有代表看，可以撤回');
  await (await as('mao')).call(requests.open, { id: seen });
  await slow.tap('撤回');
  await slow.see('已经有代表看过，撤不回了。可以补充几句告诉代表。');
});

test('who agreed that everybody may see it takes that back, asked once more', async () => {
  const matter = matterFor('毛范例', { words: '村口的石凳裂了，坐着扎手。', openness: 'public' });
  const { id } = await (await as('chen')).call(requests.submit, matter);
  await api.runSchedules();
  await (await as('clerk')).call(requests.moderate, { id, publish: true });
  const chen = phoneOf('chen', id);
  await chen.see('公开栏上也有，没有名字。');
  await chen.tap('不让大家看了');
  await chen.see('马上从公开栏上拿下来');
  await chen.tap('还是公开');
  await chen.gone('马上从公开栏上拿下来');
  await chen.tap('不让大家看了');
  await chen.tap('不让大家看了');
  await chen.see('您不让大家看了');
  await chen.gone('公开栏上也有');
  const { items } = await api.nobody.call(requests.board, {});
  expect(items.map((item) => item.id)).not.toContain(id);
});

test('to any deputy: each sees it without the name; who comes second hears so and is led back', async () => {
  const id = await said('公交站牌挪了地方，没写新的在哪里。', null);
  const chen = phoneOf('chen', id);
  await chen.see('还没有代表接');
  await chen.see('村里的代表都看得到，谁先接谁来回。');
  const mao = phoneOf('mao', id);
  await mao.see('名字：现在不给您看');
  const xu = phoneOf('xu');
  await xu.tap('我的事');
  await xu.tap(/^组里的 \d/);
  await xu.tap(/^看一看再接：公交站牌挪了地方/);
  await xu.tap('我来接');
  await xu.see('最晚');
  await xu.tap('回话');
  await xu.arrive('requests/pages/answer/index');
  await mao.tap('我来接');
  await mao.see('这件事已经有代表接了。');
  await mao.tap('回信箱看别的');
  await mao.arrive('pages/mine/index');
  reopen(chen, id);
  await chen.see('徐代表接了');
  await chen.see('徐代表看得到这件事');
});

test('passed on within the group, with the reason: the resident reads to whom, and never the note to the station', async () => {
  const id = await said('卫生室周末没人，配不到药。');
  const mao = phoneOf('mao', id);
  await mao.tap(/^给联络站留一句/);
  await mao.see('居民看不到。');
  await mao.write('给联络站留一句', '镇里说要等下个月。');
  await mao.tap('留下');
  await mao.see('您留了一句');
  await mao.see('镇里说要等下个月。');
  await mao.tap(/^转给别的代表/);
  await mao.tap('转过去');
  await mao.see('先选一位代表。');
  await mao.tap(/^徐示例/);
  await mao.see('写一句为什么转，居民会看到。');
  await mao.write('为什么转', '卫生室在您的选区里。');
  const asked = mao.device.sent.length;
  await mao.tap('转过去');
  await mao.see('转给徐代表了');
  await mao.tap('回信箱');
  await mao.arrive('pages/mine/index');
  // What one may not see any more is not asked for.
  expect(mao.device.sent.slice(asked).filter(({ path }) => path.includes(id) && !path.endsWith('/passing'))).toEqual(
    [],
  );
  const chen = phoneOf('chen', id);
  await chen.see('毛代表转给徐代表');
  await chen.see('卫生室在您的选区里。');
  expect(chen.words()).not.toContain('镇里说要等下个月');
  const xu = phoneOf('xu', id);
  await xu.see('镇里说要等下个月。');
});

test('silence puts it away, told beforehand; what was put away can still be said', async () => {
  const id = await said('门口的垃圾桶一直没人收。');
  await (await as('mao')).call(requests.answer, { id, words: '跟镇里说了，这周起两天收一次。' });
  const day = (await (await as('chen')).call(requests.follow, { id })).lapsesOn ?? '';
  const silence = `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日前没说，这件事就先收起来。`;
  const chen = phoneOf('chen', id);
  await chen.see(`先不说也行。${silence}`);
  await later(25);
  reopen(chen, id);
  await chen.see(silence);
  await chen.gone('先不说也行');
  await later(3);
  await later(4);
  reopen(chen, id);
  await chen.see('一直没等到您说，先收起来了。现在说还来得及');
  await chen.tap(/^没解决/);
  await chen.tap('就这样');
  await chen.see('您说没解决，已经退回毛代表重办');
});

test('who entered it for a neighbour says it for them, until they say that it is theirs', async () => {
  const { deputyId, village, category, openness, nameFor } = matterFor('毛范例');
  const matter = { deputyId, village, category, openness, nameFor, words: '宅基地的证上名字写错了一个字。' };
  const jian = await as('jian');
  const { id } = await jian.call(requests.enterFor, { ...matter, name: '余大伯', contactPhone: '13800000002' });
  const phone = phoneOf('jian', id);
  await phone.see('您替余大伯登记的。请问过他本人，再替他说。');
  await (await as('mao')).call(requests.ask, { id, words: '是哪个字写错了？' });
  reopen(phone, id);
  await phone.see('毛代表问他');
  await phone.tap('替他回答');
  await phone.write('替他回答代表', '他说是“余”字写成了“佘”字。');
  await phone.tap('送出回答');
  await phone.gone('毛代表问他');
  await (await as('mao')).call(requests.answer, { id, words: '帮他改好了，证在镇里。' });
  reopen(phone, id);
  await phone.see('他说，解决了吗？');
  await phone.see('登记时留了他的手机号，还没有本人确认。');
  // The neighbour opens WeChat, and says that it is theirs.
  const xin = await as('xin');
  await api.verifyPhone(xin, 'xin');
  await later(0);
  const own = phoneOf('xin');
  await own.tap('我的事');
  await own.see('这是您的事吗？');
  await own.gone('余大伯');
  await own.tap('是我的');
  await own.arrive(FOLLOW);
  await phone.tap(/^解决了$/);
  await phone.tap('就这样');
  await phone.see('没找到，可能已经不在了。');
  reopen(phone, id);
  await phone.see('等本人说解决了没有');
  await own.see('您说，解决了吗？');
  await own.see('姜样本替您登记');
  await own.tap(/^解决了$/);
  await own.tap('就这样');
  await own.see('您说：解决了');
});

test('a deputy finds a matter by some of its words and by its number', async () => {
  const id = await said('文化礼堂的厕所漏水，地上一直是湿的。');
  const { trackingNumber } = await (await as('mao')).call(requests.follow, { id });
  const mao = phoneOf('mao');
  await mao.tap('我的事');
  await mao.tap('找一件事');
  await mao.write('几个字，或受理编号', '厕所');
  await mao.see('找到 1 件');
  await mao.write('几个字，或受理编号', '没有人写过的话');
  await mao.see('没有写着“没有人写过的话”的');
  await mao.write('几个字，或受理编号', trackingNumber);
  await mao.tap(/^文化礼堂的厕所漏水/);
  await mao.arrive(FOLLOW);
});

test('the name stays where the resident wants it', async () => {
  const chen = await as('chen');
  const hidden = { ...matterFor('毛范例', { words: '上新屋的井水发黄，烧开有一层白的。' }), name: '陈试用' };
  const { id } = await chen.call(requests.submit, { ...hidden, nameFor: 'station' });
  const mao = phoneOf('mao', id);
  await mao.see('名字：现在不给您看');
  expect(mao.words()).not.toContain('陈试用');
  const clerk = phoneOf('clerk', id);
  await clerk.see('名字：陈试用');
});

test('what an older package kept in words of its own is asked for anew, and without a network is not there', async () => {
  const id = await said('桥栏杆上的石头松了，一碰就晃。');
  const chen = phoneOf('chen', id);
  await chen.see('桥栏杆上的石头松了');
  const { storage } = chen.device;
  const [name = ''] = [...storage.keys()].filter(
    (one) => one.startsWith('lianxin.kept.') && one.includes('requests.follow'),
  );
  const kept = storage.get(name) ?? '';
  expect(kept).toContain('"kind":"submitted"');
  const older = kept.replace('"kind":"submitted"', '"kind":"entered"');
  storage.set(name, older);
  chen.online(false);
  reopen(chen, id);
  await chen.see('现在没有网');
  chen.online(true);
  storage.set(name, older);
  reopen(chen, id);
  await chen.see('桥栏杆上的石头松了');
});

test('home in 长辈版 has one of the matters, the others are in 我的事', async () => {
  const id = await said('村口的公告牌倒了，压着路边的菜地。');
  await said('晒谷场边的水管一直漏水，地都泡软了。');
  const chen = phoneOf('chen', id);
  await chen.see('村口的公告牌倒了');
  chen.start();
  await chen.see('您的事');
  const shown = () => chen.words().match(/等您说：|等您回答：|在.代表手里。/g)?.length;
  await chen.see(/在.代表手里。.*在.代表手里。/);
  await chen.tap('长辈版');
  await chen.see('平常版');
  expect(shown()).toBe(1);
});

test('what is not there says whom to ring, and leads on', async () => {
  const chen = phoneOf('chen', '01890000-0000-7000-8000-000000000000');
  await chen.see('这里打不开');
  await chen.see('打电话给县人大');
  await chen.tap('回首页');
  await chen.arrive('pages/home/index');
});

test('“solved” pressed by a slip is taken back; later it can be said not to be so, and there is a telephone', async () => {
  const id = await said('井盖松了，车压过去响。');
  await (await as('mao')).call(requests.answer, { id, words: '已请人固定。' });
  const chen = phoneOf('chen', id);
  await chen.tap(/^解决了$/);
  await chen.tap('就这样');
  await chen.see('您说：解决了');
  await chen.see('问联络站');
  await chen.tap('撤回刚才的评价');
  await chen.see('您说，解决了吗？');
  await chen.tap(/^解决了一部分/);
  await chen.tap('就这样');
  await chen.see('您说解决了一部分，剩下的由毛代表接着办');
  const mao = phoneOf('mao', id);
  await mao.see('居民说解决了一部分，剩下的请您接着办。');
  await (await as('mao')).call(requests.answer, { id, words: '两边都固定好了。' });
  reopen(chen, id);
  await chen.tap(/^解决了$/);
  await chen.tap('就这样');
  await chen.see('您说：解决了');
  await later(3);
  reopen(chen, id);
  await chen.see('其实没解决的，最晚');
  expect(chen.words()).not.toContain('撤回刚才的评价');
  await chen.tap('其实没解决');
  await chen.write('其实没解决', '昨天又响了。');
  await chen.tap('退回重办');
  await chen.see('您说没解决，已经退回毛代表重办');
});
