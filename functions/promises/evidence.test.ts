import * as promises from '../../shared/promises/contract';
import * as requests from '../../shared/requests/contract';
import { demoCounty } from '../local/seed/county';
import { seedDepartments } from '../local/seed/departments';
import { COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { jpegOf, sendForm, sentPicture } from '../testing/pictures';
import { promised } from './testing/promise';

/** 凭据: pictures with which a department shows that it did what it promised. */
const api = testApi();
const BAISHI = demoCounty().stations.find(({ name }) => name.startsWith('白石镇'))?.id ?? '';
const WORDS = '顶棚 12 个都换好了。';
const people = {} as Record<'fang' | 'lu' | 'clerk' | 'clerk2' | 'admin' | 'chen', TestPhone>;

beforeAll(() => seedDepartments(api.services));
beforeEach(async () => {
  for (const key of ['fang', 'lu', 'clerk', 'clerk2', 'admin', 'chen'] as const) people[key] = await api.signedIn(key);
  await api.runSchedules();
  await verdict();
});

const verdict = (suggest = 'pass') => api.standIn.post('/picture-checks', { suggest });
const promise = () => promised(api, { stationId: BAISHI });
const done = (id: string, pictures: string[]) => ({ id, version: 1, words: WORDS, pictures });
const publicOf = async (id: string) =>
  (await api.nobody.call(promises.shown, { id })).events.flatMap(({ pictures = [] }) => pictures);
const workedBy = async (phone: TestPhone, id: string) => {
  const { promises: all } = await phone.call(promises.waiting, {});
  return all.find((one) => one.id === id);
};
const opens = async (url: string | null | undefined) => Boolean(url) && (await fetch(url ?? '')).status === 200;

/** Said to be done with one picture, of which WeChat says this. */
async function shownWith(suggest: string) {
  const id = await promise();
  const picture = await sentPicture(people.fang);
  await people.fang.call(promises.sayDone, done(id, [picture]));
  await api.runSchedules();
  await verdict(suggest);
  return { id, picture };
}

test('who looks sees a picture at once, and everybody once it was checked, in the order chosen', async () => {
  const id = await promise();
  const [first, second] = [await sentPicture(people.fang), await sentPicture(people.fang)];
  const said = await people.fang.call(promises.sayDone, done(id, [second, first]));
  expect(said.events.at(-1)?.pictures).toMatchObject([
    { id: second, checked: false, url: expect.any(String) },
    { id: first, checked: false },
  ]);
  expect(said.reviews).toEqual([]);
  const looked = await workedBy(people.clerk, id);
  expect(await opens(looked?.events.at(-1)?.pictures?.[0]?.url)).toBe(true);
  expect(await publicOf(id)).toEqual([]);
  await api.runSchedules();
  await verdict();
  const everybody = await publicOf(id);
  expect(everybody.map((one) => one.id)).toEqual([second, first]);
  expect(await opens(everybody[0]?.url)).toBe(true);
});

test('too many, one twice, one that never came, somebody else’s and one used before: nothing is said', async () => {
  const id = await promise();
  const [own, theirs] = [await sentPicture(people.fang), await sentPicture(people.lu)];
  const { id: unsent } = await people.fang.call(requests.beginPicture, {});
  const end = (pictures: string[]) => people.fang.problem(promises.sayDone, done(id, pictures));
  expect(await end(Array(10).fill(own))).toBe('invalid_input');
  expect(await end([own, own])).toBe('picture_taken');
  expect(await end([own, unsent])).toBe('picture_missing');
  expect(await end([own, theirs])).toBe('picture_missing');
  expect((await api.nobody.call(promises.shown, { id })).state).toBe('promised');
  await people.fang.call(promises.sayDone, done(id, [own]));
  expect(await people.fang.problem(promises.sayDone, done(await promise(), [own]))).toBe('picture_taken');
});

test('a picture that is none, or too large, is refused where it is sent', async () => {
  const { id, form } = await people.fang.call(requests.beginPicture, {});
  expect(await sendForm(form, Buffer.from('<html></html>'))).toBe(204);
  expect(await people.fang.problem(requests.keepPicture, { id })).toBe('picture_bad');
  const { form: next } = await people.fang.call(requests.beginPicture, {});
  expect(await sendForm(next, Buffer.alloc(2 * 1024 * 1024 + 1))).toBe(400);
});

test('sent again after a lost reply it is said once, with its pictures once', async () => {
  const id = await promise();
  const picture = await sentPicture(people.fang, jpegOf({ width: 64, height: 48 }));
  const key = 'a-key-of-one-evidence-01';
  const [first, again] = [
    await people.fang.call(promises.sayDone, done(id, [picture]), { key }),
    await people.fang.call(promises.sayDone, done(id, [picture]), { key }),
  ];
  expect(again).toEqual(first);
  expect(first.events.at(-1)?.pictures).toHaveLength(1);
  expect(first.version).toBe(2);
});

test('what WeChat doubts waits for whoever looks, also after the look, and is public when they say so', async () => {
  const { id, picture } = await shownWith('risky');
  expect(await publicOf(id)).toEqual([]);
  await people.clerk.call(promises.look, { id, version: 2, done: true, words: '换好了。' });
  expect(await workedBy(people.clerk, id)).toMatchObject({
    state: 'kept',
    reviews: [{ picture, decisions: ['approved', 'withheld'] }],
  });
  expect(await workedBy(people.clerk2, id)).toBeUndefined();
  const step = { id, picture, decision: 'approved', reason: '是候车亭，没有人。' } as const;
  expect(await people.fang.problem(promises.reviewPicture, step)).toBe('not_allowed');
  expect(await people.clerk2.problem(promises.reviewPicture, step)).toBe('not_found');
  await people.clerk.call(promises.reviewPicture, step);
  expect((await publicOf(id)).map((one) => one.id)).toEqual([picture]);
  expect(await people.clerk.problem(promises.reviewPicture, step)).toBe('picture_decided');
  expect(await workedBy(people.clerk, id)).toBeUndefined();
});

test('one with a face on it is left off, and its address of before leads nowhere', async () => {
  const { id, picture } = await shownWith('pass');
  const [before] = await publicOf(id);
  expect(await opens(before?.url)).toBe(true);
  const step = { id, picture, reason: '照片上有人脸。' };
  await people.clerk.call(promises.reviewPicture, { ...step, decision: 'withheld' });
  expect((await workedBy(people.clerk, id))?.events.at(-1)?.pictures).toMatchObject([
    { offBoard: true, url: expect.any(String) },
  ]);
  expect(await publicOf(id)).toEqual([]);
  expect(await opens(before?.url)).toBe(false);
  await people.admin.call(promises.reviewPicture, { ...step, decision: 'approved' });
  expect(await publicOf(id)).toHaveLength(1);
});

test('one that was withheld opens for who looks and not for the department; a picture of another promise is not found', async () => {
  const { id, picture } = await shownWith('review');
  const step = { picture, decision: 'withheld', reason: '看得见门牌。' } as const;
  expect(await people.admin.problem(promises.reviewPicture, { ...step, id: await promise() })).toBe('not_found');
  await people.clerk.call(promises.reviewPicture, { ...step, id });
  const atStation = await workedBy(people.clerk, id);
  expect(await opens(atStation?.events.at(-1)?.pictures?.[0]?.url)).toBe(true);
  const { promises: own } = await people.fang.call(promises.mine, {});
  const seen = own.find((one) => one.id === id)?.events.at(-1)?.pictures;
  expect(seen).toMatchObject([{ id: picture, url: null, checked: false }]);
});

test('pictures of a promise are not swept', async () => {
  const { picture } = await shownWith('pass');
  api.clock.advance(3 * 24 * 3_600_000);
  await api.runSchedules();
  expect(await api.services.storage.get(`pictures/${COUNTY}/${picture}`, 3_000_000)).not.toBeNull();
});
