import * as appraisals from '../../shared/appraisals/contract';
import { SECOND_QUESTION } from '../../shared/appraisals/second';
import * as notifications from '../../shared/notifications/contract';
import * as promises from '../../shared/promises/contract';
import { demoDepartments, departmentsNamed, seedDepartments } from '../local/seed/departments';
import { dayIn } from '../promises/testing/promise';
import { COUNTY, OTHER_COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import {
  all,
  approveAs,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
} from './testing/campaign';

const api = testApi();
const ROADS = departmentsNamed(['县交通运输局'])[0] ?? '';
const HOUSING = departmentsNamed(['县住建局'])[0] ?? '';
const OPINION = '班车一天两班，赶不上早上看病；请说清楚哪天加。';
const ANSWER = '向两家公司问过了，可以加。';
const BUS = '草坪到县城公交，早上加一班';
let first: string;
let admin: TestPhone;
let fang: TestPhone;

/** Everybody has been away for days. */
async function signIn() {
  [admin, fang] = [await api.signedIn('admin'), await api.signedIn('fang')];
}

/** An appraisal of a dozen people who all say the same, closed and published. */
async function publish(id: string, answers: string) {
  for (const phone of await residents(api, numbers(12))) {
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, answers));
  }
  await passDays(api, 11);
  await signIn();
}

beforeAll(async () => {
  await seedDepartments(api.services);
  const departments = demoDepartments().flatMap(({ id, kind }) => (kind === 'department' ? id : []));
  const office = await offices(api);
  first = await openCampaign(api, office, draftOf(departments, inDays(api, 10)));
  await signIn();
  await expect(admin.problem(appraisals.rectification, { id: first })).resolves.toBe('campaign_not_published');
  const early = { id: first, departmentId: ROADS, words: OPINION };
  await expect(admin.problem(appraisals.sendOpinion, early)).resolves.toBe('campaign_not_published');
  await expect(api.nobody.problem(appraisals.promised, { id: first })).resolves.toBe('not_found');
  await publish(first, '331');
});

const ofRoads = async () => {
  const { departments, second } = await api.nobody.call(appraisals.promised, { id: first });
  return { ...departments.find(({ id }) => id === ROADS), second };
};

test('the office sends an opinion with the published numbers, once; the department answers, and everybody reads both', async () => {
  const sent = await admin.call(appraisals.sendOpinion, { id: first, departmentId: ROADS, words: OPINION });
  expect(sent).toMatchObject({ state: 'sent', dueOn: dayIn(api, 30), late: 0, source: '2026 年度部门评议' });
  expect(sent.figures[0]).toBe('居民，办事的人，态度怎么样？满意 0，基本满意 0，不满意 12，不了解 0');
  const again = { id: first, departmentId: ROADS, words: OPINION };
  await expect(admin.problem(appraisals.sendOpinion, again)).resolves.toBe('opinion_sent_before');
  const { id, version } = sent;
  const lu = await api.signedIn('lu');
  const plan = { id, version, words: ANSWER, promises: [{ words: BUS, dueOn: dayIn(api, 20) }] };
  await expect(lu.call(promises.opinions, {})).resolves.toEqual({ opinions: [] });
  await expect(lu.problem(promises.answerOpinion, plan)).resolves.toBe('not_found');
  await expect(admin.problem(promises.answerOpinion, plan)).resolves.toBe('not_allowed');
  const past = { ...plan, promises: [{ words: BUS, dueOn: dayIn(api, -1) }] };
  await expect(fang.problem(promises.answerOpinion, past)).resolves.toBe('promise_day_bad');
  await expect(fang.problem(promises.answerOpinion, { ...plan, promises: [] })).resolves.toBe('invalid_input');
  const elsewhere = { ...plan, promises: [{ words: BUS, dueOn: dayIn(api, 9), stationId: ROADS }] };
  await expect(fang.problem(promises.answerOpinion, elsewhere)).resolves.toBe('station_unknown');
  const answered = await fang.call(promises.answerOpinion, plan);
  expect(answered).toMatchObject({ state: 'answered', acts: [] });
  await expect(fang.problem(promises.answerOpinion, plan)).resolves.toBe('promise_elsewhere');
  const seen = await ofRoads();
  expect(seen.opinion).toMatchObject({ words: OPINION, state: 'answered' });
  expect(seen.opinion?.events.map(({ kind, office, name }) => [kind, office, name])).toEqual([
    ['sent', '县人大办', null],
    ['answered', '县交通运输局', null],
  ]);
  expect(seen.promises).toMatchObject([{ words: BUS, state: 'promised', departmentName: '县交通运输局' }]);
  const titles = (await admin.call(notifications.list, {})).items.map(({ title }) => title);
  expect(titles).toContain('部门答了评议意见');
});

