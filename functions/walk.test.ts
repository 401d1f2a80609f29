import { v4, v7 } from 'uuid';
import * as appraisals from '../shared/appraisals/contract';
import * as assignments from '../shared/assignments/contract';
import * as directory from '../shared/directory/contract';
import * as identity from '../shared/identity/contract';
import type { ProblemBody, ProblemCode } from '../shared/kernel/problems';
import { problemOf } from '../shared/kernel/problems';
import { type Procedure, pathNames, problemsOf } from '../shared/kernel/procedure';
import { sayDone } from '../shared/promises/contract';
import * as requests from '../shared/requests/contract';
import * as suggestions from '../shared/suggestions/contract';
import * as voting from '../shared/voting/contract';
import { enterSlip, issueSlip, openSlip } from '../shared/voting/contract';
import { makeBook } from '../shared/voting/contract/office';
import { approveAs, draftOf, numbers, proposeAs, shutAt } from './appraisals/testing/campaign';
import { demoCounty } from './local/seed/county';
import { demoDepartments, departmentsNamed, seedDepartments } from './local/seed/departments';
import { dayIn, opinionOf, promised } from './promises/testing/promise';
import { reportMade, WHOLE } from './promises/testing/report';
import { assignedOf } from './requests/testing/story';
import {
  answer as answerSuggestion,
  assigned as assignedSuggestion,
  type Cast,
  handToStranger,
  heldBy,
  submitted as submittedSuggestion,
  toMeet,
  transport,
  writtenFor,
} from './suggestions/testing/suggestion';
import { COUNTY, deputyNamed, matterFor, OTHER_COUNTY, testApi, villageOf } from './testing/api';
import { procedures } from './testing/contracts';
import { join } from './testing/join';
import type { TestPhone } from './testing/phone';
import { sentPicture } from './testing/pictures';
import { type Book, bookFor, filled, slippedOnce } from './voting/testing/slips';

/**
 * Every procedure × everybody × here, another county's path, another county's token, a county that is not there, and somebody
 * else's object. Who is let in follows from the contract; `RULES` says how it then ends.
 */
const api = testApi();

const PEOPLE = {
  nobody: { key: null, roles: [], phone: false },
  newcomer: { key: 'xin', roles: ['resident'], phone: false },
  resident: { key: 'chen', roles: ['resident'], phone: true },
  deputy: { key: 'xu', roles: ['resident', 'deputy'], phone: true },
  otherDeputy: { key: 'mao', roles: ['resident', 'deputy'], phone: true },
  // Of the station that serves the resident's village, and of another town's.
  clerk: { key: 'clerk', roles: ['resident', 'clerk'], phone: true },
  otherClerk: { key: 'clerk2', roles: ['resident', 'clerk'], phone: true },
  supervisor: { key: 'jian', roles: ['resident', 'supervisor'], phone: true },
  department: { key: 'fang', roles: ['resident', 'department'], phone: true },
  admin: { key: 'admin', roles: ['resident', 'admin'], phone: true },
} as const;
type Somebody = keyof typeof PEOPLE;
const somebodies = Object.keys(PEOPLE) as Somebody[];

type End = 'ok' | ProblemCode;
type Input = Record<string, unknown>;

type Rule = {
  /** Good input, fresh for each call; requests in it are the resident's to the deputy. */
  input: (who: Somebody) => Input | Promise<Input>;
  /** How it ends for those the contract lets in, where it is not `ok`. */
  ends?: Partial<Record<Somebody, ProblemCode>>;
  /** For a procedure open to anyone: how the same input ends in another county. */
  elsewhere?: End;
  /** What has to be mended after it, for the procedures that follow. */
  after?: () => Promise<void>;
  /** The same with an object of two people who are not here, and how it ends for those who are let in; `but` for some of them. */
  foreign?: { input: () => Promise<Input>; ends: End; but?: Partial<Record<Somebody, End>> };
};

const phones = {} as Record<Somebody, TestPhone>;
let lin: TestPhone;
let stranger: TestPhone;
let departments: string[];
let committee = '';
/** An appraisal that is over. */
let published: string;

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const who of somebodies) {
    const { key } = PEOPLE[who];
    phones[who] = key ? await api.signedIn(key) : api.nobody;
  }
  lin = await api.signedIn('lin');
  stranger = await api.signedIn('lin', OTHER_COUNTY);
  await join(api, '汪虚拟', 'wu');
  committee = demoDepartments().find(({ kind }) => kind === 'committee')?.id ?? '';
  departments = demoDepartments().flatMap(({ id, kind }) => (kind === 'department' ? id : []));
  published = await openAppraisal();
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, published, api.clock.now()));
  await api.clock.advance(60_000);
  await api.runSchedules();
});

/** Who signed out goes on with the same token: another would know of roles they were given on the way. */
async function goOn(): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) => tx.updateTable('session').set({ revoked_at: null }).execute());
}

/** Another telephone of somebody's. */
async function oneMoreSession(who: Somebody, key = keyOf(who)): Promise<{ id: string }> {
  const phone = await api.signedIn(key);
  const { sessions } = await phone.call(identity.sessions, {});
  return { id: sessions.find(({ current }) => current)?.id ?? '' };
}

/** Entered by the supervisor of the resident's village. */
async function enteredRequest(contactPhone?: string): Promise<string> {
  return (await phones.supervisor.call(requests.enterFor, { ...matterFor('徐示例'), name: '余大伯', contactPhone })).id;
}

async function freshRequest(state: 'with_deputy' | 'answered' | 'solved' = 'with_deputy'): Promise<string> {
  const { id } = await phones.resident.call(requests.submit, matterFor('徐示例'));
  if (state !== 'with_deputy') await phones.deputy.call(requests.answer, { id, words: '明天去看。' });
  if (state === 'solved') await phones.resident.call(requests.rate, { id, round: 1, outcome: 'solved' });
  return id;
}

/** Somebody else's request to a deputy nobody here is. */
const foreignRequest = async () => (await lin.call(requests.submit, matterFor('汪虚拟'))).id;
/** To any deputy of the village. */
const sharedRequest = async () =>
  (await phones.resident.call(requests.submit, matterFor('徐示例', { deputyId: undefined }))).id;
/** On the notice board. */
async function shownRequest(): Promise<{ id: string }> {
  const id = await publicRequest();
  await api.runSchedules();
  await phones.clerk.call(requests.moderate, { id, publish: true });
  return { id };
}

async function reportedRequest(): Promise<{ id: string; seen: string }> {
  const { id } = await shownRequest();
  await lin.call(requests.report, { id, reason: 'other' });
  const { reports } = await phones.admin.call(requests.follow, { id });
  return { id, seen: reports?.[0]?.id ?? v7() };
}

const publicRequest = async () =>
  (await phones.resident.call(requests.submit, matterFor('徐示例', { openness: 'public' }))).id;

const loginCode = (key: string) => api.standIn.post<{ code: string }>('/login', { person: key });
const phoneCode = (key: string) => api.standIn.post<{ code: string }>('/phone', { person: key });
const keyOf = (who: Somebody) => PEOPLE[who].key ?? 'lin';

/** Gives a role nobody holds yet. */
async function freshMembership(): Promise<string> {
  const input = { role: 'supervisor' as const, name: '巡示例', village: villageOf('新塘岭村'), reason: '村里推荐的' };
  return (await phones.admin.call(identity.grant, input)).id;
}

/** The same in the other county, where nobody here is of the office. */
async function foreignMembership(): Promise<string> {
  const id = v7();
  await api.store.owner.inTenant(OTHER_COUNTY, (tx) =>
    tx
      .insertInto('membership')
      .values({ jurisdiction: OTHER_COUNTY, id, role: 'admin', name: '别示县', granted_at: api.clock.now() })
      .execute(),
  );
  return id;
}

/** A role of somebody who has a second factor. */
async function factorOf(): Promise<string> {
  const { id: personId } = await lin.call(identity.me, {});
  const id = v7();
  const now = api.clock.now();
  const own = { jurisdiction: COUNTY, person_id: personId };
  const role = { role: 'supervisor' as const, village: villageOf('新塘岭村'), granted_at: now };
  const factor = { secret_cipher: Buffer.from('sealed'), since: now, last_step: 1, used_at: now };
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .insertInto('membership')
      .values({ ...own, id, ...role })
      .execute();
    await tx
      .insertInto('second_factor')
      .values({ ...own, ...factor })
      .onConflict((one) => one.doNothing())
      .execute();
  });
  return id;
}

/** The same for everybody who signed in. */
const forAll = (code: ProblemCode) => Object.fromEntries(somebodies.map((who) => [who, code]));

async function freshDesk({ confirmed }: { confirmed: boolean }) {
  const desk = await api.nobody.call(identity.openQrSignIn, {});
  if (confirmed) await phones.admin.call(identity.confirmQrSignIn, { code: desk.code });
  return desk;
}

const unitWard = () => demoCounty().wards.find(({ units }) => units)?.id ?? '';

async function freshAbsence(): Promise<string> {
  return (await phones.deputy.call(directory.goAway, { from: '2026-12-01', to: '2026-12-02' })).id;
}

