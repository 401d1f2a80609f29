import * as appraisals from '../../shared/appraisals/contract';
import type { ProblemError } from '../../shared/kernel/problems';
import { cast } from '../../shared/voting/contract';
import { readReceipt, receiptOf } from '../../shared/voting/receipt';
import { COUNTY, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
  withDepartments,
} from './testing/campaign';
import { verify } from './testing/verify';

const api = testApi();
let departments: string[];
let office: [TestPhone, TestPhone];
let chen: TestPhone;

beforeAll(async () => {
  departments = await withDepartments(api);
  office = await offices(api);
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
});

const closing = () => inDays(api, 10);
const opened = (changes: Partial<appraisals.Draft> = {}) =>
  openCampaign(api, office, draftOf(departments, closing(), changes));
const end = () => passDays(api, 11);

describe('prepared', () => {
  test('by one, tried by three, opened by two; and frozen', async () => {
    const [first, second] = office;
    const draft = draftOf(departments, closing());
    const { id, version } = await first.call(appraisals.create, { draft });
    const step = { id, version };
    await expect(first.problem(appraisals.approve, step)).resolves.toBe('campaign_untried');
    await expect(first.problem(appraisals.open, step)).resolves.toBe('campaign_not_open');
    for (const phone of [first, await api.signedIn('clerk'), await api.signedIn('mao')])
      await phone.call(appraisals.tryOut, { ...step, elder: false });
    await expect(first.problem(appraisals.approve, step)).resolves.toBe('campaign_untried');
    await expect(first.call(appraisals.tryOut, { ...step, elder: true })).resolves.toEqual({ people: 3, elder: true });
    await first.call(appraisals.approve, step);
    await expect(first.problem(appraisals.open, step)).resolves.toBe('second_person_needed');
    await expect(second.problem(appraisals.approve, step)).resolves.toBe('second_person_needed');
    // Who changes something undoes the approval and the trials.
    const changed = await second.call(appraisals.edit, { ...step, draft: { ...draft, threshold: 6 } });
    await expect(second.problem(appraisals.open, step)).resolves.toBe('campaign_not_open');
    await expect(second.problem(appraisals.approve, step)).resolves.toBe('campaign_changed');
    const next = { id, version: changed.version };
    await expect(first.problem(appraisals.approve, next)).resolves.toBe('campaign_untried');
    for (const phone of [first, await api.signedIn('clerk'), await api.signedIn('mao')])
      await phone.call(appraisals.tryOut, { ...next, elder: true });
    await second.call(appraisals.approve, next);
    await first.call(appraisals.open, next);
    await expect(first.problem(appraisals.edit, { ...next, draft })).resolves.toBe('campaign_frozen');
    await expect(first.problem(appraisals.drop, next)).resolves.toBe('campaign_frozen');
    const { frozen, state, events, acts } = await first.call(appraisals.preparation, { id });
    expect(frozen).toMatch(/^[0-9a-f]{64}$/);
    expect([state, acts]).toEqual(['open', ['propose_close']]);
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['created', 'edited', 'approved', 'opened']));
  });

  test('a department that is not on the roll, a close that is over, no question', async () => {
    const [first] = office;
    const stranger = '00000000-0000-7000-8000-000000000000';
    const unknown = draftOf([stranger], closing());
    await expect(first.problem(appraisals.create, { draft: unknown })).resolves.toBe('department_unknown');
    const twice = draftOf([departments[0] ?? '', departments[0] ?? ''], closing());
    await expect(first.problem(appraisals.create, { draft: twice })).resolves.toBe('department_unknown');
    const late = draftOf(departments, inDays(api, -1));
    const { id, version } = await first.call(appraisals.create, { draft: late });
    await expect(first.problem(appraisals.approve, { id, version })).resolves.toBe('campaign_unfinished');
    await first.call(appraisals.drop, { id, version });
    await expect(first.problem(appraisals.approve, { id, version })).resolves.toBe('campaign_not_open');
  });

  test('a side that is asked twice would be counted twice: it is refused', async () => {
    const draft = draftOf(departments, closing(), { electorates: ['residents', 'residents'] });
    await expect(office[0].problem(appraisals.create, { draft })).resolves.toBe('invalid_input');
  });

  test.each([
    ['a choice without options', { kind: 'choice', words: '最想改什么', options: [] }],
    ['a choice of one', { kind: 'choice', words: '最想改什么', options: ['快一点'] }],
    ['a choice of two that are the same', { kind: 'choice', words: '最想改什么', options: ['快一点', '快一点'] }],
    ['a rating with options of its own', { kind: 'rating', words: '态度怎么样', options: ['好', '不好'] }],
  ] as const)('%s does not open', async (_, question) => {
    const questions = [{ ...question, options: [...question.options] }];
    const draft = draftOf(departments, closing(), { questions });
    const { id, version } = await office[0].call(appraisals.create, { draft });
    await expect(office[0].problem(appraisals.approve, { id, version })).resolves.toBe('campaign_unfinished');
  });
});

