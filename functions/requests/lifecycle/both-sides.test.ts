import { sql } from 'kysely';
import * as identity from '../../../shared/identity/contract';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Nobody is both sides of a matter, whatever role they come to or lose; and somebody always speaks for whom it is. */
const api = testApi();
const DAY_MS = 86_400_000;
const KNOWN_MS = 31_000;
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;

const signInAgain = async () => {
  for (const key of ['chen', 'lin', 'xu', 'mao', 'jian', 'clerk', 'admin']) phones[key] = await api.signedIn(key);
};
beforeEach(signInAgain);

const asOwner = (statement: ReturnType<typeof sql>) =>
  api.store.owner.inTenant(COUNTY, async (tx) => (await statement.execute(tx)).rows);
const personNamed = (name: string) => sql`(select id from person where jurisdiction = ${COUNTY} and name = ${name})`;
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const slip = (changes: object = {}) => ({ ...matterFor('徐示例'), name: '余大伯', ...changes });
const WORDS = '明天去修。';

/** @returns what gives the role back */
const withdrawSupervisor = async () => {
  const { items } = await as('admin').call(identity.memberships, { role: 'supervisor' });
  const own = items.find(({ name }) => name === '姜样本');
  await as('admin').call(identity.withdraw, { id: own?.id ?? '', reason: '搬走了' });
  await signInAgain();
  return () => asOwner(sql`update membership set withdrawn_at = null where id = ${own?.id}`);
};