/** Days away of a deputy nobody here is. */
async function foreignAbsence(): Promise<string> {
  const row = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('deputy_away')
      .select('id')
      .where('deputy_id', '=', deputyNamed('郑样本').id)
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

/** A deputy of the other county. */
async function foreignDeputy(): Promise<string> {
  const { deputies } = await stranger.call(directory.search, { words: '示别县' });
  return deputies[0]?.id ?? '';
}

/** A setting that is to change: proposed by somebody who is not here, or by the office here. */
async function freshChange(by: 'somebody' | 'admin' = 'somebody', jurisdiction = COUNTY): Promise<{ id: string }> {
  const id = v7();
  const values = { value_before: '{"days":7}', value_after: '{"days":9}', reason: SAW };
  const own = await phones.admin.call(identity.me, {});
  const proposed = {
    state: 'proposed' as const,
    proposed_by: by === 'admin' ? own.id : v7(),
    proposed_at: api.clock.now(),
  };
  await api.store.owner.inTenant(jurisdiction, async (tx) => {
    await tx.deleteFrom('setting_change').execute();
    await tx
      .insertInto('setting_change')
      .values({ jurisdiction, id, setting: 'remindDays', ...values, ...proposed })
      .execute();
  });
  return { id };
}

const CLOSES = new Date('2026-12-20T00:00:00Z');
const draft = () => draftOf(departments, CLOSES);

/** Prepared, and tried by three. */
async function triedAppraisal() {
  const step = await phones.admin.call(appraisals.create, { draft: draft() });
  for (const phone of [phones.admin, phones.clerk, phones.deputy])
    await phone.call(appraisals.tryOut, { ...step, elder: true });
  return step;
}

/** Approved by somebody who is not here: the office here is the second. */
async function approvedAppraisal() {
  const step = await triedAppraisal();
  await api.store.owner.inTenant(COUNTY, (tx) => approveAs(tx, step.id, v7(), api.clock.now()));
  return step;
}

async function openAppraisal() {
  const step = await approvedAppraisal();
  await phones.admin.call(appraisals.open, step);
  return step.id;
}

const LATER = { closesAt: '2026-12-22T00:00:00.000Z', reason: '连下大雨，路断了' };

/** A close that somebody proposed who is not here. */
async function proposedClose() {
  const id = await openAppraisal();
  const proposal = v7();
  await api.store.owner.inTenant(COUNTY, (tx) =>
    proposeAs(tx, { id, proposal, personId: v7(), at: api.clock.now(), ...LATER }),
  );
  return { id, proposal };
}

/** What somebody wrote in the appraisal that is over; the office here screens it with somebody who is not here. */
async function freshWords(state: 'waiting' | 'marked' | 'reported' = 'waiting') {
  await setWordsPublished(null);
  await phones.admin.call(voting.screen, { id: published });
  const word = v4();
  const row = { electorate: 'residents' as const, station: -1, subject: 0, words: '路灯坏了三次。' };
  const looks = {
    waiting: {},
    marked: { state, marked_by: v7() },
    reported: { state: 'refused', refused_for: 'report', decided_by: v7() },
  }[state] as object;
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('poll_words')
      .values({ jurisdiction: COUNTY, poll_id: published, id: word, ...row, ...looks })
      .execute(),
  );
  return { id: published, word, version: 1 };
}

/** Words that are not there. */
const ofNoWords = (given = {}) => ({
  foreign: {
    input: async () => ({ id: published, word: v7(), version: 1, ...given }),
    ends: 'not_found' as const,
  },
});

/** The station that serves the resident's village; for nobody, one that is not there. */
const stationOf = (who: 'clerk' | 'nobody') =>
  demoCounty().stations.find(({ name }) => who === 'clerk' && name === '白石镇代表联络站')?.id ?? v7();

/** Nothing is written yet, in the version that is there. */
async function reportBody() {
  const { version, body } = await phones.admin.call(appraisals.report, { id: published, station: stationOf('clerk') });
  return { version, body };
}

const setWordsPublished = (at: Date | null) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('poll').set({ words_published_at: at }).where('id', '=', published).execute(),
  );

async function decideWords(): Promise<void> {
  await phones.admin.call(voting.screen, { id: published });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.deleteFrom('poll_words').where('poll_id', '=', published).execute(),
  );
}

/** A ballot of somebody's, as far as they can take one. */
async function freshBallot(who: Somebody): Promise<Input> {
  const id = await openAppraisal();
  const village = villageOf('草坪村');
  const taken = await phones[who].call(appraisals.take, { id, village, adult: true }).catch(() => null);
  return { id, pass: taken?.pass ?? 'nobody-has-this-pass', revision: 1, sheets: [] };
}

/** A book of slips for the clerk's station; all that is left of it was handed out. */
let book: (Book & { used: number }) | undefined;
async function freshSlip(): Promise<{ id: string; slip: string }> {
  if (!book) {
    const id = await openAppraisal();
    const [stationId = ''] = demoCounty().stations.flatMap(({ id, name }) => (name.startsWith('白石镇') ? id : []));
    book = { ...(await bookFor(phones.admin, id, stationId, SLIPS)), used: 0 };
    const issue = { jurisdiction: COUNTY, poll_id: id, station_id: stationId, issued_on: dayIn(api, 0) };
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx
        .insertInto('poll_issue')
        .values({ ...issue, person_id: v7(), last_act: v7(), count: SLIPS - MORE })
        .execute(),
    );
  }
  book.used += 1;
  return { id: book.id, slip: book.serials[book.used] ?? '' };
}
/** Somebody whom this person ticked, or the office where they can't. */
async function freshTick(who: Somebody): Promise<Input> {
  const { id } = await freshSlip();
  const phone = ticks.next().value ?? '';
  const issue = { id, stationId: book?.stationId ?? '', phone };
  await phones[who === 'clerk' ? 'clerk' : 'admin'].call(issueSlip, { ...issue, act: v7(), adult: true });
  return { ...issue, act: v7() };
}
const ticks = numbers(99).values();

/** A book of a single slip. */
async function freshBook() {
  const { id } = await freshSlip();
  const { book: made } = await phones.admin.call(makeBook, { id, stationId: book?.stationId ?? '', count: 1 });
  return { book: made };
}
const SLIPS = 400;
const MORE = 100;

/** A slip that this person can type, or has typed as the second and otherwise than the first. */
async function slipInHand(who: Somebody) {
  const at = await freshSlip();
  if (keptOut(procedureNamed('voting.enterSlip'), who) === null && who !== 'otherClerk') {
    const first = phones[who === 'admin' ? 'clerk' : 'admin'];
    const opened = await first.call(openSlip, at);
    await first.call(enterSlip, { ...at, sheets: filled(opened, '111') });
    await phones[who].call(enterSlip, { ...at, sheets: slippedOnce(opened, '111', '2') });
  }
  return at;
}
const NO_SLIP = { id: '01900000-0000-7000-8000-000000000000', slip: 'BS-0463-1' };

/** One that is there, and one of the other county. */
const freshAppraisal = () => phones.admin.call(appraisals.create, { draft: draft() });
const NOWHERE_STEP = { id: '01900000-0000-7000-8000-000000000000', version: 1 };

/** A promise of the department whose somebody is here, and of one nobody here is of. */
const freshPromise = async (department?: string) => ({
  id: await promised(api, { department, dueOn: dayIn(api, 0) }),
  version: 1,
});
/** A report with a deputy who is asked what they think of it, as far as it is handed in; one of which is in the workbook of its year. */
const freshReport = (state: 'open' | 'handed_in' | 'rated', department?: string) =>
  reportMade(api, { state, department, deputies: ['徐示例'] });
let reportedYear: number | undefined;
const freshOpinion = async (department?: string, state?: 'answered') => ({
  id: await opinionOf(api, department, state),
  version: 1,
});
/** With a picture that was checked. */
async function shownPromise() {
  const fang = await api.signedIn('fang');
  const picture = await sentPicture(fang);
  const step = await freshPromise();
  await fang.call(sayDone, { ...step, words: SAW, pictures: [picture] });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('picture').set({ state: 'passed' }).where('id', '=', picture).execute(),
  );
  return { id: step.id, picture };
}
/** The deputy asked the station for a department, and as far as it is said one has it. */
async function freshReferral(department?: string) {
  const id = await freshRequest();
  await phones.deputy.call(requests.refer, { id });
  if (department) {
    const [departmentId = ''] = departmentsNamed([department]);
    await phones.admin.call(requests.assign, { id, seen: await newestOf(id), departmentId });
  }
  return { id, seen: await newestOf(id) };
}
/** A matter, and the newest that was seen of it. */
async function seenOf(fresh: Promise<string>): Promise<{ id: string; seen: string }> {
  const id = await fresh;
  return { id, seen: await newestOf(id) };
}

/** One that the office alone reads. */
async function asideRequest() {
  const step = await seenOf(freshRequest());
  await phones.admin.call(requests.sendToOffice, { ...step, words: SAW });
  return seenOf(Promise.resolve(step.id));
}

