import * as directory from '../shared/directory/contract';
import { readScene } from '../shared/directory/rules';
import { addDays, countDays, dayOf, dueOn, sayDay } from '../shared/kernel/days';
import { isTrackingNumber } from '../shared/kernel/ids';
import * as notifications from '../shared/notifications/contract';
import * as requests from '../shared/requests/contract';
import { threadOf } from '../shared/requests/rules';
import { wayOf } from '../shared/requests/words';
import { workingDays } from './platform/calendar';
import { testApi, villageOf } from './testing/api';
import { ODD_DAYS, START } from './testing/clock';
import type { TestPhone } from './testing/phone';

const DAY_MS = 86_400_000;
const WORDS = '村口到文化礼堂这段路，五盏路灯坏了三盏。老人晚上去跳舞看不见。';
const TERM = { days: 15, kind: 'working' } as const;
const isWorkingDay = workingDays();

test('15 working days after Wednesday 18 November 2026, and after the Monday that follows', () => {
  expect(dueOn('2026-11-18', TERM, isWorkingDay)).toBe('2026-12-09');
  expect(dueOn('2026-11-23', TERM, isWorkingDay)).toBe('2026-12-14');
});

describe.each([START, ...ODD_DAYS])('from %s on', (at) => {
  // One connection, as a function on Lambda has: a transaction that waits for another would never end.
  const api = testApi({ at, connections: 1 });
  const day = (count: number) => addDays(dayOf(new Date(at)), count);
  const due = (from: number) => dueOn(day(from), TERM, isWorkingDay);
  const used = (from: number, to: number) => countDays(day(from), day(to), 'working', isWorkingDay);
  /** The tenth of the month, on which the demo county's stations receive. */
  const tenth = Array.from({ length: 31 }, (_, count) => day(count)).find((one) => one.endsWith('-10'));

  let xin: TestPhone;
  let xu: TestPhone;
  let deputyId: string;
  let id: string;

  const follow = (phone: TestPhone) => phone.call(requests.follow, { id });
  const eventsSeenBy = async (phone: TestPhone) => (await follow(phone)).events.map(({ kind }) => kind).reverse();
  const clockSeenBy = async (phone: TestPhone) => (await follow(phone)).clock;

  test('a resident finds the deputies of a village, nearest first, and opens one', async () => {
    const { towns } = await api.nobody.call(directory.divisions, {});
    const village = towns
      .find(({ name }) => name === '白石镇')
      ?.villages.find(({ name }) => name === '草坪村') as (typeof towns)[number]['villages'][number];
    const found = await api.nobody.call(directory.findByPlace, { village: village.code });
    expect(found.station?.name).toBe('草坪村代表联络站');
    expect(found.deputies.map(({ name, mandates }) => [name, ...mandates.map(({ seal }) => seal)])).toEqual([
      ['毛范例', '镇'],
      ['徐示例', '县', '镇'],
      ['郑样本', '县'],
      ['汪虚拟', '市'],
      ['江拟名', '省'],
      ['何假设', '国'],
    ]);
    deputyId = found.deputies[1]?.id ?? '';
    const page = await api.nobody.call(directory.deputy, { id: deputyId });
    expect(page).toMatchObject({ name: '徐示例', serving: true, station: { nextReception: { day: tenth } } });
    expect(page.villageCodes).toContain(village.code);
  });

  test("the deputy's code leads to the same deputy", async () => {
    xu = await api.signedIn('xu');
    const { scene, png } = await xu.call(directory.myCode, {});
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    const { jurisdiction = '', code = '' } = readScene(scene) ?? {};
    expect(await api.nobody.call(directory.openCode, { code }, { county: jurisdiction })).toEqual({ deputyId });
  });

  test('signs in, is asked for the phone before the first request, sends it', async () => {
    xin = await api.signedIn('xin');
    const input = {
      deputyId,
      village: villageOf('草坪村'),
      category: 'road',
      words: WORDS,
      where: '村口',
      openness: 'handlers',
      name: '辛试用',
      nameFor: 'deputy',
    } as const;
    expect(await xin.problem(requests.submit, input)).toBe('phone_needed');
    await api.verifyPhone(xin, 'xin');
    const sent = await xin.call(requests.submit, input);
    id = sent.id;
    expect(isTrackingNumber(sent.trackingNumber)).toBe(true);
    expect(sent).toMatchObject({ deputyName: '徐示例', stationName: '草坪村代表联络站', dueOn: due(0) });
    expect((await xin.call(requests.mine, { state: 'with_deputy' })).items).toMatchObject([
      { id, deputyName: '徐示例' },
    ]);
  });

  test('the deputy is told, sees it in the inbox with its clock, and opens it', async () => {
    expect((await xu.call(notifications.list, {})).items).toMatchObject([
      {
        kind: 'request_received',
        subject: { context: 'requests', id },
        title: '村口到文化礼堂这段路',
        body: `草坪村，最晚 ${sayDay(due(0))}回`,
      },
    ]);
    const { items } = await xu.call(requests.inbox, { state: 'with_deputy' });
    expect(items).toMatchObject([{ id, name: '辛试用', opened: false, dueOn: due(0), villageName: '草坪村' }]);
    expect((await xu.call(requests.counts, {})).inbox).toMatchObject({
      states: { with_deputy: 1, answered: 0 },
      dueToday: 0,
      late: 0,
      unassigned: 0,
    });
    api.clock.advance(2 * DAY_MS);
    xu = await api.signedIn('xu');
    await xu.call(requests.open, { id });
    expect(await clockSeenBy(xu)).toMatchObject({
      startedOn: day(0),
      used: used(0, 2),
      left: 15 - used(0, 2),
      late: 0,
      stoppedOn: null,
    });
  });

  test('the resident accepts a message, the deputy answers, and both ways of telling work', async () => {
    xin = await api.signedIn('xin');
    const { templates } = await xin.call(notifications.templates, {});
    const templateIds = templates.map(({ templateId }) => templateId);
    await api.standIn.post('/subscribe', { person: 'xin', templateIds });
    const choices = templates.map(({ template }) => ({ template, result: 'accept' as const }));
    expect(await xin.call(notifications.subscribe, { choices })).toEqual({ accepted: 2 });

    expect(await xu.call(requests.answer, { id, words: '明天去修。' })).toEqual({ state: 'answered', round: 1 });
    await api.runSchedules();
    expect(api.standIn.messages).toEqual([
      expect.objectContaining({
        templateId: 'test-template-progress',
        page: `requests/pages/follow/index?id=${id}`,
        data: {
          thing1: '村口到文化礼堂这段路',
          thing2: '徐代表回话了，请您看看',
          time3: inChina(api.clock.now()),
        },
      }),
    ]);
    expect(await xin.call(notifications.unread, {})).toEqual({ count: 1 });
    const [news] = (await xin.call(notifications.list, {})).items;
    expect(news).toMatchObject({ kind: 'request_answered', subject: { id }, read: false });
    expect(await xin.call(notifications.markRead, { through: news?.id ?? '' })).toEqual({ count: 0 });
  });

  const stopsOf = (page: requests.RequestPage) => threadOf(page, wayOf(page));

  test('"not solved" restarts the clock and goes back to the deputy; nobody can close over it', async () => {
    await xin.call(requests.open, { id });
    expect(stopsOf(await follow(xin)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now']);
    api.clock.advance(3 * DAY_MS);
    [xin, xu] = [await api.signedIn('xin'), await api.signedIn('xu')];
    const said = await xin.call(requests.rate, {
      id,
      round: 1,
      outcome: 'not_solved',
      attitude: 'satisfied',
      result: 'unsatisfied',
      words: '还是黑的。',
    });
    expect(said).toEqual({ state: 'with_deputy', round: 2, dueOn: due(5) });
    expect(await clockSeenBy(xin)).toMatchObject({ startedOn: day(5), used: 0, left: 15, stoppedOn: null });
    const { items } = await xu.call(requests.inbox, { state: 'with_deputy' });
    expect(items).toMatchObject([{ id, round: 2, opened: false, dueOn: due(5) }]);
    expect((await xu.call(notifications.list, {})).items[0]).toMatchObject({
      kind: 'request_rated',
      body: `居民说：没解决，最晚 ${sayDay(due(5))}回`,
    });

    const solved = { id, round: 2, outcome: 'solved' } as const;
    expect(await xu.problem(requests.rate, solved)).toBe('not_found');
    expect(await (await api.signedIn('mao')).problem(requests.rate, solved)).toBe('not_found');
    expect(await (await api.signedIn('chen')).problem(requests.rate, solved)).toBe('not_found');
    expect(await xin.problem(requests.rate, solved)).toBe('not_waiting_for_rating');
    expect(await xu.call(requests.answer, { id, words: '电线也换了，您今晚看看。' })).toEqual({
      state: 'answered',
      round: 2,
    });
    expect(await xu.problem(requests.rate, solved)).toBe('not_found');
    expect(await xin.problem(requests.rate, { ...solved, round: 1 })).toBe('answer_changed');
  });

  test('"solved" closes it, and every step is in the history in its order', async () => {
    const rating = {
      id,
      round: 2,
      outcome: 'solved',
      attitude: 'satisfied',
      result: 'mostly',
      words: '亮了。',
    } as const;
    expect(await xin.call(requests.rate, rating)).toMatchObject({ state: 'closed', round: 2 });
    const steps = ['submitted', 'registered', 'opened', 'answered', 'read', 'not_solved', 'answered', 'solved'];
    expect(await eventsSeenBy(xin)).toEqual(steps);
    expect(await eventsSeenBy(xu)).toEqual(steps);
    expect(await follow(xu)).toMatchObject({
      outcome: 'solved',
      rating: { outcome: 'solved', attitude: 'satisfied', result: 'mostly', words: '亮了。' },
      answer: { words: '电线也换了，您今晚看看。' },
    });
    expect(await xin.problem(requests.rate, rating)).toBe('request_closed');
    expect(await xin.problem(requests.supplement, { id, words: '又黑了' })).toBe('request_closed');
    expect(await xu.problem(requests.answer, { id, words: '再说一句' })).toBe('request_closed');
    expect((await xin.call(requests.mine, { state: 'closed' })).items).toMatchObject([
      { id, outcome: 'solved', closedOn: day(5) },
    ]);
  });
});

/** `2026年11月20日 10:00`, as WeChat wants a time. */
function inChina(instant: Date): string {
  const [, y, m, d, time] =
    /^(\d+)-(\d+)-(\d+)T(.{5})/.exec(new Date(instant.getTime() + 8 * 3_600_000).toISOString()) ?? [];
  return `${y}年${m}月${d}日 ${time}`;
}