test('asked to report once more, once; what was promised before stands', async () => {
  const { departments } = await admin.call(appraisals.rectification, { id: first });
  const { opinion } = departments.find(({ id }) => id === ROADS) ?? {};
  const step = {
    id: opinion?.id ?? '',
    version: opinion?.version ?? 0,
    words: '只加一班不够，请再报。',
    dueOn: dayIn(api, 10),
  };
  await expect(fang.problem(promises.askAgain, step)).resolves.toBe('not_allowed');
  await expect(admin.problem(promises.askAgain, { ...step, dueOn: '2020-01-01' })).resolves.toBe('promise_day_bad');
  const both = await Promise.all(
    [1, 2].map(() =>
      admin.call(promises.askAgain, step).then(
        () => 'ok',
        ({ code }) => code,
      ),
    ),
  );
  expect(both.sort()).toEqual(['ok', 'promise_elsewhere']);
  const [mine] = (await fang.call(promises.opinions, {})).opinions;
  expect(mine).toMatchObject({ state: 'asked_again', acts: ['answer'], dueOn: dayIn(api, 10) });
  const more = { id: step.id, version: mine?.version ?? 0, words: '再加下午一班。' };
  await fang.call(promises.answerOpinion, { ...more, promises: [{ words: '下午也加一班', dueOn: dayIn(api, 40) }] });
  expect((await ofRoads()).promises?.map(({ words }) => words)).toEqual([BUS, '下午也加一班']);
  const now = { ...step, version: (mine?.version ?? 0) + 1 };
  await expect(admin.problem(promises.askAgain, now)).resolves.toBe('asked_again_before');
});

test('who does not answer in time is reminded, and so many days late in public', async () => {
  const due = { id: first, departmentId: HOUSING, words: '路灯坏了没人修，请答。', dueOn: dayIn(api, 3) };
  await admin.call(appraisals.sendOpinion, due);
  await passDays(api, 1);
  await passDays(api, 6);
  await signIn();
  const { departments } = await api.nobody.call(appraisals.promised, { id: first });
  expect(departments.find(({ id }) => id === HOUSING)?.opinion).toMatchObject({ state: 'sent', late: 4 });
  const lu = await api.signedIn('lu');
  const heard = async (phone: TestPhone) =>
    (await phone.call(notifications.list, {})).items.flatMap(({ title }) => (title.includes('还没答') ? title : []));
  await expect(heard(lu)).resolves.toEqual(['评议意见过了日子还没答', '评议意见还没答，还有 2 天']);
  await expect(heard(admin)).resolves.toEqual(['评议意见过了日子还没答']);
});

test('a department that was not rated, or is not there, gets none', async () => {
  const stranger = { id: first, departmentId: first, words: OPINION };
  await expect(admin.problem(appraisals.sendOpinion, stranger)).resolves.toBe('department_unknown');
  const lin = await api.signedIn('lin', OTHER_COUNTY);
  await expect(lin.problem(appraisals.promised, { id: first })).resolves.toBe('not_found');
});

test('asked again: one button prepares it; those who say they rated it low are counted in one answer, and nobody is named', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => admin.call(appraisals.prepareSecond, { id: first })));
  const second = one?.id ?? '';
  expect(other).toEqual(one);
  const { draft, version } = await admin.call(appraisals.preparation, { id: second });
  expect(draft).toMatchObject({
    title: '2026 年度部门评议：变好了吗',
    electorates: ['residents'],
    questions: [SECOND_QUESTION],
    departments: [{ id: ROADS }],
  });
  for (const phone of [admin, await api.signedIn('clerk'), await api.signedIn('mao')])
    await phone.call(appraisals.tryOut, { id: second, version, elder: true });
  await api.store.owner.inTenant(COUNTY, (tx) => approveAs(tx, second, first, api.clock.now()));
  await admin.call(appraisals.open, { id: second, version });
  expect(await ofRoads()).toMatchObject({ second: { state: 'open' }, better: null, notBetter: null });
  await publish(second, '1');
  await passDays(api, 11);
  const { appraisals: listed } = await api.nobody.call(appraisals.current, {});
  expect(listed.map(({ id, follows }) => [id, follows])).toEqual([
    [second, first],
    [first, null],
  ]);
  expect(await ofRoads()).toMatchObject({ second: { id: second, state: 'published' }, better: 12, notBetter: 0 });
});

test('nothing was promised: there is nothing to ask again', async () => {
  const other = await openCampaign(api, await freshOffices(), draftOf([HOUSING], inDays(api, 10)));
  await publish(other, '111');
  await expect(admin.problem(appraisals.prepareSecond, { id: other })).resolves.toBe('nothing_promised');
  await expect(api.nobody.call(appraisals.promised, { id: other })).resolves.toEqual({ departments: [], second: null });
});

const freshOffices = async () => [await api.signedIn('admin'), await api.signedIn('lin')] as [TestPhone, TestPhone];