/** One that is handled with another. */
async function mergedRequest() {
  const { id } = await seenOf(freshRequest());
  await phones.admin.call(requests.merge, {
    ...(await seenOf(freshRequest())),
    from: [await seenOf(Promise.resolve(id))],
  });
  return seenOf(Promise.resolve(id));
}

const newestOf = async (id: string) => (await phones.admin.call(requests.follow, { id })).events[0]?.id ?? v7();
let hotlineNumbers = 100_000;
function freshNumber(): string {
  hotlineNumbers += 1;
  return `GD${hotlineNumbers}`;
}
/** Its resident is asked whether it may go to the city. */
async function proposedHigher() {
  const id = await freshRequest();
  await phones.deputy.call(requests.pass, { id, deputyId: deputyNamed('汪虚拟').id, words: SAW });
  return { id, handover: await newestOf(id) };
}
/** Handed to the deputy, and not taken: nobody here is of a level above the county. */
async function handedRequest(): Promise<string> {
  const id = await freshRequest();
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('request')
      .set(({ ref }) => ({ handover_to: ref('deputy_id') }))
      .where('id', '=', id)
      .execute(),
  );
  return id;
}
/** With a deputy of the province who has no account. */
const onPaper = () => seenOf(phones.resident.call(requests.submit, matterFor('江拟名')).then(({ id }) => id));
const CARRIED = { on: '2026-11-18', by: 'phone' };
/** One that is pending at the hotline. */
async function atHotline() {
  const { id, seen } = await seenOf(freshRequest());
  await phones.admin.call(requests.awaitHotline, { id, seen, number: freshNumber() });
  return seenOf(Promise.resolve(id));
}
/** By which the department whose somebody is here has something, or one nobody here is of. */
async function freshAssignment(department = '县交通运输局') {
  const { id } = await freshReferral(department);
  const assigned = await assignedOf(api, id);
  return { id: assigned?.id ?? '', version: assigned?.version ?? 0 };
}
const inWalk = (name: string) => departmentsNamed([name])[0] ?? '';
/** What a department does for another one that leads. */
async function freshPart(department = '县交通运输局') {
  const id = await freshRequest();
  await phones.deputy.call(requests.refer, { id });
  const parts = [{ departmentId: inWalk(department), words: SAW }];
  const together = { kind: 'advice' as const, parts };
  const step = { id, seen: await newestOf(id) };
  await phones.admin.call(requests.assign, { ...step, departmentId: inWalk('县住建局'), together });
  const [part] = (await phones.admin.call(requests.follow, { id })).parts ?? [];
  return { id: part?.id ?? '', version: part?.version ?? 0 };
}
const foreignPart = () => freshPart('县教育局');
/** What a department asks of the station. */
async function freshQuestion() {
  const { id } = await freshReferral('县交通运输局');
  const assigned = await assignedOf(api, id);
  await phones.department.call(assignments.ask, {
    id: assigned?.id ?? '',
    version: assigned?.version ?? 0,
    words: SAW,
  });
  return { id, seen: await newestOf(id) };
}
const foreignAssignment = () => freshAssignment('县住建局');
/** The clerk stepped aside from it. */
async function freshRecusal(request: Promise<string>): Promise<string> {
  const id = await request;
  await phones.clerk.call(assignments.stepAside, { context: 'requests', id, words: SAW });
  const { items } = await phones.admin.call(assignments.recusals, {});
  return items.find(({ subject }) => subject.id === id)?.id ?? '';
}
const foreignStep = async () => ({ id: await foreignRequest(), seen: v7() });
/** Those of a suggestion who are here: its lead, the office, the department it goes to. */
const castHere = () => ({ xu: phones.deputy, admin: phones.admin, fang: phones.department }) as Cast;
const alone = { signers: [] };

/** A suggestion of the deputy here, as far as it has come. */
async function freshSuggestion(state: 'draft' | 'submitted' | 'assigned' | 'answered' | 'to_meet') {
  if (state === 'draft') {
    const { id, textVersion } = await phones.deputy.call(suggestions.draft, writtenFor());
    return { id, version: 1, textVersion };
  }
  const cast = castHere();
  const { id } = await (state === 'submitted'
    ? submittedSuggestion(cast, alone)
    : assignedSuggestion(cast, transport(), alone));
  if (state === 'answered') await answerSuggestion(api, phones.department, id);
  if (state === 'to_meet') await toMeet(api, id);
  return phones.deputy.call(suggestions.show, { id });
}

/** It is handled with another. */
async function joinedSuggestion() {
  const [lead, { id, version }] = [await freshSuggestion('submitted'), await freshSuggestion('submitted')];
  await phones.admin.call(suggestions.merge, { ...stepOf(lead), others: [{ id, version }] });
  return phones.deputy.call(suggestions.show, { id });
}

/** A photo came with it that WeChat was not sure of. */
async function doubtedAttachment() {
  const picture = await sentPicture(phones.deputy);
  const { id } = await submittedSuggestion(castHere(), { ...alone, pictures: [picture] });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('picture').set({ state: 'review' }).where('id', '=', picture).execute(),
  );
  return { id, picture };
}

/** Of somebody else, who asked the deputy here to sign it, or whose the deputy here has signed. */
async function signedSuggestion(state: 'asked' | 'signed', stage: 'draft' | 'answered' = 'draft') {
  const one = await freshSuggestion(stage);
  await handToStranger(api, one.id, { name: '徐示例', state });
  return one;
}

/** A draft of which nobody here knows. */
async function foreignSuggestion() {
  const one = await freshSuggestion('draft');
  await handToStranger(api, one.id);
  return one;
}
type Step = { id: string; version: number; textVersion: number };
/** What is sent with one of them, here and of somebody else's. */
const withSuggestion = (
  of: () => Promise<Step>,
  given: (step: Step) => Input,
): Pick<Rule, 'input' | 'foreign' | 'ends'> => ({
  input: async () => given(await of()),
  ends: { otherDeputy: 'not_found' },
  foreign: { input: async () => given(await foreignSuggestion()), ends: 'not_found' },
});
const stepOf = ({ id, version }: Pick<Step, 'id' | 'version'>) => ({ id, version });
const readOf = ({ id, textVersion }: Step) => ({ id, textVersion });
const idAlone = ({ id }: Pick<Step, 'id'>) => ({ id });

/** The department asked the deputies something, or the office for more days. */
async function askedSuggestion(what: 'question' | 'days') {
  const { id } = await freshSuggestion('assigned');
  const held = await heldBy(phones.department, id);
  if (what === 'question') await phones.department.call(assignments.ask, { ...held, words: SAW });
  else await phones.department.call(assignments.extend, { ...held, until: dayIn(api, 95), reason: SAW });
  return phones.deputy.call(suggestions.show, { id });
}

/** The department wrote down that it spoke with the deputy here. */
async function freshContact() {
  const one = await freshSuggestion('assigned');
  const said = { id: one.id, on: dayIn(api, 0), way: 'phone' as const, words: SAW };
  const { contacts } = await phones.department.call(suggestions.contact, said);
  return { id: one.id, contact: contacts[0]?.id ?? '', confirmed: true };
}

const notThere = { clerk: 'not_now', admin: 'not_now' } as const;

const foreignPromise = () => freshPromise('县住建局');
const SAW = '早上六点四十那班天天有。';
/** The same, as far as this verb needs it to be. */
async function duePromise(department?: string) {
  const step = await freshPromise(department);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('promise').set({ state: 'not_kept', why: null }).where('id', '=', step.id).execute(),
  );
  return step;
}
async function askedPromise(asked: { why?: 'asked'; extension?: 'asked' }) {
  const step = await duePromise();
  const changes = { ...asked, asked_until: dayIn(api, 20) };
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('promise').set(changes).where('id', '=', step.id).execute(),
  );
  return step;
}

const notTheirs = {
  newcomer: 'not_found',
  otherDeputy: 'not_found',
  otherClerk: 'not_found',
  supervisor: 'not_found',
  department: 'not_found',
} as const;
const residentOnly = { ...notTheirs, deputy: 'not_found', clerk: 'not_found', admin: 'not_found' } as const;
/** The station of the village and the congress's office see what is sent there. */
const seenByOffice = { clerk: 'ok', admin: 'ok' } as const;

