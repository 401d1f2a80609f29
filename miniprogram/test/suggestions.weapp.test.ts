import { seedDepartments } from '../../functions/local/seed/departments';
import {
  COSIGNERS,
  castOf,
  housing,
  seedCosigners,
  submitted,
  transport,
} from '../../functions/suggestions/testing/suggestion';
import { testApi } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import * as suggestions from '../../shared/suggestions/contract';
import { type Phone, settle, telephones } from './phone';

/** Formal suggestions on the phones of their deputies and of a department, in the compiled mini-program. */
const api = testApi();
const openPhone = telephones(api);
const LIST = 'suggestions/pages/list/index';
const ONE = 'suggestions/pages/one/index';
const WRITE = 'suggestions/pages/write/index';
const PHOTO = jpegOf({ width: 64, height: 48 });

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
});

function phoneAt(person: string, path: string, query?: Record<string, string>): Phone {
  const phone = openPhone(person);
  settle(phone);
  phone.start({ path, ...(query ? { query } : {}) });
  return phone;
}

async function addPhotos(phone: Phone, count: number, said: string): Promise<void> {
  phone.device.shots = Array.from({ length: count }, () => ({ bytes: PHOTO, width: 64, height: 48 }));
  await phone.tap('加照片');
  await phone.see(said);
}

const uploads = ({ device }: Phone) => device.sent.filter(({ method }) => method === 'UPLOAD').length;

test('a deputy writes one with photos, one is taken out, another deputy signs, and it is handed in', async () => {
  const xu = phoneAt('xu', LIST);
  await xu.tap('写一件建议');
  await xu.arrive(WRITE);
  await xu.write('题目', '上新屋、坎下接通自来水');
  await xu.write('现在怎么样', '两处十九户吃井水，十月起发黄，烧开有一层白。');
  await xu.write('该怎么办', '先查水、送水，年底前接通这两处。');
  await addPhotos(xu, 4, '3 张，最多 3 张');
  await xu.tap('去掉第 3 张照片');
  await xu.see('2 张，最多 3 张');
  await xu.tap('请谁联名，选几个');
  await xu.write('找一找', COSIGNERS.lin);
  await xu.tap(COSIGNERS.lin);
  // Without a network nothing is lost, and each photo is sent once.
  xu.online(false);
  await xu.tap('存成草稿');
  await xu.see(/没有网/);
  xu.online(true);
  await xu.tap('存成草稿');
  await xu.arrive(ONE);
  await xu.see('附件 2 张');
  await xu.see('等他回');
  expect([uploads(xu), xu.device.files.size]).toEqual([2, 0]);
  await xu.tap('接着写');
  await xu.arrive(WRITE);
  await xu.see('2 张，最多 3 张');
  await xu.tap('去掉第 2 张照片');
  await xu.see('1 张，最多 3 张');
  await addPhotos(xu, 1, '2 张，最多 3 张');
  await xu.tap('存成草稿');
  await xu.arrive(ONE);
  await xu.see('附件 2 张');
  expect(uploads(xu)).toBe(3);

  const lin = phoneAt('lin', LIST);
  await lin.tap(/^上新屋、坎下接通自来水/);
  await lin.see('请您联名');
  await lin.see('附件 2 张');
  await lin.tap('我联名');
  await lin.see('撤回联名');

  xu.start({ path: LIST });
  await xu.tap(/^上新屋、坎下接通自来水/);
  await xu.see('联名了');
  await xu.tap('送人大办公室');
  await xu.see('送出后文字不能再改。');
  await xu.tap('送出');
  await xu.see(/人大办公室，.*前交办/);
  const { items } = await (await api.signedIn('xu')).call(suggestions.mine, {});
  const sent = await (await api.signedIn('admin')).call(suggestions.show, { id: items[0]?.id ?? '' });
  expect(sent).toMatchObject({ state: 'submitted', pictures: [{}, {}], cosigners: [{ name: COSIGNERS.lin }] });
});

test('协办: a department that works on it answers whoever leads, and puts right what it said', async () => {
  const cast = await castOf(api);
  const { id, version } = await submitted(cast, { title: '坎下水管过公路的一段先挖' });
  const parts = [{ departmentId: transport(), words: '水管要穿过公路，哪天能开挖。' }];
  const together = { kind: 'advice' as const, parts };
  await cast.admin.call(suggestions.assign, { id, version, departmentId: housing(), together });
  const fang = phoneAt('fang', 'requests/pages/assigned/index');
  await fang.tap(/^协办/);
  await fang.tap(/坎下水管过公路的一段先挖/);
  await fang.arrive(ONE);
  await fang.see('您这里协办');
  await fang.see('水管要穿过公路，哪天能开挖。');
  await fang.tap('给主办意见');
  await fang.tap('送给主办');
  await fang.see(/至少写 \d+ 个字。/);
  await fang.write('您这里的意见', '公路那一段十二月初可以开挖，挖三天。');
  await fang.tap('送给主办');
  await fang.see(/给了意见/);
  await fang.tap('改一改');
  await fang.write('您这里的意见', '公路那一段十二月十日起可以开挖，挖三天。');
  await fang.tap('送给主办');
  await fang.see('公路那一段十二月十日起可以开挖，挖三天。');
  const lead = await cast.lu.call(suggestions.show, { id });
  expect(lead.parts).toMatchObject([{ state: 'given', words: '公路那一段十二月十日起可以开挖，挖三天。' }]);
});
