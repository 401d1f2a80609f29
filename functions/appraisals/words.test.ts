import { sql } from 'kysely';
import * as appraisals from '../../shared/appraisals/contract';
import type { Reply } from '../../shared/kernel/procedure';
import * as voting from '../../shared/voting/contract';
import { ORIGINALS_DAYS } from '../../shared/voting/limits';
import type { Span } from '../../shared/voting/spans';
import type { State } from '../../shared/voting/states';
import { COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { draftOf, inDays, offices, openCampaign, passDays, shutAt, withDepartments } from './testing/campaign';
import { castWords, markAll } from './testing/words';

const api = testApi();
let departments: string[];

/** What six people of one village and one of another wrote of the second department. */
const WRITTEN = [
  '公交一天两班，赶不上早上去县城看病，打 138 0000 0000 找我。',
  '路灯坏了三次，每次都说报上去了。',
  '窗口那个姓周的小姑娘态度好，就是系统老是慢。',
  '有人收了红包，我可以作证。',
  '加微信 lucky_888 买药。',
  '13800000000',
];
const ALONE = '路太窄了，两辆车过不去。';

beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});

type Office = { first: TestPhone; second: TestPhone };
const office = async (): Promise<Office> => ({ first: await api.signedIn('admin'), second: await api.signedIn('lin') });

/** An appraisal that is over and published, with these words; two of the office screen them. */
async function written(): Promise<{ id: string } & Office> {
  const before = await office();
  const draft = draftOf(departments, inDays(api, 10), { threshold: 4, electorates: ['residents'] });
  const id = await openCampaign(api, [before.first, before.second], draft);
  await expect(before.first.problem(voting.words, { id, state: 'waiting' })).resolves.toBe('poll_not_counted');
  await expect(api.nobody.problem(voting.said, { id })).resolves.toBe('not_found');
  await castWords(api, id, departments[1] ?? '', [
    ...WRITTEN.map((words) => ({ words })),
    { words: ALONE, village: '白石村' },
  ]);
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, id, api.clock.now()));
  await api.clock.advance(60_000);
  await api.runSchedules();
  const after = await office();
  for (const phone of [after.first, after.second]) await phone.call(voting.screen, { id });
  return { id, ...after };
}

type Item = Reply<typeof voting.words>['items'][number];

async function find(phone: TestPhone, id: string, begin: string, state: State = 'waiting'): Promise<Item> {
  const { items } = await phone.call(voting.words, { id, state });
  const found = items.find(({ words }) => words?.startsWith(begin));
  if (!found) throw new Error(`nobody wrote ${begin}`);
  return found;
}
const which = (id: string, { id: word, version }: { id: string; version: number }) => ({ id, word, version });