const RULES: Record<string, Rule> = {
  'identity.signIn': { input: (who) => loginCode(keyOf(who)), elsewhere: 'ok' },
  'identity.renew': {
    input: async (who) => {
      const { body } = await api.nobody.send(procedureNamed('identity.signIn'), await loginCode(keyOf(who)));
      return { refreshToken: (body as { refreshToken: string }).refreshToken };
    },
    elsewhere: 'session_ended',
  },
  'identity.signOut': { input: () => ({}), after: goOn },
  'identity.sessions': { input: () => ({}) },
  'identity.endSession': {
    input: (who) => oneMoreSession(who),
    foreign: { input: () => oneMoreSession('resident', 'lin'), ends: 'not_found' },
  },
  'identity.endOtherSessions': { input: () => ({}), after: goOn },
  'identity.ownData': { input: () => ({}) },
  'identity.copyOwnData': { input: () => ({}) },
  'identity.correctName': { input: (who) => ({ name: `名${who}` }) },
  // Of as many matters as nobody has: whoever is let in stays who they are, for all that follows.
  'identity.eraseOwnData': {
    input: () => ({ open: 999 }),
    ends: {
      newcomer: 'erase_changed',
      resident: 'erase_changed',
      ...Object.fromEntries(
        (['deputy', 'otherDeputy', 'clerk', 'otherClerk', 'supervisor', 'department', 'admin'] as const).map((who) => [
          who,
          'erase_holds_role',
        ]),
      ),
    },
  },
  'identity.me': { input: () => ({}) },
  'identity.myDepartments': { input: () => ({}) },
  'identity.verifyPhone': { input: (who) => phoneCode(keyOf(who)) },
  'identity.memberships': { input: () => ({ role: 'clerk' }) },
  'identity.auditLog': { input: () => ({}) },
  'identity.checkAudit': { input: () => ({}) },
  'identity.exportAudit': { input: () => ({}) },
  'identity.grant': {
    input: () => ({ role: 'supervisor', name: '巡示例', village: villageOf('新塘岭村'), reason: '村里推荐的' }),
  },
  'identity.withdraw': {
    input: async () => ({ id: await freshMembership(), reason: '不在村里了' }),
    foreign: { input: async () => ({ id: await foreignMembership(), reason: '不在村里了' }), ends: 'not_found' },
  },
  'identity.invite': {
    input: async () => ({ id: await freshMembership() }),
    foreign: { input: async () => ({ id: await foreignMembership() }), ends: 'not_found' },
  },
  'identity.acceptInvitation': {
    input: async () => ({ code: (await phones.admin.call(identity.invite, { id: await freshMembership() })).code }),
  },
  'identity.secondFactor': { input: () => ({}) },
  // The county asks nobody for one (functions/local/seed/write.ts).
  'identity.beginSecondFactor': { input: () => ({}), ends: forAll('not_allowed') },
  'identity.confirmSecondFactor': { input: () => ({ code: '123456' }), ends: forAll('second_factor_none') },
  'identity.giveSecondFactor': { input: () => ({ code: '123456' }), ends: forAll('second_factor_none') },
  'identity.makeBackupCodes': { input: () => ({ code: '123456' }), ends: forAll('second_factor_none') },
  'identity.renewSecondFactor': { input: () => ({ code: '0123ABCD' }), ends: forAll('second_factor_none') },
  'identity.resetSecondFactor': {
    input: async () => ({ id: await factorOf(), reason: '手机掉进水里了' }),
    foreign: { input: async () => ({ id: await foreignMembership(), reason: '手机掉进水里了' }), ends: 'not_found' },
  },
  'identity.openQrSignIn': { input: () => ({}), elsewhere: 'ok' },
  'identity.confirmQrSignIn': { input: async () => ({ code: (await freshDesk({ confirmed: false })).code }) },
  'identity.collectQrSignIn': {
    input: async () => ({ secret: (await freshDesk({ confirmed: true })).secret }),
    elsewhere: 'qr_code_bad',
  },
  'directory.county': { input: () => ({}), elsewhere: 'ok' },
  'directory.divisions': { input: () => ({}), elsewhere: 'ok' },
  'directory.findByPlace': { input: () => ({ village: villageOf('草坪村') }), elsewhere: 'not_found' },
  'directory.deputy': { input: () => ({ id: deputyNamed('徐示例').id }), elsewhere: 'not_found' },
  'directory.openCode': { input: () => ({ code: deputyNamed('徐示例').code }), elsewhere: 'code_unknown' },
  'directory.myCode': { input: () => ({}) },
  'directory.beginFile': { input: () => ({ kind: 'workbook' }) },
  'directory.template': { input: () => ({ filled: false }) },
  'directory.checkWorkbook': { input: () => ({ fileId: deputyNamed('徐示例').id }), ends: { admin: 'file_missing' } },
  'directory.importWorkbook': {
    input: () => ({ fileId: deputyNamed('徐示例').id, digest: '0'.repeat(64) }),
    ends: { admin: 'file_missing' },
  },
  'directory.findByUnit': { input: () => ({ id: unitWard() }), elsewhere: 'not_found' },
  'directory.search': { input: () => ({ words: '徐示例' }), elsewhere: 'ok' },
  'directory.near': { input: () => ({ latitude: '28.9', longitude: '118.5', coordinates: 'gcj02' }), elsewhere: 'ok' },
  'directory.stations': { input: () => ({}), elsewhere: 'ok' },
  'directory.departments': { input: () => ({}), elsewhere: 'ok' },
  'directory.absences': { input: () => ({}) },
  'directory.goAway': { input: () => ({ from: '2026-12-08', to: '2026-12-09' }) },
  'directory.comeBack': {
    input: async () => ({ id: await freshAbsence() }),
    ends: { otherDeputy: 'not_found' },
    foreign: { input: async () => ({ id: await foreignAbsence() }), ends: 'not_found' },
  },
  'directory.renewCode': {
    input: () => ({ id: deputyNamed('江拟名').id, reason: '卡片丢了' }),
    foreign: { input: async () => ({ id: await foreignDeputy(), reason: '卡片丢了' }), ends: 'not_found' },
  },
  'directory.importBoundaries': {
    input: () => ({ fileId: v7(), coordinates: 'wgs84' }),
    ends: { admin: 'file_missing' },
  },
  'directory.settings': { input: () => ({}) },
  'directory.settingChanges': { input: () => ({}) },
  'directory.proposeSetting': {
    input: async () => ({ setting: 'secondTerm', value: { term: { days: 20, kind: 'calendar' } }, reason: SAW }),
    after: async () => {
      await freshChange();
    },
  },
  'directory.confirmSetting': {
    input: () => freshChange(),
    foreign: { input: () => freshChange('somebody', OTHER_COUNTY), ends: 'not_found' },
  },
  'directory.declineSetting': {
    input: async () => ({ ...(await freshChange()), reason: SAW }),
    foreign: {
      input: async () => ({ ...(await freshChange('somebody', OTHER_COUNTY)), reason: SAW }),
      ends: 'not_found',
    },
  },
  'directory.withdrawSetting': {
    input: () => freshChange('admin'),
    foreign: { input: () => freshChange('somebody', OTHER_COUNTY), ends: 'not_found' },
  },
  'requests.submit': { input: () => matterFor('毛范例'), ends: { otherDeputy: 'own_matter' } },
  'requests.beginPicture': { input: () => ({}) },
  'requests.keepPicture': {
    input: async () => ({ id: await sentPicture(phones.resident) }),
    ends: { ...residentOnly, newcomer: 'not_found' },
    foreign: { input: async () => ({ id: await sentPicture(lin) }), ends: 'not_found' },
  },
  'requests.mine': { input: () => ({ state: 'with_deputy' }) },
  'requests.inbox': { input: () => ({ state: 'with_deputy' }) },
  'requests.counts': { input: () => ({}) },
  'requests.follow': {
    input: async () => ({ id: await freshRequest() }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found', but: seenByOffice },
  },
  'requests.open': {
    input: async () => ({ id: await freshRequest() }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found', but: seenByOffice },
  },
  'requests.answer': {
    input: async () => ({ id: await freshRequest(), words: '明天去看。' }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest(), words: '明天去看。' }), ends: 'not_found' },
  },
  'requests.rate': {
    input: async () => ({ id: await freshRequest('answered'), round: 1, outcome: 'partly' }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest(), round: 1, outcome: 'solved' }), ends: 'not_found' },
  },
  'requests.withdrawRating': {
    input: async () => ({ id: await freshRequest('solved') }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.reopen': {
    input: async () => ({ id: await freshRequest('solved') }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.supplement': {
    input: async () => ({ id: await freshRequest(), words: '第四盏也坏了。' }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest(), words: '第四盏也坏了。' }), ends: 'not_found' },
  },
  'requests.withdraw': {
    input: async () => ({ id: await freshRequest() }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.withdrawConsent': {
    input: async () => ({ id: await publicRequest() }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.unassigned': { input: () => ({}) },
  'requests.take': {
    input: async () => ({ id: await sharedRequest() }),
    // Deputies of the village hear that a colleague has it.
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'already_taken' },
  },
  'requests.group': {
    input: async () => ({ id: await freshRequest() }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found', but: seenByOffice },
  },
  'requests.pass': {
    input: async () => ({ id: await freshRequest(), deputyId: deputyNamed('毛范例').id, words: '您住得近。' }),
    ends: notTheirs,
    foreign: {
      input: async () => ({ id: await foreignRequest(), deputyId: deputyNamed('毛范例').id, words: '您住得近。' }),
      ends: 'not_found',
    },
  },
  'requests.decideHandover': {
    input: async () => ({ ...(await proposedHigher()), agreed: true }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await foreignRequest(), handover: v7(), agreed: true }), ends: 'not_found' },
  },
  'requests.declineHandover': {
    input: async () => ({ id: await handedRequest(), words: SAW }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest(), words: SAW }), ends: 'not_found' },
  },
  'requests.tellHigher': {
    input: async () => ({ ...(await onPaper()), ...CARRIED }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ ...(await foreignStep()), ...CARRIED }), ends: 'not_found', but: notThere },
  },
  'requests.answerHigher': {
    input: async () => ({ ...(await onPaper()), ...CARRIED, words: SAW }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), ...CARRIED, words: SAW }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'requests.refer': {
    input: async () => ({ id: await freshRequest(), words: '请去看看灯杆。' }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.assign': {
    input: async () => ({ ...(await freshReferral()), departmentId: departments[0] }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), departmentId: departments[0] }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'requests.sendToOffice': {
    input: async () => ({ ...(await seenOf(freshRequest())), words: SAW }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ ...(await foreignStep()), words: SAW }), ends: 'not_found', but: seenByOffice },
  },
  'requests.release': {
    input: asideRequest,
    foreign: { input: foreignStep, ends: 'not_found', but: notThere },
  },
  'requests.divert': {
    input: async () => ({ ...(await asideRequest()), words: SAW }),
    foreign: { input: async () => ({ ...(await foreignStep()), words: SAW }), ends: 'not_found', but: notThere },
  },
  'requests.giveBack': {
    input: async () => ({ ...(await freshReferral()), words: '这件事请代表来回。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), words: '请代表来回。' }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'requests.numberHotline': {
    input: async () => ({ id: await freshRequest(), number: freshNumber() }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), number: freshNumber() }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.awaitHotline': {
    input: async () => ({ ...(await seenOf(freshRequest())), number: freshNumber() }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), number: freshNumber() }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.endHotline': {
    input: async () => ({ ...(await atHotline()), result: 'answered', words: '三盏灯换好了。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), result: 'failed', words: '没办成。' }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'requests.takeBack': {
    input: async () => ({ ...(await freshReferral('县住建局')), words: '分错了部门。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), words: '分错了部门。' }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'requests.decideAsked': {
    input: async () => ({ ...(await freshQuestion()), granted: true }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), granted: true }),
      ends: 'not_found',
      but: notThere,
    },
  },
  'assignments.inbox': { input: () => ({ box: 'new' }) },
  'assignments.counts': { input: () => ({}) },
  'assignments.show': {
    input: async () => ({ id: (await freshAssignment()).id }),
    foreign: { input: async () => ({ id: (await foreignAssignment()).id }), ends: 'not_found' },
  },
  'assignments.accept': { input: () => freshAssignment(), foreign: { input: foreignAssignment, ends: 'not_found' } },
  'assignments.giveBack': {
    input: async () => ({ ...(await freshAssignment()), reason: '不归我们管，请转给住建局。' }),
    foreign: {
      input: async () => ({ ...(await foreignAssignment()), reason: '不归我们管，请转。' }),
      ends: 'not_found',
    },
  },
  'assignments.progress': {
    input: async () => ({ ...(await freshAssignment()), words: SAW }),
    foreign: { input: async () => ({ ...(await foreignAssignment()), words: SAW }), ends: 'not_found' },
  },
  'assignments.ask': {
    input: async () => ({ ...(await freshAssignment()), words: SAW }),
    foreign: { input: async () => ({ ...(await foreignAssignment()), words: SAW }), ends: 'not_found' },
  },
  'assignments.phrases': {
    input: async () => ({ id: (await freshAssignment()).id }),
    foreign: { input: async () => ({ id: (await foreignAssignment()).id }), ends: 'not_found' },
  },
  'assignments.keepPhrase': {
    input: async () => ({ id: (await freshAssignment()).id, words: SAW }),
    foreign: { input: async () => ({ id: (await foreignAssignment()).id, words: SAW }), ends: 'not_found' },
  },
  'assignments.dropPhrase': {
    input: async () => ({ id: (await freshAssignment()).id, phrase: v7() }),
    foreign: { input: async () => ({ id: (await foreignAssignment()).id, phrase: v7() }), ends: 'not_found' },
  },
  'assignments.parts': { input: () => ({ box: 'open' }) },
  'assignments.part': {
    input: async () => ({ id: (await freshPart()).id }),
    foreign: { input: async () => ({ id: (await foreignPart()).id }), ends: 'not_found' },
  },
  'assignments.involve': {
    input: async () => ({ ...(await freshAssignment()), parts: [{ departmentId: inWalk('县住建局'), words: SAW }] }),
    foreign: {
      input: async () => ({
        ...(await foreignAssignment()),
        parts: [{ departmentId: inWalk('县教育局'), words: SAW }],
      }),
      ends: 'not_found',
    },
  },
  'assignments.giveOpinion': {
    input: async () => ({ ...(await freshPart()), words: `${SAW}，电缆也换好了。` }),
    foreign: { input: async () => ({ ...(await foreignPart()), words: `${SAW}，电缆也换好了。` }), ends: 'not_found' },
  },
  'assignments.withdrawPart': {
    // Who works on it does not say that it is not needed.
    input: () => freshPart(),
    ends: { department: 'not_found', otherClerk: 'not_found' },
    foreign: { input: foreignPart, ends: 'not_found', but: { clerk: 'ok', admin: 'ok' } },
  },
  'assignments.stepAside': {
    input: async () => ({ context: 'requests', id: await freshRequest(), words: SAW }),
    ends: { department: 'not_found', otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ context: 'requests', id: await foreignRequest(), words: SAW }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'assignments.recusals': { input: () => ({}) },
  'assignments.endRecusal': {
    input: async () => ({ id: await freshRecusal(freshRequest()), words: SAW }),
    foreign: { input: async () => ({ id: await freshRecusal(foreignRequest()), words: SAW }), ends: 'ok' },
  },
  'assignments.extend': {
    input: async () => {
      const step = await freshAssignment();
      const { extendable } = await phones.department.call(assignments.show, { id: step.id });
      return { ...step, until: extendable?.to ?? '', reason: SAW };
    },
    foreign: {
      input: async () => ({ ...(await foreignAssignment()), until: dayIn(api, 40), reason: SAW }),
      ends: 'not_found',
    },
  },
  'assignments.answer': {
    input: async () => ({ ...(await freshAssignment()), resultClass: 'A', words: SAW }),
    foreign: {
      input: async () => ({ ...(await foreignAssignment()), resultClass: 'A', words: SAW }),
      ends: 'not_found',
    },
  },
  'suggestions.offers': { input: () => ({}) },
  'suggestions.mine': { input: () => ({}) },
  'suggestions.desk': { input: () => ({ box: 'to_assign' }) },
  'suggestions.counts': { input: () => ({}) },
  'suggestions.show': withSuggestion(() => freshSuggestion('assigned'), idAlone),
  'suggestions.ofRequest': {
    input: async (who) => ({ id: who === 'resident' ? await freshRequest() : await foreignRequest() }),
    ends: Object.fromEntries(somebodies.filter((who) => who !== 'resident').map((who) => [who, 'not_found'])),
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'suggestions.draft': { input: () => writtenFor(), ends: { otherDeputy: 'not_county_deputy' } },
  'suggestions.edit': withSuggestion(
    () => freshSuggestion('draft'),
    (step) => ({ ...readOf(step), ...writtenFor() }),
  ),
  'suggestions.submit': withSuggestion(() => freshSuggestion('draft'), readOf),
  'suggestions.withdraw': withSuggestion(() => freshSuggestion('submitted'), idAlone),
  'suggestions.sign': withSuggestion(() => signedSuggestion('asked'), readOf),
  'suggestions.decline': withSuggestion(() => signedSuggestion('asked'), idAlone),
  'suggestions.unsign': withSuggestion(() => signedSuggestion('signed'), idAlone),
  'suggestions.comment': withSuggestion(
    () => signedSuggestion('signed', 'answered'),
    ({ id }) => ({ id, attitude: 'satisfied', result: 'basically' }),
  ),
  'suggestions.confirmContact': {
    input: freshContact,
    ends: { otherDeputy: 'not_found' },
    foreign: {
      input: async () => ({ id: (await foreignSuggestion()).id, contact: v7(), confirmed: true }),
      ends: 'not_found',
    },
  },
  'suggestions.rate': withSuggestion(
    () => freshSuggestion('answered'),
    (step) => ({ ...stepOf(step), attitude: 'satisfied', result: 'satisfied' }),
  ),
  'suggestions.urge': withSuggestion(() => freshSuggestion('assigned'), idAlone),
  'suggestions.contact': withSuggestion(
    () => freshSuggestion('assigned'),
    ({ id }) => ({ id, on: dayIn(api, 0), way: 'phone', words: SAW }),
  ),
  'suggestions.redirect': withSuggestion(
    () => freshSuggestion('submitted'),
    (step) => ({ ...stepOf(step), to: 'petition', reason: SAW }),
  ),
  'suggestions.assign': withSuggestion(
    () => freshSuggestion('submitted'),
    (step) => ({ ...stepOf(step), departmentId: transport() }),
  ),
  'suggestions.takeBack': withSuggestion(
    () => freshSuggestion('assigned'),
    (step) => ({ ...stepOf(step), reason: SAW }),
  ),
  'suggestions.extend': withSuggestion(
    () => freshSuggestion('assigned'),
    (step) => ({ ...stepOf(step), dueOn: dayIn(api, 120), reason: SAW }),
  ),
  'suggestions.reply': withSuggestion(
    () => askedSuggestion('question'),
    ({ id }) => ({ id, words: SAW }),
  ),
  'suggestions.refuseExtension': withSuggestion(
    () => askedSuggestion('days'),
    (step) => ({ ...stepOf(step), reason: SAW }),
  ),
  'suggestions.printLetter': withSuggestion(() => freshSuggestion('answered'), idAlone),
  'suggestions.printYear': {
    input: async () => {
      await freshSuggestion('submitted');
      return { year: Number(dayIn(api, 0).slice(0, 4)), as: 'xlsx' };
    },
  },
  'suggestions.meet': withSuggestion(
    () => freshSuggestion('to_meet'),
    (step) => ({ ...stepOf(step), on: dayIn(api, 0), words: SAW }),
  ),
  'suggestions.reviewPicture': {
    input: async () => ({ ...(await doubtedAttachment()), decision: 'withheld', reason: SAW }),
    foreign: {
      input: async () => ({ id: NOWHERE_STEP.id, picture: NOWHERE_STEP.id, decision: 'withheld', reason: SAW }),
      ends: 'not_found',
    },
  },
  'suggestions.mark': withSuggestion(
    () => freshSuggestion('submitted'),
    (step) => ({ ...stepOf(step), on: true }),
  ),
  'suggestions.merge': {
    input: async () => ({
      ...stepOf(await freshSuggestion('submitted')),
      others: [stepOf(await freshSuggestion('submitted'))],
    }),
    foreign: {
      input: async () => ({
        ...stepOf(await foreignSuggestion()),
        others: [stepOf(await freshSuggestion('submitted'))],
      }),
      ends: 'not_found',
    },
  },
  'suggestions.part': withSuggestion(joinedSuggestion, stepOf),
  'suggestions.nameWatcher': withSuggestion(
    () => freshSuggestion('assigned'),
    (step) => ({ ...stepOf(step), watcherId: committee }),
  ),
  'requests.ask': {
    input: async () => ({ id: await freshRequest(), words: '是哪几盏？' }),
    ends: notTheirs,
    foreign: { input: async () => ({ id: await foreignRequest(), words: '是哪几盏？' }), ends: 'not_found' },
  },
  'requests.note': {
    input: async () => ({ id: await freshRequest(), words: '问过村里了。' }),
    ends: notTheirs,
    foreign: {
      input: async () => ({ id: await foreignRequest(), words: '问过村里了。' }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'directory.printCodes': {
    input: () => ({ format: 'keys', deputies: [deputyNamed('毛范例').id] }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ format: 'keys', deputies: [await foreignDeputy()] }), ends: 'not_found' },
  },
  'requests.printReceipt': {
    input: async () => ({ id: await enteredRequest() }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found', but: seenByOffice },
  },
  'requests.enterFor': { input: () => ({ ...matterFor('毛范例'), name: '余大伯' }), ends: { otherClerk: 'not_found' } },
  'requests.offered': { input: () => ({}) },
  'requests.confirmContact': {
    input: async () => ({ id: await enteredRequest('13800000001'), mine: true }),
    ends: residentOnly,
    foreign: { input: async () => ({ id: await enteredRequest('13800000003'), mine: true }), ends: 'not_found' },
  },
  'requests.correctContact': {
    input: async () => ({ id: await enteredRequest('13800000077') }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.seePhone': {
    input: async () => ({ id: await freshRequest(), reason: 'ask', words: '问清楚是哪一盏。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), reason: 'ask', words: '问清楚是哪一盏。' }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.phoneLooks': { input: () => ({}) },
  'requests.hideWords': {
    input: async () => ({ id: await freshRequest(), words: '路灯', hidden: true }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), words: '路灯', hidden: true }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.enteredFor': { input: () => ({ state: 'with_deputy' }) },
  'requests.worklist': { input: () => ({ box: 'open' }) },
  'requests.dashboard': { input: () => ({}) },
  'requests.exportDashboard': { input: () => ({}) },
  'requests.exportWorklist': { input: () => ({ box: 'open' }) },
  'requests.search': { input: () => ({ words: '路灯' }) },
  'requests.reassign': {
    input: async () => ({ id: await freshRequest(), deputyId: deputyNamed('毛范例').id, words: '徐代表住院了。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), deputyId: deputyNamed('毛范例').id, words: '汪代表住院了。' }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.moderate': {
    input: async () => ({ id: await publicRequest(), publish: false, reason: '里面有门牌号。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), publish: false, reason: '里面有门牌号。' }),
      ends: 'not_found',
      but: { clerk: 'not_to_moderate', admin: 'not_to_moderate' },
    },
  },
  'requests.reviewContent': {
    input: async () => ({ id: await freshRequest(), decision: 'approved', reason: '没有问题。' }),
    ends: { clerk: 'nothing_to_review', admin: 'nothing_to_review', otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), decision: 'approved', reason: '没有问题。' }),
      ends: 'not_found',
      but: { clerk: 'nothing_to_review', admin: 'nothing_to_review' },
    },
  },
  'requests.similar': { input: () => ({ words: '村口的路灯坏了三盏' }), elsewhere: 'ok' },
  'requests.likeSame': {
    input: async () => ({ id: await freshRequest() }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found', but: seenByOffice },
  },
  'requests.merges': { input: () => ({}) },
  'requests.merge': {
    input: async () => ({ ...(await seenOf(freshRequest())), from: [await seenOf(freshRequest())] }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ ...(await foreignStep()), from: [await foreignStep()] }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.unmerge': {
    input: mergedRequest,
    ends: { otherClerk: 'not_found' },
    foreign: { input: foreignStep, ends: 'not_found', but: notThere },
  },
  'requests.apart': {
    input: async () => ({ id: await freshRequest(), other: await freshRequest() }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), other: await foreignRequest() }),
      ends: 'not_found',
      but: seenByOffice,
    },
  },
  'requests.board': { input: () => ({}), elsewhere: 'ok' },
  'requests.boardRules': { input: () => ({}), elsewhere: 'ok' },
  'requests.publicMatter': {
    input: async () => ({ id: (await shownRequest()).id }),
    elsewhere: 'not_found',
    foreign: { input: async () => ({ id: await foreignRequest() }), ends: 'not_found' },
  },
  'requests.report': {
    input: async () => ({ id: (await shownRequest()).id, reason: 'other', words: '照片上有我家。' }),
    ends: { resident: 'report_own' },
    foreign: { input: async () => ({ id: await foreignRequest(), reason: 'other' }), ends: 'not_found' },
  },
  'requests.printBoard': {
    input: async () => {
      await shownRequest();
      return {};
    },
  },
  'requests.answerReports': {
    input: async () => ({ ...(await reportedRequest()), takeDown: false, words: '看过了，没有不妥。' }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: await foreignRequest(), seen: v7(), takeDown: true, words: '有不妥。' }),
      ends: 'not_found',
      but: { clerk: 'not_to_moderate', admin: 'not_to_moderate' },
    },
  },
  'voting.cast': {
    input: freshBallot,
    ends: { newcomer: 'pass_bad' },
    foreign: {
      input: async () => ({ ...(await freshBallot('resident')), revision: 2 }),
      ends: 'pass_bad',
      but: { resident: 'ok' },
    },
  },
  'voting.screen': {
    input: async () => ({ id: published }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'voting.words': {
    input: () => ({ id: published, state: 'waiting' }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id, state: 'waiting' }), ends: 'not_found' },
  },
  'voting.mark': { input: async () => ({ ...(await freshWords()), spans: [] }), ...ofNoWords({ spans: [] }) },
  'voting.release': { input: () => freshWords('marked'), ...ofNoWords() },
  'voting.refuse': {
    input: async () => ({ ...(await freshWords()), reason: 'abuse' }),
    ...ofNoWords({ reason: 'abuse' }),
  },
  'voting.reopen': { input: () => freshWords('marked'), ...ofNoWords() },
  'voting.handOver': {
    input: async () => {
      const { id, word } = await freshWords('reported');
      return { id, word, to: '县纪委监委信访室' };
    },
    foreign: { input: async () => ({ id: published, word: v7(), to: '县纪委监委信访室' }), ends: 'not_found' },
  },
  // Everybody reads what a vote has, once; those before it wrote some that wait.
  'voting.publishWords': {
    input: async () => {
      await decideWords();
      return { id: published };
    },
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'voting.said': {
    input: async () => {
      await setWordsPublished(api.clock.now());
      return { id: published };
    },
    elsewhere: 'not_found',
  },
  'voting.slips': {
    input: async () => ({ id: (await freshSlip()).id }),
    foreign: { input: async () => ({ id: NO_SLIP.id }), ends: 'not_found' },
  },
  'voting.issueSlip': {
    input: async () => ({ id: (await freshSlip()).id, stationId: book?.stationId, act: v7(), adult: true }),
    ends: { otherClerk: 'slip_other_station' },
    foreign: {
      input: async () => ({ id: NO_SLIP.id, stationId: NO_SLIP.id, act: v7(), adult: true }),
      ends: 'not_found',
    },
  },
  'voting.takeBackSlip': {
    input: freshTick,
    ends: { otherClerk: 'slip_other_station' },
    foreign: {
      input: async () => ({ id: NO_SLIP.id, stationId: NO_SLIP.id, act: v7(), phone: ticks.next().value ?? '' }),
      ends: 'not_found',
    },
  },
  'voting.openSlip': {
    input: freshSlip,
    ends: { otherClerk: 'slip_other_station' },
    foreign: { input: async () => NO_SLIP, ends: 'not_found' },
  },
  'voting.enterSlip': {
    input: async () => ({ ...(await freshSlip()), sheets: [] }),
    ends: { otherClerk: 'slip_other_station' },
    foreign: { input: async () => ({ ...NO_SLIP, sheets: [] }), ends: 'not_found' },
  },
  'voting.settleSlip': {
    input: async (who) => ({ ...(await slipInHand(who)), use: 'third' }),
    ends: { otherClerk: 'slip_other_station' },
    foreign: { input: async () => ({ ...NO_SLIP, use: 'third' }), ends: 'not_found' },
  },
  'voting.spoilSlip': {
    input: async () => ({ ...(await freshSlip()), reason: '写错了', handedOut: true }),
    ends: { otherClerk: 'slip_other_station' },
    foreign: { input: async () => ({ ...NO_SLIP, reason: '写错了', handedOut: true }), ends: 'not_found' },
  },
  'voting.makeBook': {
    input: async () => ({ id: (await freshSlip()).id, stationId: book?.stationId, count: 1 }),
    foreign: { input: async () => ({ id: NO_SLIP.id, stationId: NO_SLIP.id, count: 1 }), ends: 'not_found' },
  },
  'voting.bookPdf': { input: freshBook },
  'voting.slipsSheet': {
    input: async () => ({ id: (await freshSlip()).id }),
    foreign: { input: async () => ({ id: NO_SLIP.id }), ends: 'not_found' },
  },
  'appraisals.current': { input: () => ({}), elsewhere: 'ok' },
  'appraisals.take': {
    input: async () => ({ id: await openAppraisal(), village: villageOf('草坪村'), adult: true }),
    foreign: {
      input: async () => ({ id: NOWHERE_STEP.id, village: villageOf('草坪村'), adult: true }),
      ends: 'not_found',
    },
  },
  'appraisals.results': { input: () => ({ id: published }), elsewhere: 'not_found' },
  'appraisals.published': { input: () => ({ id: published }), elsewhere: 'not_found' },
  'appraisals.report': {
    input: () => ({ id: published, station: stationOf('clerk') }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ id: published, station: stationOf('nobody') }), ends: 'not_found' },
  },
  'appraisals.writeReport': {
    input: async () => ({ id: published, station: stationOf('clerk'), ...(await reportBody()) }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: published, station: stationOf('nobody'), ...(await reportBody()) }),
      ends: 'not_found',
    },
  },
  'appraisals.readReport': {
    input: () => ({ id: published, station: stationOf('clerk'), version: 0 }),
    ends: { otherClerk: 'not_found' },
    foreign: {
      input: async () => ({ id: published, station: stationOf('nobody'), version: 0 }),
      ends: 'not_found',
    },
  },
  'appraisals.printReport': {
    input: () => ({ id: published, station: stationOf('clerk'), as: 'xlsx' }),
    ends: { otherClerk: 'not_found' },
    foreign: { input: async () => ({ id: published, station: stationOf('nobody'), as: 'xlsx' }), ends: 'not_found' },
  },
  'appraisals.file': { input: () => ({ id: published }), elsewhere: 'not_found' },
  'appraisals.prepared': { input: () => ({}) },
  'appraisals.preparation': {
    input: async () => ({ id: (await freshAppraisal()).id }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'appraisals.rolls': { input: () => ({}) },
  'appraisals.trial': {
    input: async () => ({ id: (await freshAppraisal()).id }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'appraisals.create': { input: () => ({ draft: draft() }) },
  'appraisals.edit': {
    input: async () => ({ ...(await freshAppraisal()), draft: draft() }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, draft: draft() }), ends: 'not_found' },
  },
  'appraisals.tryOut': {
    input: async () => ({ ...(await freshAppraisal()), elder: true }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, elder: true }), ends: 'not_found' },
  },
  'appraisals.approve': {
    input: triedAppraisal,
    foreign: { input: async () => NOWHERE_STEP, ends: 'not_found' },
  },
  'appraisals.open': {
    input: approvedAppraisal,
    foreign: { input: async () => NOWHERE_STEP, ends: 'not_found' },
  },
  'appraisals.drop': {
    input: freshAppraisal,
    foreign: { input: async () => NOWHERE_STEP, ends: 'not_found' },
  },
  'appraisals.proposeClose': {
    input: async () => ({ id: await openAppraisal(), ...LATER }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id, ...LATER }), ends: 'not_found' },
  },
  'appraisals.moveClose': {
    input: proposedClose,
    foreign: { input: async () => ({ id: NOWHERE_STEP.id, proposal: v7() }), ends: 'not_found' },
  },
  'appraisals.withdrawClose': {
    input: proposedClose,
    foreign: { input: async () => ({ id: NOWHERE_STEP.id, proposal: v7() }), ends: 'not_found' },
  },
  'appraisals.turnout': {
    input: async () => ({ id: await openAppraisal() }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'appraisals.promised': { input: () => ({ id: published }), elsewhere: 'not_found' },
  'appraisals.rectification': {
    input: () => ({ id: published }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'appraisals.sendOpinion': {
    input: () => ({ id: published, departmentId: departments[0], words: SAW }),
    foreign: {
      input: async () => ({ id: NOWHERE_STEP.id, departmentId: departments[0], words: SAW }),
      ends: 'not_found',
    },
  },
  'appraisals.prepareSecond': {
    input: async () => {
      await promised(api, { subject: { context: 'appraisals', id: published } });
      return { id: published };
    },
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'promises.opinions': { input: () => ({}) },
  'promises.answerOpinion': {
    input: async () => ({ ...(await freshOpinion()), words: SAW, promises: [{ words: SAW, dueOn: dayIn(api, 9) }] }),
    foreign: {
      input: async () => ({
        ...(await freshOpinion('县住建局')),
        words: SAW,
        promises: [{ words: SAW, dueOn: dayIn(api, 9) }],
      }),
      ends: 'not_found',
    },
  },
  'promises.askAgain': {
    input: async () => ({ ...(await freshOpinion('县交通运输局', 'answered')), words: SAW, dueOn: dayIn(api, 9) }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, words: SAW, dueOn: dayIn(api, 9) }), ends: 'not_found' },
  },
  'promises.mine': { input: () => ({}) },
  'promises.waiting': { input: () => ({}) },
  'promises.followed': { input: () => ({}) },
  'promises.follow': {
    input: async () => ({ promises: [(await freshPromise()).id], on: true }),
  },
  'promises.shown': { input: async () => ({ id: (await freshPromise()).id }), elsewhere: 'not_found' },
  'promises.shownToFollower': {
    // A public one everybody may read; of the rest `promised.test.ts` of requests tells.
    input: async () => ({ id: (await freshPromise()).id }),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'promises.askExtension': {
    input: async () => ({ ...(await freshPromise()), dueOn: dayIn(api, 20), reason: SAW }),
    foreign: {
      input: async () => ({ ...(await foreignPromise()), dueOn: dayIn(api, 20), reason: SAW }),
      ends: 'not_found',
    },
  },
  'promises.decideExtension': {
    input: async () => ({ ...(await askedPromise({ extension: 'asked' })), granted: true }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, granted: true }), ends: 'not_found' },
  },
  'promises.sayDone': {
    input: async () => ({ ...(await freshPromise()), words: SAW }),
    foreign: { input: async () => ({ ...(await foreignPromise()), words: SAW }), ends: 'not_found' },
  },
  'promises.look': {
    input: async () => ({ ...(await freshPromise()), done: true, words: SAW }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, done: true, words: SAW }), ends: 'not_found' },
  },
  'promises.reviewPicture': {
    input: async () => ({ ...(await shownPromise()), decision: 'withheld', reason: SAW }),
    foreign: {
      input: async () => ({ id: NOWHERE_STEP.id, picture: NOWHERE_STEP.id, decision: 'withheld', reason: SAW }),
      ends: 'not_found',
    },
  },
  'promises.askWhy': {
    input: async () => ({ ...(await duePromise()), words: SAW }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, words: SAW }), ends: 'not_found' },
  },
  'promises.explain': {
    input: async () => ({ ...(await askedPromise({ why: 'asked' })), words: SAW }),
    foreign: { input: async () => ({ ...(await foreignPromise()), words: SAW }), ends: 'not_found' },
  },
  'promises.reopen': {
    input: async () => ({ ...(await duePromise()), dueOn: dayIn(api, 20), reason: SAW }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, dueOn: dayIn(api, 20), reason: SAW }), ends: 'not_found' },
  },
  'promises.reports': { input: () => ({}) },
  'promises.report': {
    input: async () => idAlone(await freshReport('handed_in')),
    ends: { otherDeputy: 'not_found' },
    foreign: {
      input: async () => idAlone(await freshReport('open', '县住建局')),
      ends: 'not_found',
      but: { admin: 'ok' },
    },
  },
  'promises.publicReports': { input: () => ({}), elsewhere: 'ok' },
  'promises.publicReport': { input: async () => idAlone(await freshReport('rated')), elsewhere: 'not_found' },
  'promises.handInReport': {
    input: async () => ({ ...stepOf(await freshReport('open')), words: WHOLE, lines: [] }),
    foreign: {
      input: async () => ({ ...stepOf(await freshReport('open', '县住建局')), words: WHOLE, lines: [] }),
      ends: 'not_found',
    },
  },
  'promises.giveReceipt': {
    input: async () => ({ id: (await freshReport('handed_in')).id, round: 1, rating: 'satisfied' }),
    ends: { otherDeputy: 'not_found' },
    foreign: {
      input: async () => ({ id: (await freshReport('open', '县住建局')).id, round: 0, rating: 'satisfied' }),
      ends: 'not_found',
    },
  },
  'promises.returnReport': {
    input: async () => ({ ...stepOf(await freshReport('rated')), reason: SAW }),
    foreign: { input: async () => ({ ...NOWHERE_STEP, reason: SAW }), ends: 'not_found' },
  },
  'promises.exportReports': {
    input: async () => {
      reportedYear ??= (await reportMade(api, { state: 'open', year: 2050 })) && 2050;
      return { year: reportedYear };
    },
  },
  'promises.printReport': {
    input: async () => idAlone(await freshReport('handed_in')),
    foreign: { input: async () => ({ id: NOWHERE_STEP.id }), ends: 'not_found' },
  },
  'notifications.list': { input: () => ({}) },
  'notifications.unread': { input: () => ({}) },
  // An id only says up to when; whose it is makes no difference, and only the caller's own are marked.
  'notifications.markRead': {
    input: async () => ({ through: await freshRequest() }),
    foreign: { input: async () => ({ through: await foreignRequest() }), ends: 'ok' },
  },
  'notifications.texts': { input: () => ({}) },
  'notifications.templates': { input: () => ({}), elsewhere: 'ok' },
  'notifications.subscribe': { input: () => ({ choices: [{ template: 'progress', result: 'accept' }] }) },
};