describe('taken and cast', () => {
  test('one person, one ballot: sent again it is the same, changed it takes the place of the first', async () => {
    const id = await opened();
    const taken = await takeAs(chen, id);
    expect(taken).toMatchObject({ electorate: 'residents', revision: 0 });
    expect(taken.subjects).toHaveLength(departments.length);
    const first = await castAs(chen, id, taken, all(taken, '111'));
    const again = await castAs(chen, id, taken, all(taken, '111'));
    expect(again).toEqual(first);
    // Another ballot under the number of the first is somebody's older phone.
    await expect(chen.problem(cast, { id, pass: taken.pass, revision: 1, sheets: all(taken, '222') })).resolves.toBe(
      'ballot_newer',
    );
    const changed = await castAs(chen, id, taken, all(taken, '222'), 2);
    expect(changed.receipt).not.toBe(first.receipt);
    await expect(takeAs(chen, id)).resolves.toMatchObject({ revision: 2 });
    await expect(boxOf(id)).resolves.toHaveLength(1);
  });

  test('ten times at once from two accounts with one number is one ballot', async () => {
    const id = await opened();
    const [one, other] = (await residents(api, ['13800100001', '13800100001'])) as [TestPhone, TestPhone];
    const mine = await takeAs(one, id);
    const theirs = await takeAs(other, id, '新塘岭村');
    expect([theirs.stationName, theirs.subjects]).toEqual([mine.stationName, mine.subjects]);
    const sent = Array.from({ length: 10 }, (_, at) =>
      at % 2 ? castAs(one, id, mine, all(mine, '123')) : castAs(other, id, theirs, all(theirs, '123')),
    );
    const receipts = (await Promise.all(sent)).map(({ receipt }) => receipt);
    expect(new Set(receipts).size).toBe(1);
    await expect(boxOf(id)).resolves.toHaveLength(1);
  });

  test('a deputy votes as a deputy, whatever village they say', async () => {
    const id = await opened();
    const mao = await api.signedIn('mao');
    await api.verifyPhone(mao, 'mao');
    const taken = await takeAs(mao, id);
    expect(taken.electorate).toBe('deputies');
    await castAs(mao, id, taken, []);
    expect(await boxOf(id)).toMatchObject([{ electorate: 'deputies' }]);
    // With a second account of the same phone, which is nobody's but theirs, it is the same ballot.
    const [other] = (await residents(api, ['13800000005'])) as [TestPhone];
    const again = await takeAs(other, id, '新塘岭村');
    expect([again.electorate, again.revision, again.subjects]).toEqual(['deputies', 1, taken.subjects]);
    await castAs(other, id, again, all(again, '123'));
    expect(await boxOf(id)).toHaveLength(1);
    const only = await opened({ electorates: ['residents'] });
    await expect(takeAs(mao, only)).resolves.toMatchObject({ electorate: 'residents' });
    const deputiesAlone = await opened({ electorates: ['deputies'] });
    await expect(
      chen.problem(appraisals.take, { id: deputiesAlone, village: villageOf('草坪村'), adult: true }),
    ).resolves.toBe('not_on_roll');
  });

  test('under 18, from elsewhere, without a phone, with another’s pass, or with answers to what was not asked', async () => {
    const id = await opened({ asks: 2 });
    const village = villageOf('草坪村');
    await expect(chen.problem(appraisals.take, { id, village, adult: false })).resolves.toBe('under_age');
    await expect(chen.problem(appraisals.take, { id, adult: true })).resolves.toBe('not_of_county');
    await expect(chen.problem(appraisals.take, { id, village: '110101001001', adult: true })).resolves.toBe(
      'not_of_county',
    );
    const taken = await takeAs(chen, id);
    expect(taken.subjects).toHaveLength(2);
    const bad = (sheets: unknown, pass = taken.pass) =>
      chen.problem(cast, { id, pass, revision: 1, sheets: sheets as never });
    const [asked] = taken.subjects;
    const other = departments.find((one) => !taken.subjects.some((subject) => subject.id === one)) ?? '';
    await expect(bad([{ subject: other, answers: '111' }])).resolves.toBe('not_asked');
    await expect(bad([{ subject: asked?.id, answers: '119' }])).resolves.toBe('not_asked');
    await expect(bad([{ subject: asked?.id, answers: '11' }])).resolves.toBe('not_asked');
    await expect(bad([...all(taken, '111'), ...all(taken, '111')])).resolves.toBe('not_asked');
    await expect(bad([{ subject: asked?.id, answers: 'xxx' }])).resolves.toBe('invalid_input');
    await expect(bad([], `${taken.pass.slice(0, -2)}xx`)).resolves.toBe('pass_bad');
    await expect(office[1].problem(cast, { id, pass: taken.pass, revision: 1, sheets: [] })).resolves.toBe('pass_bad');
    const elsewhere = await opened();
    await expect(chen.problem(cast, { id: elsewhere, pass: taken.pass, revision: 1, sheets: [] })).resolves.toBe(
      'pass_bad',
    );
    await expect(boxOf(id)).resolves.toHaveLength(0);
  });
});

