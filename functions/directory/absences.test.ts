import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import { addDays, type Day, dayOf } from '../../shared/kernel/days';
import { clockCall } from '../platform/call';
import { COUNTY, deputyNamed, testApi, villageOf } from '../testing/api';
import { ODD_DAYS, START } from '../testing/clock';
import type { TestPhone } from '../testing/phone';
import { addresseeOf, countyDirectoryOf } from './public';

describe.each([START, ...ODD_DAYS])('from %s on', (at) => {
  const api = testApi({ at });
  /** The last day on which the deputy is away whom the demo county sends away for ten. */
  const seededEnd = addDays(dayOf(new Date(at)), 9);
  let today: Day;
  const day = (count: number) => addDays(today, count);
  let tests = 0;
  let xu: TestPhone;
  let mao: TestPhone;

  beforeEach(async () => {
    const others = sql`delete from deputy_away where deputy_id <> ${deputyNamed('郑样本').id}`;
    await api.store.owner.inTenant(COUNTY, (tx) => others.execute(tx));
    // Another minute for each test: what the directory had in mind is forgotten.
    await api.clock.set(new Date(Date.parse(at) + 60_000 * ++tests).toISOString());
    today = dayOf(api.clock.now());
    [xu, mao] = [await api.signedIn('xu'), await api.signedIn('mao')];
  });

  const awayUntil = async (name: string) =>
    (await api.nobody.call(directory.deputy, { id: deputyNamed(name).id })).awayUntil;
  const goAway = (from: number, to: number) => xu.call(directory.goAway, { from: day(from), to: day(to) });

  test('one who is away says so on the page, in the list and in the search, until the last day is over', async () => {
    const seen = async () => {
      const { deputies } = await api.nobody.call(directory.findByPlace, { village: villageOf('草坪村') });
      const found = await api.nobody.call(directory.search, { words: '郑样本' });
      return [
        await awayUntil('郑样本'),
        deputies.find(({ name }) => name === '郑样本')?.awayUntil,
        found.deputies[0]?.awayUntil,
      ];
    };
    expect(await seen()).toEqual([seededEnd, seededEnd, seededEnd]);
    expect(await awayUntil('徐示例')).toBeNull();
    api.clock.set(`${seededEnd}T15:59:00Z`);
    expect(await seen()).toEqual([seededEnd, seededEnd, seededEnd]);
    api.clock.set(`${seededEnd}T16:00:30Z`);
    expect(await seen()).toEqual([null, null, null]);
  });

  test('days away are said, seen at once, listed, and taken back', async () => {
    const later = await goAway(5, 8);
    const now = await goAway(0, 2);
    expect(now).toEqual({ id: now.id, from: today, to: day(2) });
    expect(await xu.call(directory.absences, {})).toEqual({ absences: [now, later] });
    expect(await awayUntil('徐示例')).toBe(day(2));
    expect(await xu.call(directory.comeBack, { id: now.id })).toEqual({ back: true });
    expect(await awayUntil('徐示例')).toBeNull();
    expect(await xu.call(directory.absences, {})).toEqual({ absences: [later] });
    expect(await xu.call(directory.comeBack, { id: now.id })).toEqual({ back: true });
    api.clock.set(`${day(9)}T02:00:00Z`);
    xu = await api.signedIn('xu');
    expect(await xu.call(directory.absences, {})).toEqual({ absences: [] });
  });

  test('absences that overlap or follow one another are seen as one; a gap ends it; taking one back leaves the other', async () => {
    const first = await goAway(0, 3);
    await goAway(2, 5);
    await goAway(6, 7);
    await goAway(9, 12);
    expect(await awayUntil('徐示例')).toBe(day(7));
    await xu.call(directory.comeBack, { id: first.id });
    expect(await awayUntil('徐示例')).toBeNull();
    api.clock.set(`${day(2)}T02:00:00Z`);
    expect(await awayUntil('徐示例')).toBe(day(7));
    api.clock.set(`${day(8)}T02:00:00Z`);
    expect(await awayUntil('徐示例')).toBeNull();
    api.clock.set(`${day(9)}T02:00:00Z`);
    expect(await awayUntil('徐示例')).toBe(day(12));
  });

  test('the same days are one absence, however often they are sent', async () => {
    const key = randomUUID();
    const sent = () => xu.call(directory.goAway, { from: day(1), to: day(2) }, { key });
    const first = await sent();
    expect(await sent()).toEqual(first);
    expect(await goAway(1, 2)).toEqual(first);
    expect((await xu.call(directory.absences, {})).absences).toEqual([first]);
  });

  test('days that are past, turned round, unreal or too many are refused with what to do', async () => {
    const faults = async (from: string, to: string) => {
      const { body } = await xu.send(directory.goAway, { from, to });
      const { code } = body as { code: string };
      return [code, (body as { errors: { path: string }[] }).errors.map(({ path }) => path)];
    };
    expect(await faults(day(-1), day(1))).toEqual(['days_bad', ['from']]);
    expect(await faults(day(2), day(1))).toEqual(['days_bad', ['to']]);
    expect(await faults(today, day(180))).toEqual(['days_bad', ['to']]);
    expect(await faults('2027-02-30', '2027-13-01')).toEqual(['days_bad', ['from', 'to']]);
    await goAway(0, 179);
    for (let number = 1; number < 20; number += 1) await goAway(number, number);
    expect(await faults(day(30), day(31))).toEqual(['days_bad', ['from']]);
    expect(await goAway(19, 19)).toMatchObject({ from: day(19) });
  });

  test('nobody but the deputy sees or takes back their days, and residents have none', async () => {
    const { id } = await goAway(0, 2);
    expect(await mao.call(directory.absences, {})).toEqual({ absences: [] });
    expect(await mao.problem(directory.comeBack, { id })).toBe('not_found');
    expect(await xu.problem(directory.comeBack, { id: randomUUID() })).toBe('not_found');
    const chen = await api.signedIn('chen');
    expect(await chen.problem(directory.goAway, { from: today, to: today })).toBe('not_allowed');
    expect(await api.nobody.problem(directory.absences, {})).toBe('not_signed_in');
  });

  test('what other contexts ask of the directory', async () => {
    const call = clockCall(api.services, COUNTY);
    const names = await countyDirectoryOf(call);
    const village = villageOf('草坪村');
    const [zheng, xuId, wang, ended, ofUnit] = ['郑样本', '徐示例', '汪虚拟', '范旧例', '仇示例'].map(
      (name) => deputyNamed(name).id,
    ) as [string, string, string, string, string];
    expect([names.awayUntil(zheng, today), names.awayUntil(xuId, today), names.awayUntil(randomUUID(), today)]).toEqual(
      [seededEnd, null, null],
    );
    expect(names.servingForVillage(village, today).map(({ name, levels }) => [name, levels])).toEqual([
      ['毛范例', ['town']],
      ['徐示例', ['county', 'town']],
      ['郑样本', ['county']],
      ['汪虚拟', ['city']],
      ['江拟名', ['province']],
      ['何假设', ['nation']],
    ]);
    expect(names.servingForVillage('330822999999', today)).toEqual([]);
    expect(names.servingForVillage(village, day(5 * 366))).toEqual([]);
    expect([xuId, wang, ended, ofUnit, randomUUID()].map((id) => names.isServing(id))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(names.villagesOfDeputy(xuId, today)).toContain(village);
    expect(names.villagesOfDeputy(ended, today)).toEqual([]);
    expect(names.villagesOfDeputy(ofUnit, today)).toEqual([]);
    const station = names.stationOfVillage(village);
    expect([names.stationName(station), names.stationName(null), names.stationOfVillage('330822999999')]).toEqual([
      '草坪村代表联络站',
      null,
      null,
    ]);
    expect([names.deputyName(xuId), names.deputyName(null)]).toEqual(['徐示例', null]);
    expect(await addresseeOf(call, ofUnit, village)).toMatchObject({ serving: true, covers: true, awayUntil: null });
    expect(await addresseeOf(call, zheng, village)).toMatchObject({
      serving: true,
      covers: true,
      awayUntil: seededEnd,
    });
    expect(await addresseeOf(call, ended, village)).toMatchObject({ serving: false, covers: false });
  });
});