function procedureNamed(name: string): Procedure {
  return procedures.find((procedure) => procedure.name === name) as Procedure;
}

/** How the contract says it ends before the verb has a say; null when it lets this person in. */
function keptOut(procedure: Procedure, who: Somebody): ProblemCode | null {
  if (procedure.who === 'anyone') return null;
  const { key, roles, phone } = PEOPLE[who];
  if (!key) return 'not_signed_in';
  if (!procedure.who.some((role) => (roles as readonly string[]).includes(role))) return 'not_allowed';
  return procedure.phone && !phone ? 'phone_needed' : null;
}

/** Calls, and looks at whatever came back: a reply is what the schema says, a problem one the contract declares. */
async function endOf(procedure: Procedure, phone: TestPhone, input: Input, given = {}): Promise<End> {
  const { status, type, body } = await phone.send(procedure, input, given);
  if (status === 200) {
    expect(type).toBe('application/json; charset=utf-8');
    expect(procedure.reply.parse(body)).toEqual(body);
    return 'ok';
  }
  const { code, title, number } = body as ProblemBody;
  expect(type).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ status, type: `/problems/${code}`, title: problemOf(code).title });
  expect(number).toMatch(new RegExp(`^L-${status}-[0-9A-Z]{4}$`));
  expect(problemsOf(procedure)).toContain(code);
  expect(title).toMatch(/\p{Script=Han}/u);
  return code;
}