describe('screened', () => {
  test('one marks what a machine proposed, the other releases; never the same', async () => {
    const { id, first, second } = await written();
    const item = await find(first, id, '公交');
    expect(item).toMatchObject({
      station: expect.stringContaining('草坪村'),
      subject: '县交通运输局',
      acts: ['mark', 'refuse'],
    });
    expect(item.proposed).toEqual([{ from: 20, to: 33, as: '' }]);
    const spans = item.proposed as Span[];
    const marked = await first.call(voting.mark, { ...which(id, item), spans });
    expect(marked).toEqual({ state: 'marked', version: 2 });
    const next = { id, word: item.id, version: 2 };
    await expect(first.problem(voting.release, next)).resolves.toBe('screener_same');
    await expect(first.call(voting.words, { id, state: 'marked' })).resolves.toMatchObject({
      items: [
        {
          shown: '公交一天两班，赶不上早上去县城看病，打  找我。',
          acts: ['mark', 'refuse', 'reopen'],
          markedByMe: true,
        },
      ],
    });
    // The other one missed nothing of it; what they mark besides is for the first to release.
    const more: Span = { from: 18, to: 19, as: '' };
    await second.call(voting.mark, { ...next, spans: [more, ...spans] });
    await expect(second.problem(voting.release, { ...next, version: 3 })).resolves.toBe('screener_same');
    const released = await first.call(voting.release, { ...next, version: 3 });
    expect(released).toEqual({ state: 'released', version: 4 });
    await expect(first.call(voting.words, { id, state: 'released' })).resolves.toMatchObject({
      items: [{ shown: '公交一天两班，赶不上早上去县城看病，  找我。', acts: ['refuse', 'reopen'] }],
    });
  });

  test('a screen that is older says so, a press that is sent again is done once, and of two at once one is told', async () => {
    const { id, first, second } = await written();
    const item = await find(first, id, '路灯');
    const key = 'mark-key-0000000000000001';
    const marks = { ...which(id, item), spans: [] };
    const once = await first.send(voting.mark, marks, { key });
    const again = await first.send(voting.mark, marks, { key });
    expect(again.body).toEqual(once.body);
    await expect(second.problem(voting.mark, marks)).resolves.toBe('words_changed');
    await expect(second.problem(voting.release, marks)).resolves.toBe('invalid_input');
    const next = { id, word: item.id, version: 2 };
    const ends = await Promise.all([
      second.send(voting.release, next),
      first.send(voting.reopen, next),
      second.send(voting.refuse, { ...next, reason: 'abuse' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('only what fits the words is taken out, and what leaves nothing is not released', async () => {
    const { id, first, second } = await written();
    const item = await find(first, id, '1380');
    const bad = (spans: unknown) => first.problem(voting.mark, { ...which(id, item), spans: spans as Span[] });
    await expect(bad([{ from: 0, to: 12, as: '' }])).resolves.toBe('spans_bad');
    await expect(
      bad([
        { from: 3, to: 5, as: '' },
        { from: 4, to: 6, as: '' },
      ]),
    ).resolves.toBe('spans_bad');
    await expect(bad([{ from: 0, to: 2, as: '县长' }])).resolves.toBe('invalid_input');
    await first.call(voting.mark, { ...which(id, item), spans: [{ from: 0, to: 11, as: '有人' }] });
    await expect(second.problem(voting.release, { id, word: item.id, version: 2 })).resolves.toBe('words_nothing_left');
  });

  test('a report is not shown here any more; it is handed over, and that is written down', async () => {
    const { id, first, second } = await written();
    const item = await find(first, id, '有人收了');
    await first.call(voting.refuse, { ...which(id, item), reason: 'report' });
    const { items } = await second.call(voting.words, { id, state: 'refused' });
    expect(items).toMatchObject([{ id: item.id, words: null, shown: null, spans: [], refusedFor: 'report', acts: [] }]);
    await expect(second.problem(voting.reopen, { id, word: item.id, version: 2 })).resolves.toBe('words_reported');
    const to = '县纪委监委信访室';
    await expect(second.call(voting.handOver, { id, word: item.id, to })).resolves.toEqual({ words: WRITTEN[3] });
    const other = await find(first, id, '路灯');
    await expect(second.problem(voting.handOver, { id, word: other.id, to })).resolves.toBe('not_found');
    const lines = await api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .selectFrom('audit_log')
        .select(['action', 'reason', 'detail'])
        .where('object_id', '=', item.id)
        .orderBy('id')
        .execute(),
    );
    expect(lines).toEqual([
      { action: 'words.refused', reason: null, detail: {} },
      { action: 'words.handed_over', reason: to, detail: {} },
    ]);
  });

  test('nobody but the two reads a word; a third takes the place of one, who reads nothing from then on', async () => {
    const { id, first, second } = await written();
    const { items, counts } = await first.call(voting.words, { id, state: 'waiting' });
    expect([items.length, counts]).toEqual([7, { waiting: 7, marked: 0, released: 0, refused: 0 }]);
    const third = await thirdOfOffice();
    const seen = await third.call(voting.words, { id, state: 'waiting' });
    expect([seen.screens, seen.items, seen.counts.waiting]).toEqual([false, [], 7]);
    const [item] = items as [Item];
    await expect(third.problem(voting.mark, { ...which(id, item), spans: [] })).resolves.toBe('not_screener');
    await expect(third.problem(voting.screen, { id })).resolves.toBe('screeners_full');
    const { screeners: mine } = await first.call(voting.words, { id, state: 'waiting' });
    const instead = mine.find(({ me }) => me)?.id ?? '';
    const { screeners } = await third.call(voting.screen, { id, instead });
    expect(screeners.map(({ me }) => me).sort()).toEqual([false, true]);
    await expect(first.call(voting.words, { id, state: 'waiting' })).resolves.toMatchObject({
      items: [],
      screens: false,
    });
    await expect(second.call(voting.words, { id, state: 'waiting' })).resolves.toMatchObject({ screens: true });
    const clerk = await api.signedIn('clerk');
    await expect(clerk.problem(voting.words, { id, state: 'waiting' })).resolves.toBe('not_allowed');
  });

  test('the order of the page is that of random ids, and every page has its own', async () => {
    const { id, first } = await written();
    const { items } = await first.call(voting.words, { id, state: 'waiting' });
    const ids = items.map((one) => one.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.every((one) => one[14] === '4')).toBe(true);
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

async function thirdOfOffice(): Promise<TestPhone> {
  const admin = await api.signedIn('admin');
  const { grant } = await import('../../shared/identity/contract');
  const reason = '人大办同事';
  await admin.call(grant, { role: 'admin', name: '徐示例', phone: '13800000004', reason });
  return api.signedIn('xu');
}

describe('published', () => {
  test('all at once, after everything is decided; departments and everybody see nothing before', async () => {
    const { id, first, second } = await written();
    const fang = await api.signedIn('fang');
    const nothing = { publishedOn: null, total: 0, refused: { abuse: 0 }, items: [] };
    for (const phone of [fang, api.nobody])
      await expect(phone.call(voting.said, { id })).resolves.toMatchObject(nothing);
    await expect(first.problem(voting.publishWords, { id })).resolves.toBe('words_waiting');
    await markAll(id, { first, second }, { refuse: { 有人收了: 'report', 加微信: 'abuse', '1380': 'abuse' } });
    await expect(api.nobody.call(voting.said, { id })).resolves.toMatchObject(nothing);
    const published = await first.call(voting.publishWords, { id });
    await expect(second.call(voting.publishWords, { id })).resolves.toEqual(published);
    const everything = await api.nobody.call(voting.said, { id });
    expect(everything).toMatchObject({
      ...published,
      total: 4,
      refused: { abuse: 2, court: 0, report: 1 },
      next: null,
    });
    // Of one place three are left, of the other there was one: both are too few to be named.
    expect(everything.items.map(({ station }) => station)).toEqual([null, null, null, null]);
    expect(everything.items.map(({ words }) => words).sort()).toEqual(
      [
        '公交一天两班，赶不上早上去县城看病，打  找我。',
        '路灯坏了三次，每次都说报上去了。',
        '窗口的人态度好，就是系统老是慢。',
        ALONE,
      ].sort(),
    );
    expect(Object.keys(everything.items[0] ?? {}).sort()).toEqual(['electorate', 'id', 'station', 'subject', 'words']);
    await expect(fang.call(voting.said, { id, subject: departments[1] })).resolves.toMatchObject({ total: 4 });
    await expect(fang.call(voting.said, { id, subject: departments[0] })).resolves.toMatchObject({
      total: 0,
      items: [],
    });
    await expect(fang.problem(voting.said, { id, subject: id })).resolves.toBe('not_found');
    // Nothing is changed any more, but what should not be out can be taken back.
    const [out] = everything.items;
    const { items } = await first.call(voting.words, { id, state: 'released' });
    const version = items.find((one) => one.id === out?.id)?.version ?? 0;
    const step = { id, word: out?.id ?? '', version };
    await expect(second.problem(voting.reopen, step)).resolves.toBe('words_published');
    await second.call(voting.refuse, { ...step, reason: 'court' });
    await expect(api.nobody.call(voting.said, { id })).resolves.toMatchObject({ total: 3, refused: { court: 1 } });
  });

  test('a place of which enough is released is named', async () => {
    const { id, first, second } = await written();
    await markAll(id, { first, second }, { refuse: { '1380': 'abuse' } });
    await first.call(voting.publishWords, { id });
    const { items } = await api.nobody.call(voting.said, { id });
    expect(items.map(({ station }) => station?.slice(0, 3) ?? '全县').sort()).toEqual([
      '全县',
      ...Array(5).fill('草坪村'),
    ]);
  });

  test('the originals are deleted some days later, and what is shown stays', async () => {
    const { id, first, second } = await written();
    await markAll(id, { first, second }, { refuse: { '1380': 'abuse' } });
    await first.call(voting.publishWords, { id });
    const kept = () =>
      api.store.owner.inTenant(COUNTY, (tx) =>
        tx
          .selectFrom('poll_words')
          .select(['words', 'spans'])
          .where('poll_id', '=', id)
          .where('words', 'is not', null)
          .execute(),
      );
    await passDays(api, ORIGINALS_DAYS - 1);
    expect(await kept()).toHaveLength(7);
    await passDays(api, 2);
    expect(await kept()).toEqual([]);
    await expect(api.nobody.call(voting.said, { id })).resolves.toMatchObject({ total: 6 });
    const admin = await api.signedIn('admin');
    const { items } = await admin.call(voting.words, { id, state: 'released' });
    expect(items).toHaveLength(6);
    expect(items.every(({ words, shown }) => words === null && shown !== null)).toBe(true);
  });

  test('not before the numbers are out', async () => {
    const { id, first, second } = await written();
    await markAll(id, { first, second }, { refuse: { '1380': 'abuse' } });
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update poll set published_at = null where id = ${id}`.execute(tx),
    );
    await expect(first.problem(voting.publishWords, { id })).resolves.toBe('results_first');
  });
});

test('nothing anybody wrote is in the log, in what is kept of a repeated call, or in the list of who did what', async () => {
  const { id, first, second } = await written();
  await markAll(id, { first, second }, { refuse: { 有人收了: 'report', '1380': 'abuse' } });
  const kept = await api.store.owner.inTenant(COUNTY, async (tx) =>
    JSON.stringify([
      await tx.selectFrom('idempotency').selectAll().execute(),
      await tx.selectFrom('audit_log').selectAll().execute(),
      await tx.selectFrom('campaign_event').selectAll().execute(),
      await tx.selectFrom('outbox').selectAll().execute(),
    ]),
  );
  for (const text of ['138 0000 0000', '红包', '姓周的小姑娘']) {
    expect([text, kept.includes(text), api.log.some((line) => line.includes(text))]).toEqual([text, false, false]);
  }
  expect((await api.nobody.call(appraisals.results, { id })).title).toBe('2026 年度部门评议');
});
