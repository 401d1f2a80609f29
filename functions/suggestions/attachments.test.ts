import readXlsx from 'read-excel-file/node';
import * as identity from '../../shared/identity/contract';
import * as requests from '../../shared/requests/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { printYear } from '../../shared/suggestions/contract/office';
import type { Suggestion } from '../../shared/suggestions/shown';
import { COUNTY, matterFor } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { sentPicture } from '../testing/pictures';
import { type Cast, housing, idOf, submitted, suggestionsApi, transport, writtenFor } from './testing/suggestion';

/** Photos that a deputy puts with a suggestion (附件). */
const { api, cast, later } = suggestionsApi();
const DAY_MS = 86_400_000;
const see = (phone: TestPhone, id: string) => phone.call(suggestions.show, { id });
const idsOf = ({ pictures }: Suggestion) => pictures.map(({ id }) => id);
const opens = async (url: string | null | undefined) => Boolean(url) && (await fetch(url ?? '')).status === 200;
const isThere = async (id: string) => (await api.services.storage.get(`pictures/${COUNTY}/${id}`, 3_000_000)) !== null;
const readers = async (id: string, keys: (keyof Cast)[]) => {
  const found: string[] = [];
  for (const key of keys) {
    const seen = await see(cast[key], id).catch(() => null);
    if (seen && (await opens(seen.pictures[0]?.url))) found.push(key);
  }
  return found;
};
const ALL: (keyof Cast)[] = ['xu', 'lin', 'jian', 'admin', 'lu', 'fang', 'chen'];

test('of a draft who writes and signs it sees them, in the order chosen, before anybody checked them', async () => {
  const [first, second] = [await sentPicture(cast.xu), await sentPicture(cast.xu)];
  const draft = await cast.xu.call(
    suggestions.draft,
    writtenFor({ cosigners: [idOf('单示例')], pictures: [second, first] }),
  );
  expect(draft.pictures).toMatchObject([
    { id: second, checked: false, width: 48, height: 32, url: expect.any(String) },
    { id: first, checked: false },
  ]);
  expect(await readers(draft.id, ALL)).toEqual(['xu', 'lin']);
});

test('too many, one twice, one that never came, somebody else’s, one used before: nothing is written', async () => {
  const [own, theirs] = [await sentPicture(cast.xu), await sentPicture(cast.lin)];
  const { id: unsent } = await cast.xu.call(requests.beginPicture, {});
  const before = (await cast.xu.call(suggestions.mine, {})).items.length;
  const write = (pictures: string[]) => cast.xu.problem(suggestions.draft, writtenFor({ pictures }));
  expect(await write([own, own, own, own])).toBe('invalid_input');
  expect(await write([own, own])).toBe('picture_taken');
  expect(await write([own, unsent])).toBe('picture_missing');
  expect(await write([own, theirs])).toBe('picture_missing');
  expect((await cast.xu.call(suggestions.mine, {})).items).toHaveLength(before);
  const { id, textVersion } = await cast.xu.call(suggestions.draft, writtenFor({ pictures: [own] }));
  expect(await write([own])).toBe('picture_taken');
  const other = await cast.xu.call(suggestions.draft, writtenFor());
  const edited = { ...writtenFor(), id: other.id, textVersion: other.textVersion, pictures: [own] };
  expect(await cast.xu.problem(suggestions.edit, edited)).toBe('picture_taken');
  expect(idsOf(await see(cast.xu, id))).toEqual([own]);
  // Not even with their own words may somebody else change them.
  const stranger = { ...writtenFor(), id, textVersion, pictures: [theirs] };
  expect(await cast.lin.problem(suggestions.edit, stranger)).toBe('not_found');
});