async function everybody(end: (who: Somebody) => Promise<End> | End): Promise<Record<string, End>> {
  const ends: Record<string, End> = {};
  for (const who of somebodies) ends[who] = await end(who);
  return ends;
}

/** What is refused changes nothing, so that the same input does for all who are: made once, as it would be good, before anybody uses it up. */
async function oneForRefused(input: (who: Somebody) => Input | Promise<Input>, refused: (who: Somebody) => boolean) {
  const letIn = somebodies.find((who) => !refused(who)) ?? 'resident';
  const shared = await input(letIn);
  return async (who: Somebody) => (refused(who) ? shared : input(who));
}

/** Something is done that needs a role. */
function writesAs({ method, who }: Procedure): boolean {
  return method !== 'GET' && who !== 'anyone' && !who.includes('resident');
}

/** While nothing is left of the roles of somebody who still has their token. */
async function without<T>(who: Somebody, act: () => Promise<T>): Promise<T> {
  const { id } = await phones[who].call(identity.me, {});
  const withdraw = (at: Date | null) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      tx.updateTable('membership').set({ withdrawn_at: at }).where('person_id', '=', id).execute(),
    );
  await withdraw(api.clock.now());
  return act().finally(() => withdraw(null));
}

test('there is a rule for every procedure, and no rule for anything else', () => {
  expect(Object.keys(RULES).sort()).toEqual(procedures.map(({ name }) => name).sort());
  const needForeign = procedures.filter(
    (procedure) => procedure.who !== 'anyone' && pathNames(procedure).includes('id'),
  );
  for (const { name } of needForeign) expect([name, RULES[name]?.foreign !== undefined]).toEqual([name, true]);
  for (const { name, who } of procedures)
    expect([name, RULES[name]?.elsewhere !== undefined]).toEqual([name, who === 'anyone']);
});