describe('a deputy and their own matter', () => {
  test('entered with their own phone it is theirs once they say so: from then on they do not answer it', async () => {
    const { id } = await as('jian').call(requests.enterFor, slip({ contactPhone: '13800000004' }));
    await as('xu').call(requests.confirmContact, { id, mine: true });
    expect(await as('xu').problem(requests.answer, { id, words: WORDS })).toBe('not_found');
    expect(await page('xu', id)).toMatchObject({ viewer: 'resident', deputyName: null });
    expect((await page('mao', id)).may).toEqual(['take']);
  });

  test('what they answered before it turned out to be theirs counts for nothing: no word on it, and a new round', async () => {
    const { id } = await as('jian').call(requests.enterFor, slip());
    await as('xu').call(requests.answer, { id, words: WORDS });
    await asOwner(sql`update request set resident_id = ${personNamed('徐示例')} where id = ${id}`);
    expect(await as('xu').problem(requests.rate, { id, round: 1, outcome: 'solved' })).toBe('own_answer');
    // That it is not solved they may say: it goes to others all the same.
    const lapsed = await as('jian').call(requests.enterFor, slip());
    await as('xu').call(requests.answer, { id: lapsed.id, words: WORDS });
    await asOwner(sql`update request set resident_id = ${personNamed('徐示例')} where id = ${lapsed.id}`);
    await as('xu').call(requests.rate, { id: lapsed.id, round: 1, outcome: 'not_solved' });
    api.clock.advance(60_000);
    await api.runSchedules();
    await api.runSchedules();
    const seen = await page('xu', id);
    expect(seen).toMatchObject({ viewer: 'resident', state: 'with_deputy', round: 2, deputyName: null, answer: null });
    expect(seen.events.filter(({ kind }) => kind === 'reassigned')).toHaveLength(1);
    const told = (await as('xu').call(notifications.list, {})).items.filter((item) => item.subject?.id === id);
    expect(told.filter(({ kind }) => kind === 'request_reassigned')).toHaveLength(1);
    await as('mao').call(requests.take, { id });
    await as('mao').call(requests.answer, { id, words: WORDS });
    await as('xu').call(requests.rate, { id, round: 2, outcome: 'solved' });
  });

  test('who becomes the deputy they wrote to hands the matter to the others', async () => {
    const { id } = await as('lin').call(requests.submit, matterFor('毛范例'));
    const asked = await as('lin').call(requests.submit, matterFor('毛范例'));
    await as('mao').call(requests.ask, { id: asked.id, words: '在哪一段？' });
    const [held] = (await asOwner(sql`select person_id from membership
      where jurisdiction = ${COUNTY} and deputy_id = ${deputyNamed('毛范例').id} and withdrawn_at is null`)) as [
      { person_id: string },
    ];
    const give = (person: ReturnType<typeof sql>) =>
      asOwner(sql`update membership set person_id = ${person}
        where jurisdiction = ${COUNTY} and deputy_id = ${deputyNamed('毛范例').id} and withdrawn_at is null`);
    await give(personNamed('林试样'));
    await signInAgain();
    api.clock.advance(60_000);
    await api.runSchedules();
    expect(await page('lin', id)).toMatchObject({ viewer: 'resident', deputyName: null, state: 'with_deputy' });
    expect(await page('lin', asked.id)).toMatchObject({ deputyName: null, state: 'asked' });
    expect(await as('lin').problem(requests.take, { id })).toBe('own_matter');
    await as('xu').call(requests.take, { id });
    await give(sql`${held.person_id}`);
  });

  test('a clerk who is its deputy decides on nothing of their own answer, and reads the name as the resident chose', async () => {
    const stations = (await as('clerk').call(identity.me, {})).roles.flatMap(({ stationId }) => stationId ?? []);
    await asOwner(sql`insert into membership (jurisdiction, id, person_id, role, station_id, name, granted_at)
      select ${COUNTY}, gen_random_uuid(), ${personNamed('徐示例')}, 'clerk', id, '徐示例', ${api.clock.now()}
      from station where id = any(${stations}::uuid[])`);
    await signInAgain();
    const open = { openness: 'public', name: '陈试用', nameFor: 'station' } as const;
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例', open));
    await as('xu').call(requests.answer, { id, words: WORDS });
    await api.runSchedules();
    expect(await as('xu').problem(requests.moderate, { id, publish: true })).toBe('own_answer');
    expect(await as('xu').problem(requests.reviewContent, { id, decision: 'approved', reason: '没有问题。' })).toBe(
      'own_answer',
    );
    const line = (await as('xu').call(requests.worklist, { box: 'to_moderate' })).items.find((item) => item.id === id);
    expect(line?.name).toBeNull();
    const found = (await as('xu').call(requests.search, { words: '路灯坏了三盏' })).items.find(
      (item) => item.id === id,
    );
    expect(found?.name).toBeNull();
    // Passed on it is another's, and still their own answer.
    await as('chen').call(requests.rate, { id, round: 1, outcome: 'not_solved' });
    await as('xu').call(requests.pass, { id, deputyId: deputyNamed('毛范例').id, words: '您住得近。' });
    expect(await as('xu').problem(requests.moderate, { id, publish: true })).toBe('own_answer');
    const entered = await as('jian').call(requests.enterFor, slip());
    await as('xu').call(requests.answer, { id: entered.id, words: WORDS });
    // When the supervisor has gone the station speaks, but not they.
    const others = await as('jian').call(requests.enterFor, { ...matterFor('毛范例'), name: '余大伯' });
    const back = await withdrawSupervisor();
    expect((await page('xu', entered.id)).may).toEqual(['answer', 'numberHotline', 'note', 'print']);
    // What they said something on for the resident they neither get nor take.
    await as('xu').call(requests.supplement, { id: others.id, words: '来站里说，第三盏也不亮了。' });
    const toThemself = { id: others.id, deputyId: deputyNamed('徐示例').id, words: '我来办。' };
    expect(await as('xu').problem(requests.reassign, toThemself)).toBe('own_matter');
    await as('xu').call(requests.reassign, { id: others.id, words: '谁先接谁回。' });
    expect((await page('xu', others.id)).may).not.toContain('take');
    expect(await as('xu').problem(requests.take, { id: others.id })).toBe('own_matter');
    expect((await page('mao', others.id)).may).toContain('take');
    await back();
    await signInAgain();
    expect(await as('xu').problem(requests.rate, { id: entered.id, round: 1, outcome: 'solved' })).toBe('not_found');
    await asOwner(sql`update membership set withdrawn_at = ${api.clock.now()} where jurisdiction = ${COUNTY} and role = 'clerk'
      and person_id = ${personNamed('徐示例')}`);
    await signInAgain();
  });
});

