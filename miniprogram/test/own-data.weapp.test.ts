import { matterFor, testApi } from '../../functions/testing/api';
import { me } from '../../shared/identity/contract';
import * as requests from '../../shared/requests/contract';
import { type Phone, telephones } from './phone';

/** 我的资料 in WeChat: a copy goes out by a chat, and what is erased is this account and no other. */
const WORDS = '村口路灯坏了三盏，晚上看不见路。';
const OWN_DATA = { path: 'identity/pages/own-data/index' };
const api = testApi();
const openPhone = telephones(api);
let phone: Phone;

beforeAll(async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  await chen.call(requests.submit, matterFor('徐示例', { words: WORDS, name: '陈试用' }));
});
beforeEach(async () => {
  phone = openPhone('chen');
  await phone.tap('我的事');
  await phone.see('村口路灯坏了三盏');
  phone.start(OWN_DATA);
  await phone.see('这里存了您这些');
});
afterEach(() => phone.close());

test('a copy is sent to a chat; whoever closes the list of chats reads no fault, and a full phone says so', async () => {
  const { device } = phone;
  await phone.tap('拷一份');
  device.closesShare = true;
  await phone.tap('拷成文字');
  await phone.see('里面有您说的事，别转给不认识的人。');
  expect(device.shared).toEqual([]);
  device.closesShare = false;
  await phone.tap('拷成文字');
  await phone.see('发出去了，在那个聊天里打开。');
  await phone.tap('拷成数据，给别的软件用');
  await phone.gone('正在拷…');
  expect(device.shared.map(({ name }) => name.replace(/[\d-]+/, '-'))).toEqual(['lianxin-.txt', 'lianxin-.json']);
  expect(device.shared[0]?.text).toContain(WORDS);
  expect(device.files.size).toBe(1);
  await phone.tap('连照片一起拷');
  await phone.see('发出去了，在那个聊天里打开。');
  expect(device.shared.at(-1)).toMatchObject({ name: expect.stringMatching(/^lianxin-.*\.zip$/) });
  // Signature of a zip, as it lies on the phone.
  expect(device.shared.at(-1)?.text.slice(0, 2)).toBe('PK');
  device.full = true;
  await phone.tap('连照片一起拷');
  await phone.see('没拷成，再点一次。');
  await phone.tap('拷成文字');
  await phone.see('没拷成，再点一次。');
});

test('the reply is lost: asked again it says that it was done, and nobody who is new is signed in or erased', async () => {
  const { device } = phone;
  await phone.tap('拷一份');
  await phone.tap('拷成文字');
  await phone.see('发出去了');
  await phone.tap('全部删掉');
  await phone.see('还有 1 件事在办。');
  device.losesReplies = true;
  await phone.tap('删掉我的资料');
  await phone.see('没有网。');
  device.losesReplies = false;
  // Long enough for the access token to be over: what would renew it ended too.
  api.clock.advance(3_600_000);
  device.sent.length = 0;
  await phone.tap('删掉我的资料');
  await phone.see('名字、电话都删了');
  const paths = device.sent.map(({ path }) => path);
  expect(paths.filter((path) => /sign-in|erase/.test(path))).toEqual([]);
  expect(device.files.size).toBe(0);
  expect([...device.storage.keys()].filter((key) => key.includes('.session.'))).toEqual([]);
  expect(await (await api.signedIn('chen')).call(me, {})).not.toMatchObject({ name: '陈试用' });
});