describe.each(procedures)('$name', (procedure) => {
  const rule = RULES[procedure.name] as Rule;
  if (rule?.after) afterAll(rule.after);

  test('in its own county', async () => {
    const input = await oneForRefused(rule.input, (who) => keptOut(procedure, who) !== null);
    const ends = await everybody(async (who) => endOf(procedure, phones[who], await input(who)));
    expect(ends).toEqual(await everybody((who) => keptOut(procedure, who) ?? rule.ends?.[who] ?? 'ok'));
  });

  test("with this county's token in another county", async () => {
    const input = await oneForRefused(rule.input, () => procedure.who !== 'anyone');
    const ends = await everybody(async (who) =>
      endOf(procedure, phones[who], await input(who), { county: OTHER_COUNTY }),
    );
    const signedIn = (who: Somebody): End => (PEOPLE[who].key ? 'other_county' : 'not_signed_in');
    expect(ends).toEqual(
      await everybody((who) => (procedure.who === 'anyone' ? (rule.elsewhere ?? 'ok') : signedIn(who))),
    );
  });

  test("with another county's token in this county, and in a county that is not there", async () => {
    const input = await rule.input('deputy');
    const there = await endOf(procedure, phones.deputy, input, { county: '110101' });
    expect(there).toBe('county_unknown');
    const here = await endOf(procedure, stranger, input, { county: COUNTY });
    expect(here).toBe(procedure.who === 'anyone' ? 'ok' : 'other_county');
  });

  if (writesAs(procedure))
    test('by who lost the role after they signed in', async () => {
      const letIn = somebodies.filter((who) => keptOut(procedure, who) === null);
      const input = await oneForRefused(rule.input, () => true);
      const ends: End[] = [];
      for (const who of letIn) {
        const own = await input(who);
        ends.push(await without(who, () => endOf(procedure, phones[who], own)));
      }
      expect(ends).toEqual(letIn.map(() => 'not_allowed'));
    });

  if (rule?.foreign)
    test("with somebody else's object", async () => {
      const { input: made, ends: end, but = {} } = rule.foreign as NonNullable<Rule['foreign']>;
      const ended = (who: Somebody) => keptOut(procedure, who) ?? but[who] ?? end;
      const input = await oneForRefused(made, (who) => ended(who) !== 'ok');
      const ends = await everybody(async (who) => endOf(procedure, phones[who], await input(who)));
      expect(ends).toEqual(await everybody(ended));
    });
});

test('marking as read up to somebody else’s notification marks one’s own alone', async () => {
  await phones.resident.call(requests.submit, matterFor('毛范例'));
  const unread = procedureNamed('notifications.unread');
  const { body: before } = await phones.otherDeputy.send(unread, {});
  expect((before as { count: number }).count).toBeGreaterThan(0);
  await phones.resident.send(procedureNamed('notifications.markRead'), { through: await foreignRequest() });
  expect((await phones.otherDeputy.send(unread, {})).body).toEqual(before);
});

test('the printed contract says of every procedure who may call it', async () => {
  type Printed = { paths: Record<string, Record<string, { 'x-who': unknown; security?: unknown }>> };
  const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as Printed;
  for (const procedure of procedures) {
    const operation = document.paths[`/api/v2/{jurisdiction}${procedure.path}`]?.[procedure.method.toLowerCase()];
    expect([procedure.name, operation?.['x-who']]).toEqual([procedure.name, procedure.who]);
    expect(operation?.security).toEqual(procedure.who === 'anyone' ? undefined : [{ session: [] }]);
  }
});