describe('who speaks for somebody without a phone', () => {
  test('when the supervisor’s role ended, they hear nothing more, and the station speaks', async () => {
    const { id } = await as('jian').call(requests.enterFor, slip());
    const back = await withdrawSupervisor();
    const heard = async (key: string) => (await as(key).call(notifications.list, {})).items.length;
    const [before, atStation] = [await heard('jian'), await heard('clerk')];
    await as('xu').call(requests.answer, { id, words: WORDS });
    expect([await heard('jian'), await heard('clerk')]).toEqual([before, atStation + 1]);
    expect(await as('jian').problem(requests.follow, { id })).toBe('not_found');
    expect(await page('clerk', id)).toMatchObject({ viewer: 'station', may: expect.arrayContaining(['rate']) });
    await as('clerk').call(requests.rate, { id, round: 1, outcome: 'not_solved', words: '来站里说的，还是不亮。' });
    expect((await page('xu', id)).events[0]).toMatchObject({ kind: 'not_solved', spoken: true });
    await back();
    await signInAgain();
  });

  test('their list holds only what their roles still reach', async () => {
    const { id } = await as('jian').call(requests.enterFor, slip());
    const listed = async () =>
      (await as('jian').call(requests.enteredFor, { state: 'with_deputy' })).items.map((item) => item.id);
    expect(await listed()).toContain(id);
    await asOwner(sql`update membership set village = '330822104201' where jurisdiction = ${COUNTY} and role = 'supervisor'
      and person_id = ${personNamed('姜样本')}`);
    await signInAgain();
    expect(await listed()).not.toContain(id);
    await asOwner(sql`update membership set village = ${matterFor('徐示例').village} where jurisdiction = ${COUNTY}
      and role = 'supervisor' and person_id = ${personNamed('姜样本')}`);
    await signInAgain();
  });

  test('once they have signed in, what they say is not for who entered it', async () => {
    const { id } = await as('jian').call(requests.enterFor, slip({ contactPhone: '13800000001' }));
    await as('chen').call(requests.confirmContact, { id, mine: true });
    await as('chen').call(requests.supplement, { id, words: '有句话不想让别人知道。' });
    await as('xu').call(requests.answer, { id, words: WORDS });
    const seen = await page('jian', id);
    expect(seen).toMatchObject({ viewer: 'entrant', state: 'answered', answer: null, may: ['print'] });
    expect(JSON.stringify(seen)).not.toMatch(/不想让别人|明天去修/);
    expect(JSON.stringify(await page('chen', id))).toMatch(/不想让别人/);
  });
});

describe('a deputy whose term is over', () => {
  const end = async (name: string) => {
    const { id } = deputyNamed(name);
    await asOwner(sql`update mandate set ends_on = '2026-11-01' where jurisdiction = ${COUNTY} and deputy_id = ${id}`);
    api.clock.advance(KNOWN_MS);
  };

  test('answers, asks and passes on nothing, and from the next sign-in on reads nothing', async () => {
    const answered = await as('chen').call(requests.submit, matterFor('徐示例'));
    const open = await as('chen').call(requests.submit, matterFor('徐示例'));
    const waiting = await as('chen').call(requests.submit, matterFor('徐示例'));
    for (const one of [answered, waiting]) await as('xu').call(requests.answer, { id: one.id, words: WORDS });
    await end('徐示例');
    const { id } = open;
    expect(await as('xu').problem(requests.answer, { id, words: WORDS })).toBe('term_over');
    expect(await as('xu').problem(requests.ask, { id, words: '在哪？' })).toBe('term_over');
    expect(await as('xu').problem(requests.follow, { id })).toBe('not_found');
    expect(await as('xu').problem(requests.note, { id, words: '记一句。' })).toBe('not_found');
    phones.xu = await api.signedIn('xu');
    expect((await as('xu').call(identity.me, {})).roles.map(({ role }) => role)).toEqual(['resident']);
    expect(await as('xu').problem(requests.inbox, { state: 'answered' })).toBe('not_allowed');
    // "Not solved" does not go back to somebody who can't answer.
    await as('chen').call(requests.rate, { id: answered.id, round: 1, outcome: 'not_solved' });
    // Nor do words after the answer wait for them.
    await as('chen').call(requests.supplement, { id: waiting.id, words: '没人来，还是黑的。' });
    expect((await page('chen', waiting.id)).deputyName).not.toBe('徐示例');
    const seen = await page('chen', answered.id);
    expect(seen).toMatchObject({ state: 'with_deputy', round: 2 });
    expect(seen.deputyName).not.toBe('徐示例');
    expect(seen.events[0]?.kind).toBe('reassigned');
    await asOwner(
      sql`update mandate set ends_on = '2027-01-31' where jurisdiction = ${COUNTY} and deputy_id = ${deputyNamed('徐示例').id}`,
    );
    api.clock.advance(KNOWN_MS);
    await signInAgain();
  });
});