test('changed while it is a draft, also days later; whoever signed signs anew, and what is taken out goes', async () => {
  const [one, two] = [await sentPicture(cast.xu), await sentPicture(cast.xu)];
  const written = writtenFor({ cosigners: [idOf('单示例')] });
  const { id } = await cast.xu.call(suggestions.draft, { ...written, pictures: [one, two] });
  await cast.lin.call(suggestions.sign, { id, textVersion: 1 });
  // A phone of yesterday knows of none: what is there stays, and so does the signature.
  const kept = await cast.xu.call(suggestions.edit, { ...written, id, textVersion: 1 });
  expect([idsOf(kept), kept.cosigners[0]?.state]).toEqual([[one, two], 'signed']);
  const [, seen] = (await see(cast.lin, id)).pictures;
  expect(await opens(seen?.url)).toBe(true);
  await later(5);
  await api.runSchedules();
  const three = await sentPicture(cast.xu);
  const edited = { ...written, id, textVersion: 1, pictures: [three, one] };
  const key = 'a-key-of-one-edit-of-photos';
  const changed = await cast.xu.call(suggestions.edit, edited, { key });
  expect(idsOf(changed)).toEqual([three, one]);
  expect(changed).toMatchObject({ textVersion: 2, cosigners: [{ state: 'asked' }] });
  // Sent again after a lost reply it is one change.
  expect(idsOf(await cast.xu.call(suggestions.edit, edited, { key }))).toEqual([three, one]);
  expect(idsOf(await see(cast.lin, id))).toEqual([three, one]);
  await api.runSchedules();
  // Out of the draft it is nobody's, its address leads nowhere, and the file is gone.
  expect(await opens(seen?.url)).toBe(false);
  expect(await isThere(two)).toBe(false);
  expect(await isThere(one)).toBe(true);
  const again = { ...written, id, textVersion: 2, pictures: [three, one, two] };
  expect(await cast.xu.problem(suggestions.edit, again)).toBe('picture_missing');
  expect(idsOf(await cast.xu.call(suggestions.edit, { ...again, pictures: [] }))).toEqual([]);
});

test('two edits at once: one is done, and its photos are all there', async () => {
  const [one, two] = [await sentPicture(cast.xu), await sentPicture(cast.xu)];
  const { id } = await cast.xu.call(suggestions.draft, writtenFor());
  const ends = await Promise.all(
    [one, two].map((picture) =>
      cast.xu.call(suggestions.edit, { ...writtenFor(), id, textVersion: 1, pictures: [picture] }).then(
        () => null,
        ({ code }) => code,
      ),
    ),
  );
  expect(ends.sort()).toEqual([null, 'suggestion_words_changed'].sort());
  expect(idsOf(await see(cast.xu, id))).toHaveLength(1);
});

test('handed in the office sees them, assigned the departments that work on it; a resident and strangers never', async () => {
  const { id: requestId } = await cast.chen.call(requests.submit, matterFor('徐示例'));
  const picture = await sentPicture(cast.xu);
  const { id, version } = await submitted(cast, { pictures: [picture], requests: [requestId] });
  expect(await readers(id, ALL)).toEqual(['xu', 'lin', 'admin']);
  const parts = [{ departmentId: transport(), words: '公路能不能开挖。' }];
  await cast.admin.call(suggestions.assign, {
    id,
    version,
    departmentId: housing(),
    together: { kind: 'advice', parts },
  });
  expect(await readers(id, ALL)).toEqual(['xu', 'lin', 'admin', 'lu', 'fang']);
  const toResident = await cast.chen.call(suggestions.ofRequest, { id: requestId });
  expect(JSON.stringify(toResident)).not.toContain(picture);
  // Taken back from the department: it reads neither the words nor the photos.
  const seen = await see(cast.admin, id);
  await cast.admin.call(suggestions.takeBack, { id, version: seen.version, reason: '这件要水利局主办。' });
  expect(await readers(id, ALL)).toEqual(['xu', 'lin', 'admin']);
  await api.runSchedules();
  api.clock.advance(4 * DAY_MS);
  await api.runSchedules();
  expect(await isThere(picture)).toBe(true);
});