describe('closed and published', () => {
  // Days went by since they signed in.
  beforeEach(async () => {
    office = [await api.signedIn('admin'), await api.signedIn('lin')];
    chen = await api.signedIn('chen');
  });

  test('late ballots get a clear word; counted, published, and counted again by anybody', async () => {
    const id = await opened({ asks: 3 });
    const taken = await takeAs(chen, id);
    const [asked] = taken.subjects;
    const sheets = all(taken, '112');
    await castAs(chen, id, taken, [
      { subject: asked?.id ?? '', answers: '112', words: '公交一天两班，赶不上早上去县城看病。' },
      ...sheets.slice(1),
    ]);
    const changed = await takeAs(chen, id);
    const { receipt } = await castAs(chen, id, changed, sheets);
    await expect(api.nobody.problem(appraisals.results, { id })).resolves.toBe('not_found');
    await end();
    const late = await api.signedIn('chen');
    await expect(late.problem(cast, { id, pass: taken.pass, revision: 9, sheets })).resolves.toBe('poll_closed');
    await expect(late.problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true })).resolves.toBe(
      'poll_closed',
    );
    const results = await api.nobody.call(appraisals.results, { id });
    expect(results.ballots).toMatchObject({ residents: { phone: 1, paper: 0, blank: 0 }, deputies: { phone: 0 } });
    // One person alone: of what they said nothing is shown at any station.
    expect(results.counts.filter(({ count, question }) => count > 0 && question >= 0)).toEqual([]);
    const { url } = await api.nobody.call(appraisals.file, { id });
    const text = await (await fetch(url)).text();
    const leaves = [...text.matchAll(/^B ([0-9a-f]{64})$/gm)].map(([, leaf]) => Buffer.from(leaf ?? '', 'hex'));
    expect(leaves.map(receiptOf)).toEqual([receipt]);
    expect(readReceipt(receipt.toLowerCase())).toBe(receipt);
    const { words: verified, sound } = verify(text);
    expect(sound).toBe(true);
    expect(verified).toContain('都对得上。');
    expect(verified).toContain(results.root);
  });

  test('the close in the middle of many casts: what was acknowledged is counted', async () => {
    const closesAt = new Date(api.clock.now().getTime() + 5 * 60_000);
    const id = await openCampaign(api, office, draftOf(departments, closesAt, { electorates: ['residents'] }));
    const people = await residents(api, numbers(60));
    let acknowledged = 0;
    let late = 0;
    const casts = people.map(async (phone) => {
      const taken = await takeAs(phone, id);
      await castAs(phone, id, taken, all(taken, '111')).then(
        async () => {
          acknowledged += 1;
          // Later than so many: of fewer the county's own numbers would be hidden.
          if (acknowledged === 20) await api.clock.set(closesAt.toISOString());
        },
        ({ code }: ProblemError) => {
          expect(code).toBe('poll_closed');
          late += 1;
        },
      );
    });
    await Promise.all(casts);
    expect(acknowledged + late).toBe(people.length);
    await end();
    const { ballots, counts } = await api.nobody.call(appraisals.results, { id });
    expect(ballots.residents?.phone).toBe(acknowledged);
    const county = counts.filter(({ station, question, answer }) => station === -1 && question === 0 && answer === 1);
    expect(county.map(({ count }) => count)).toEqual(departments.map(() => acknowledged));
  });
});

const boxOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) => tx.selectFrom('ballot').selectAll().where('poll_id', '=', id).execute());