describe('after the answer', () => {
  test('the word is on the answer that was seen, and an answer on what was said', async () => {
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例'));
    await as('xu').call(requests.answer, { id, round: 1, words: WORDS });
    const seen = await page('chen', id);
    await as('xu').call(requests.answer, { id, round: 1, words: '今年修不了，等明年。' });
    const rating = { id, round: 1, outcome: 'solved' as const };
    expect(await as('chen').problem(requests.rate, { ...rating, answerId: seen.answer?.id })).toBe('answer_changed');
    await as('chen').call(requests.rate, {
      ...rating,
      outcome: 'not_solved',
      answerId: (await page('chen', id)).answer?.id,
    });
    expect(await as('xu').problem(requests.answer, { id, round: 1, words: '再补一句。' })).toBe('said_since');
    await as('xu').call(requests.answer, { id, round: 2, words: '那就下周修。' });
  });

  test('a question an answer overtook stops no clock afterwards', async () => {
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例'));
    await as('xu').call(requests.ask, { id, words: '在哪一段？' });
    api.clock.advance(5 * DAY_MS);
    await signInAgain();
    await as('xu').call(requests.answer, { id, words: WORDS });
    const { used } = (await page('chen', id)).clock;
    api.clock.advance(3 * DAY_MS);
    await signInAgain();
    await as('chen').call(requests.supplement, { id, words: '靠学校这边。' });
    expect((await page('chen', id)).clock.used).toBe(used);
  });

  test('who says more is not silent: the days begin anew, and the deputy may say more too', async () => {
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例'));
    await as('xu').call(requests.answer, { id, words: WORDS });
    const first = await page('chen', id);
    api.clock.advance(28 * DAY_MS);
    await api.runSchedules();
    await signInAgain();
    expect((await page('chen', id)).events[0]?.kind).toBe('lapse_told');
    await as('chen').call(requests.supplement, { id, words: '没人来，还是黑的。' });
    const later = await page('chen', id);
    expect((later.lapsesOn ?? '') > (first.lapsesOn ?? '')).toBe(true);
    api.clock.advance(6 * DAY_MS);
    await api.runSchedules();
    await signInAgain();
    expect((await page('chen', id)).state).toBe('answered');
    expect((await page('xu', id)).may).toContain('answer');
    await as('xu').call(requests.answer, { id, words: '师傅病了，后天一定去。' });
    const seen = await page('chen', id);
    expect(seen).toMatchObject({ state: 'answered', round: 1, answer: { words: '师傅病了，后天一定去。' } });
    expect(seen.clock.stoppedOn).toBe(first.clock.stoppedOn);
    await as('chen').call(requests.rate, { id, round: 1, outcome: 'solved' });
    expect(await as('xu').problem(requests.answer, { id, words: '再说一句。' })).toBe('request_closed');
  });

  test('what was withdrawn before the deputy looked is not theirs to read', async () => {
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words: '撤回的那几句，灯又亮了。' }));
    await as('chen').call(requests.withdraw, { id });
    expect(await as('xu').problem(requests.follow, { id })).toBe('not_found');
    const { items } = await as('xu').call(requests.inbox, { state: 'closed' });
    expect(items.map((item) => item.id)).not.toContain(id);
    expect((await as('xu').call(requests.search, { words: '撤回的那几句' })).items).toEqual([]);
    expect((await page('clerk', id)).outcome).toBe('withdrawn');
  });

  test('nor does any deputy who was told of it go on reading what it was about', async () => {
    const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words: '又一件撤回的，路灯修好了。' }));
    await as('clerk').call(requests.reassign, { id, deputyId: deputyNamed('毛范例').id, words: '她管这个村。' });
    const titles = async (key: string) =>
      (await as(key).call(notifications.list, {})).items.flatMap((item) =>
        item.subject?.id === id ? [item.title] : [],
      );
    expect((await titles('mao')).join()).toContain('又一件撤回的');
    await as('chen').call(requests.withdraw, { id });
    expect(new Set([...(await titles('xu')), ...(await titles('mao'))])).toEqual(new Set(['撤回的事']));
    expect((await titles('chen')).join()).toContain('又一件撤回的');
  });
});
