import { sql } from 'kysely';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { mostAlike, sharedWords, tellingPairs } from './alike';

/** While somebody writes they see what stands on the board and is like it, and nothing else (decision 42). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const VILLAGE = villageOf('草坪村');
const OF_OTHER_STATION = '330822104206';
const ELSEWHERE = '330822105201';
const WELL = '上新屋井水发黄，烧开有一层白的，小孩喝了拉肚子。';

beforeAll(async () => {
  for (const key of ['chen', 'lin', 'xu', 'clerk']) phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'clerk']) await api.verifyPhone(as(key), key);
});

async function published(words: string, changes = {}): Promise<string> {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words, openness: 'public', ...changes }));
  await api.runSchedules();
  await as('clerk').call(requests.moderate, { id, publish: true });
  return id;
}

const similar = async (words: string, more = {}) =>
  (await as('lin').call(requests.similar, { village: VILLAGE, words, ...more })).items;
const idsOf = async (words: string, more = {}) => (await similar(words, more)).map(({ id }) => id);
const rowOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('request').select(['same_as', 'earlier_id']).where('id', '=', id).executeTakeFirstOrThrow(),
  );

test('what is like it is found by what it says, with whose hands it is in; what is not is not', async () => {
  const id = await published(WELL);
  const other = await published('村委会门口的健身器材断了一根，玩的小孩差点摔倒。');
  expect(await similar('我家井水这几天发黄，煮开一层白，')).toEqual([
    expect.objectContaining({ id, villageName: '草坪村', state: 'with_deputy', hands: expect.anything() }),
  ]);
  expect(await idsOf('门口健身器材断了，没人管')).toEqual([other]);
  expect(await idsOf('今年的医保怎么缴费，去哪里缴')).toEqual([]);
  // One word is a chance, unless it is of the same kind.
  expect(await idsOf('井水抽不上来，电费倒是涨了')).toEqual([]);
  expect(await idsOf('井水抽不上来，电费倒是涨了', { category: 'road' })).toEqual([id]);
  expect(await idsOf('草坪村')).toEqual([]);
  expect(await as('lin').problem(requests.similar, { words: '' })).toBe('invalid_input');
  expect((await api.nobody.call(requests.similar, { words: WELL })).items.map((item) => item.id)).toEqual([id]);
});

test('another town is nobody’s neighbour; who has not said where looks at the county', async () => {
  const words = '祠堂后面那棵老樟树枯了半边，台风来要砸人。';
  const id = await published(words);
  expect(await idsOf(words)).toEqual([id]);
  expect(await idsOf(words, { village: undefined })).toEqual([id]);
  expect(await idsOf(words, { village: ELSEWHERE })).toEqual([]);
});

test('what is open at another station is not offered, and takes no place of what is; once it has ended it is', async () => {
  const words = '桥头的栏杆锈断了两根，过桥的人要贴着边走。';
  const other = async () => published(words, { village: OF_OTHER_STATION, deputyId: undefined });
  const there = [await other(), await other(), await other()];
  const here = await published(`${words}小孩常在那里玩。`);
  const found = await idsOf(words);
  expect(found).toContain(here);
  expect(found.filter((id) => there.includes(id))).toEqual([]);
  expect((await idsOf(words, { village: OF_OTHER_STATION })).filter((id) => id === here)).toEqual([]);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update request set state = 'closed', outcome = 'solved', closed_on = submitted_on where id = ${there[0]}`.execute(
      tx,
    ),
  );
  expect(await idsOf(words)).toEqual(expect.arrayContaining([here, there[0]]));
});

test('what is not public, was hidden, or was taken off is never found', async () => {
  const words = '开榨油坊的阿明把废水倒进水渠，鱼都翻了肚皮。';
  const id = await published(words);
  expect(await idsOf('榨油坊倒废水')).toEqual([id]);
  await as('clerk').call(requests.hideWords, { id, words: '榨油坊的阿明', hidden: true });
  expect(await idsOf('榨油坊的阿明')).toEqual([]);
  expect(JSON.stringify(await similar('废水倒进水渠'))).not.toContain('阿明');
  await as('chen').call(requests.withdrawConsent, { id });
  expect(await idsOf('废水倒进水渠')).toEqual([]);
  await as('chen').call(requests.submit, matterFor('徐示例', { words: '后山的蓄水池裂缝漏水，菜地全泡了。' }));
  expect(await idsOf('后山蓄水池裂缝漏水')).toEqual([]);
});

test('said to be the same it is a matter of its own, that says so; of an ended one it is a new one', async () => {
  const open = await published('机耕路塌方一段，收割机过不去。');
  const joined = await as('lin').call(requests.submit, matterFor('徐示例', { sameAs: open }));
  expect(await rowOf(joined.id)).toEqual({ same_as: open, earlier_id: null });
  await as('xu').call(requests.answer, { id: open, words: '修好了。' });
  await as('chen').call(requests.rate, { id: open, round: 1, outcome: 'solved' });
  const again = await as('lin').call(requests.submit, matterFor('徐示例', { sameAs: open }));
  expect(await rowOf(again.id)).toEqual({ same_as: null, earlier_id: open });
  // It left the board in between: nothing of what was written is lost.
  await as('chen').call(requests.withdrawConsent, { id: open });
  const alone = await as('lin').call(requests.submit, matterFor('徐示例', { sameAs: open }));
  expect(await rowOf(alone.id)).toEqual({ same_as: null, earlier_id: null });
});

test('what is older than a year is another matter', async () => {
  const words = '戏台的屋瓦掉下来砸坏音响。';
  const id = await published(words);
  expect(await idsOf(words)).toEqual([id]);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update board_matter set published_at = published_at - interval '370 days' where request_id = ${id}`.execute(tx),
  );
  expect(await idsOf(words)).toEqual([]);
});

test('pairs that stand everywhere, and names of places, tell nothing', () => {
  expect(tellingPairs('草坪村的路灯坏了', ['草坪村'])).toEqual(
    ['村的', '路灯', '灯坏'].filter((pair) => pair !== '村的'),
  );
  expect(tellingPairs('我们这里的')).toEqual([]);
  const one = (id: string, shared: string[], near = 0, kind = false) => ({ id, shared, near, kind });
  const all = [one('far', ['路灯', '灯坏', '坏掉'], 1), one('near', ['路灯', '灯坏']), one('chance', ['路灯'])];
  expect(mostAlike(all, 10, 3).map(({ id }) => id)).toEqual(['near', 'far']);
  expect(mostAlike(all, 10, 1).map(({ id }) => id)).toEqual(['near']);
  const many = Array.from({ length: 20 }, (_, index) => one(`${index}`, ['路灯', '灯坏']));
  expect(mostAlike(many, 40, 3)).toEqual([]);
  expect(sharedWords('文化礼堂门口路灯坏', ['文化', '化礼', '礼堂', '路灯'], 2)).toEqual(['文化礼堂', '路灯']);
});