test('withdrawn they stay with the words: a draft with its lead alone, what was handed in with the office too', async () => {
  const pictures = [await sentPicture(cast.xu)];
  const draft = await cast.xu.call(suggestions.draft, writtenFor({ cosigners: [idOf('单示例')], pictures }));
  await cast.xu.call(suggestions.withdraw, { id: draft.id });
  expect(await readers(draft.id, ALL)).toEqual(['xu']);
  expect(await cast.admin.problem(suggestions.show, { id: draft.id })).toBe('not_found');
  const sent = await submitted(cast, { pictures: [await sentPicture(cast.xu)] });
  await cast.xu.call(suggestions.withdraw, { id: sent.id });
  expect(await readers(sent.id, ALL)).toEqual(['xu', 'lin', 'admin']);
});

test('one WeChat is not sure of: the office decides who sees it, and may think again', async () => {
  const pictures = [await sentPicture(cast.xu), await sentPicture(cast.xu)];
  const { id, version } = await submitted(cast, { pictures });
  const [doubted = '', sure = ''] = pictures;
  const state = (picture: string, to: 'review' | 'passed') =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx.updateTable('picture').set({ state: to }).where('id', '=', picture).execute(),
    );
  await state(doubted, 'review');
  await state(sure, 'passed');
  await cast.admin.call(suggestions.assign, { id, version, departmentId: housing() });
  expect((await see(cast.admin, id)).reviews).toEqual([{ picture: doubted, decisions: ['approved', 'withheld'] }]);
  for (const phone of [cast.xu, cast.lin, cast.lu]) expect((await see(phone, id)).reviews).toBeUndefined();
  const before = (await see(cast.lu, id)).pictures[0]?.url;
  const hide = { id, picture: doubted, decision: 'withheld', reason: '照片上有别人的脸。' } as const;
  expect(await cast.xu.problem(suggestions.reviewPicture, hide)).toBe('not_allowed');
  expect(await cast.lu.problem(suggestions.reviewPicture, hide)).toBe('not_allowed');
  expect(await cast.admin.problem(suggestions.reviewPicture, { ...hide, picture: sure })).toBe('picture_decided');
  const other = await submitted(cast, {});
  expect(await cast.admin.problem(suggestions.reviewPicture, { ...hide, id: other.id })).toBe('not_found');
  await cast.admin.call(suggestions.reviewPicture, hide);
  expect(await cast.admin.problem(suggestions.reviewPicture, hide)).toBe('picture_decided');
  expect(await readers(id, ALL)).toEqual(['admin']);
  expect(await opens(before)).toBe(false);
  expect((await see(cast.xu, id)).pictures).toMatchObject([{ url: null, checked: false }, { checked: true }]);
  expect((await see(cast.admin, id)).reviews).toEqual([{ picture: doubted, decisions: ['approved'] }]);
  await cast.admin.call(suggestions.reviewPicture, { ...hide, decision: 'approved', reason: '写信人同意了。' });
  expect(await readers(id, ALL)).toEqual(expect.arrayContaining(['xu', 'lin', 'admin', 'lu']));
  expect((await see(cast.admin, id)).reviews).toEqual([]);
});

test('the copy of what is kept of somebody counts them, and so does the report of the year', async () => {
  const { id, number } = await submitted(cast, {
    title: '附了两张照片的建议',
    pictures: [await sentPicture(cast.xu), await sentPicture(cast.xu)],
  });
  const partOf = async (phone: TestPhone) =>
    (await phone.call(identity.ownData, {})).parts.find(({ key }) => key === 'suggestions.suggestions')?.entries[0];
  expect(await partOf(cast.xu)).toMatchObject({
    title: '附了两张照片的建议',
    lines: expect.arrayContaining(['您附的照片 2 张，在建议里看得到']),
  });
  // Whoever signed did not put them there.
  expect(JSON.stringify(await partOf(cast.lin))).not.toContain('您附的照片');
  const { pictures } = await see(cast.admin, id);
  expect(pictures).toHaveLength(2);
  const { url } = await cast.admin.call(printYear, { year: Number(number?.slice(0, 4)), as: 'xlsx' });
  const sheets = await readXlsx(Buffer.from(await (await fetch(url)).arrayBuffer()));
  const [head = [], ...rows] = (sheets.at(-1)?.data ?? []) as unknown as string[][];
  const line = rows.find(([called]) => called === `闭会 ${number}`);
  expect(String(line?.[head.indexOf('附件')])).toBe('2');
});
