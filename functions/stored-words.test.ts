import { sql } from 'kysely';
import { v7 } from 'uuid';
import type * as z from 'zod/mini';
import * as appraisals from '../shared/appraisals/contract';
import { printReport } from '../shared/appraisals/contract/office';
import * as assignments from '../shared/assignments/contract';
import * as directory from '../shared/directory/contract';
import { declineSetting, proposeSetting, settingChanges, settings } from '../shared/directory/contract/office';
import * as identity from '../shared/identity/contract';
import { copyOwnData } from '../shared/identity/contract/office';
import { hasBody, type Input, type Procedure, pathNames } from '../shared/kernel/procedure';
import * as notifications from '../shared/notifications/contract';
import * as promises from '../shared/promises/contract';
import * as requests from '../shared/requests/contract';
import { STATE_NAMES } from '../shared/requests/states';
import * as suggestions from '../shared/suggestions/contract';
import { cast, enterSlip, handOver, openSlip, screen, settleSlip, slips, spoilSlip } from '../shared/voting/contract';
import { castAs, draftOf, offices, openCampaign, takeAs } from './appraisals/testing/campaign';
import { demoCounty } from './local/seed/county';
import { demoDepartments, departmentsNamed, seedDepartments } from './local/seed/departments';
import { dayIn, opinionOf, promised } from './promises/testing/promise';
import { handingInOf, promisedFor, reportMade } from './promises/testing/report';
import {
  answer as answerSuggestion,
  handToStranger,
  heldBy,
  idOf,
  toMeet,
  writtenFor,
} from './suggestions/testing/suggestion';
import { COUNTY, deputyNamed, matterFor, testApi, villageOf } from './testing/api';
import { procedures } from './testing/contracts';
import { join } from './testing/join';
import type { TestPhone } from './testing/phone';
import { sentPicture } from './testing/pictures';
import { schemaOf, textsIn } from './testing/texts';
import { bookFor, enterAs, issueAs } from './voting/testing/slips';

/**
 * Nothing is stored that its own reply refuses: a name of signs nobody can see once locked its account out for good. First the contract: no
 * reply is stricter with words than what comes in. Then the rows: each odd text a field takes is written into all of them, and everybody
 * reads everything they may.
 */
const api = testApi();
const CLOSES = new Date('2026-12-20T00:00:00Z');
let departments: string[];
/** An appraisal that takes ballots. */
let open: string;

beforeAll(async () => {
  await seedDepartments(api.services);
  await join(api, '汪虚拟', 'wu');
  departments = demoDepartments().flatMap(({ id, kind }) => (kind === 'department' ? id : []));
  open = await openCampaign(api, await offices(api), draftOf(departments, CLOSES));
});

/** What the server alone makes: ids, days, instants, codes of places and of deputies, cursors. */
const MADE_HERE = /^\^(\[0-9a-f\]|\\d|\[0-9A-HJKMNP-TV-Z\]|\[A-Za-z0-9_-\]|\(\?:\(\?:\\d)/;

test('no reply is stricter with a text than the server that makes it', () => {
  const strict = procedures.flatMap(({ name, reply }) =>
    textsIn(schemaOf(reply, 'output'), name).filter(
      ([, { pattern, minLength, maxLength }]) =>
        minLength !== undefined || maxLength !== undefined || (pattern !== undefined && !MADE_HERE.test(pattern)),
    ),
  );
  expect(strict).toEqual([]);
});

/** One of each kind: signs without a letter, fillers, marks of direction, tags, private use, what no letter is yet, blanks, halves, other scripts. */
const ODD = [
  ...['\u0301', '\u3164', '\u200d', '\u202e', '\u{e0061}\u{e007f}', '\u{e0100}', '\ue000', '\u0378', '\u{13441}'],
  ...['\u0000\ud800', '\n\t', '👨‍👩‍👧', '\u202eمەھەللە', '\u{323b0}', '"\'\\%_$1<b>', '\ufdfd'],
];

/** Free text that a write takes: what it stores somewhere. */
const fields = procedures.filter(hasBody).flatMap((procedure) =>
  textsIn(schemaOf(procedure.input, 'input'), procedure.name)
    .filter(([, { pattern }]) => pattern === undefined)
    .map(([path]) => path),
);

/** Fields for which the story below has a place, as far as they were asked for. */
const asked = new Set<string>();

/** The odd text, as far as the field takes it: alone, as often as the field wants characters, behind enough that can be seen. */
function oddFor(odd: string) {
  return (procedure: Procedure, field: string): string => {
    asked.add(`${procedure.name}.${field}`);
    const plain = '村口路灯坏了三盏没人修';
    const one = fieldOf(procedure.input, field);
    const taken = [odd, odd.repeat(10), plain + odd, odd + plain].find((text) => one.safeParse(text).success);
    return taken ?? plain.slice(0, 10);
  };
}

/** A field by its path, also of an object in an object or a list. */
function fieldOf(schema: z.ZodMiniType, path: string): z.ZodMiniType {
  const { def } = (schema as unknown as { _zod: { def: Inner } })._zod;
  const within = def.element ?? def.innerType;
  if (within) return fieldOf(within, path);
  const [name = '', ...rest] = path.split('.');
  const one = def.shape?.[name] as z.ZodMiniType;
  return rest.length ? fieldOf(one, rest.join('.')) : one;
}
type Inner = { element?: z.ZodMiniType; innerType?: z.ZodMiniType; shape?: Record<string, z.ZodMiniType> };

const FREE_PHONE = '13800000088';
const KEYS = ['chen', 'xu', 'mao', 'clerk', 'jian', 'admin', 'fang', 'wu'] as const;
type Phones = Record<(typeof KEYS)[number], TestPhone>;

async function everybody(): Promise<Phones> {
  const phones = await Promise.all(KEYS.map(async (key) => [key, await api.signedIn(key)] as const));
  return Object.fromEntries(phones) as Phones;
}

/** Writes the text into every field; gives the ids of what it wrote. */
async function write(odd: string, { chen, xu, clerk, admin, fang, wu }: Phones): Promise<string[]> {
  const text = oddFor(odd);
  const matter = () =>
    matterFor('徐示例', {
      words: text(requests.submit, 'words'),
      where: text(requests.submit, 'where'),
      name: text(requests.submit, 'name'),
      openness: 'public',
    });
  const first = (await chen.call(requests.submit, matter())).id;
  await chen.call(requests.similar, { words: text(requests.similar, 'words') });
  await xu.call(requests.ask, { id: first, words: text(requests.ask, 'words') });
  await chen.call(requests.supplement, { id: first, words: text(requests.supplement, 'words') });
  await clerk.call(requests.note, { id: first, words: text(requests.note, 'words') });
  await clerk.call(requests.seePhone, { id: first, reason: 'ask', words: text(requests.seePhone, 'words') });
  await chen.call(requests.phoneLooks, {});
  await chen.call(identity.correctName, { name: text(identity.correctName, 'name') });
  await chen.call(identity.ownData, {});
  await chen.call(copyOwnData, {});
  await clerk
    .call(requests.hideWords, { id: first, words: text(requests.hideWords, 'words'), hidden: true })
    .catch(notThere);
  await xu.call(requests.answer, { id: first, words: text(requests.answer, 'words') });
  const rating = { round: 1, outcome: 'not_solved' as const, words: text(requests.rate, 'words') };
  await chen.call(requests.rate, { id: first, ...rating });
  await api.runSchedules();
  await clerk
    .call(requests.reviewContent, {
      id: first,
      decision: 'approved',
      reason: text(requests.reviewContent, 'reason'),
    })
    .catch(nothingToReview);
  await clerk.call(requests.moderate, {
    id: first,
    publish: true,
    title: text(requests.moderate, 'title'),
    words: text(requests.moderate, 'words'),
    answer: text(requests.moderate, 'answer'),
  });
  await fang.call(requests.report, { id: first, reason: 'other', words: text(requests.report, 'words') });
  const { reports = [] } = await clerk.call(requests.follow, { id: first });
  const kept = { takeDown: false, words: text(requests.answerReports, 'words'), seen: reports[0]?.id ?? v7() };
  await clerk.call(requests.answerReports, { id: first, ...kept });
  await api.nobody.call(requests.publicMatter, { id: first });
  const second = (await chen.call(requests.submit, matter())).id;
  await clerk.call(requests.moderate, { id: second, publish: false, reason: text(requests.moderate, 'reason') });
  await xu.call(requests.pass, {
    id: second,
    deputyId: deputyNamed('毛范例').id,
    words: text(requests.pass, 'words'),
  });
  const { events } = await clerk.call(requests.follow, { id: second });
  const back = { deputyId: deputyNamed('徐示例').id, words: text(requests.reassign, 'words'), seen: events[0]?.id };
  await clerk.call(requests.reassign, { id: second, ...back });
  const third = (await chen.call(requests.submit, matter())).id;
  await xu.call(requests.answer, { id: third, words: text(requests.answer, 'words') });
  await chen.call(requests.rate, { id: third, round: 1, outcome: 'solved' });
  await chen.call(requests.reopen, { id: third, words: text(requests.reopen, 'words') });
  const taken = (await chen.call(requests.submit, matter())).id;
  await chen.call(requests.withdraw, { id: taken, words: text(requests.withdraw, 'words') });
  const higher = await handUp(text, matter(), { chen, xu, clerk, wu });
  const aside = await setAside(text, matter(), { chen, clerk, admin });
  await stepAside(text, taken, { clerk, admin });
  const entered = await clerk
    .call(requests.enterFor, {
      ...matter(),
      words: text(requests.enterFor, 'words'),
      where: text(requests.enterFor, 'where'),
      name: text(requests.enterFor, 'name'),
      slipNumber: text(requests.enterFor, 'slipNumber'),
    })
    .catch(slipTaken);
  const village = villageOf('新塘岭村');
  const reason = text(identity.grant, 'reason');
  const name = text(identity.grant, 'name');
  const role = await admin.call(identity.grant, { role: 'supervisor', name, village, reason, phone: FREE_PHONE });
  await admin.call(identity.memberships, { role: 'supervisor' });
  const [office] = (await admin.call(identity.memberships, { role: 'department' })).items.filter(({ bound }) => bound);
  await withFactor(office?.id ?? '');
  const reset = { id: office?.id ?? '', reason: text(identity.resetSecondFactor, 'reason') };
  await admin.call(identity.resetSecondFactor, reset);
  await admin.call(identity.withdraw, { id: role.id, reason: text(identity.withdraw, 'reason') });
  const code = { id: deputyNamed('江拟名').id, reason: text(directory.renewCode, 'reason') };
  await admin.call(directory.renewCode, code);
  await decideOn(text, admin);
  const assigned = await handOn(text, matter(), { chen, xu, clerk, fang });
  await appraise(text, { admin, chen, clerk });
  await promise(text, { admin, clerk, fang, xu });
  await suggest(text, { xu, admin, fang });
  return [first, second, third, taken, aside, higher, assigned, ...(entered ? [entered.id] : [])];
}

/** To the city, which does not take it, and to the province, where nobody has an account. */
async function handUp(
  text: ReturnType<typeof oddFor>,
  matter: ReturnType<typeof matterFor>,
  { chen, xu, clerk, wu }: Pick<Phones, 'chen' | 'xu' | 'clerk' | 'wu'>,
): Promise<string> {
  const { id } = await chen.call(requests.submit, matter);
  for (const name of ['汪虚拟', '江拟名']) {
    await xu.call(requests.pass, { id, deputyId: deputyNamed(name).id, words: text(requests.pass, 'words') });
    const { handover } = await chen.call(requests.follow, { id });
    const said = { agreed: true, words: text(requests.decideHandover, 'words') };
    await chen.call(requests.decideHandover, { id, handover: handover?.id ?? '', ...said });
    if (name === '汪虚拟')
      await wu.call(requests.declineHandover, { id, words: text(requests.declineHandover, 'words') });
  }
  const { events, today: on } = await clerk.call(requests.follow, { id });
  const words = text(requests.answerHigher, 'words');
  await clerk.call(requests.answerHigher, { id, seen: events[0]?.id ?? '', on, by: 'phone', words });
  return id;
}

/** A clerk steps aside from one, and the office ends it. */
async function stepAside(
  text: ReturnType<typeof oddFor>,
  id: string,
  { clerk, admin }: Pick<Phones, 'clerk' | 'admin'>,
): Promise<void> {
  const words = text(assignments.stepAside, 'words');
  await clerk.call(assignments.stepAside, { context: 'requests', id, words });
  const [newest] = (await admin.call(assignments.recusals, {})).items;
  const reason = text(assignments.endRecusal, 'words');
  await admin.call(assignments.endRecusal, { id: newest?.id ?? '', words: reason });
}

/** To the office alone and back, and once more, for good. */
async function setAside(
  text: ReturnType<typeof oddFor>,
  matter: ReturnType<typeof matterFor>,
  { chen, clerk, admin }: Pick<Phones, 'chen' | 'clerk' | 'admin'>,
): Promise<string> {
  const { id } = await chen.call(requests.submit, matter);
  const step = async () => ({ id, seen: (await admin.call(requests.follow, { id })).events[0]?.id ?? '' });
  const send = async () =>
    clerk.call(requests.sendToOffice, { ...(await step()), words: text(requests.sendToOffice, 'words') });
  await send();
  await admin.call(requests.release, { ...(await step()), words: text(requests.release, 'words') });
  await send();
  await admin.call(requests.divert, { ...(await step()), words: text(requests.divert, 'words') });
  return id;
}

/** A setting that is not changed after all: what somebody proposed is declined by the office here. */
async function decideOn(text: ReturnType<typeof oddFor>, admin: TestPhone): Promise<void> {
  const reason = text(proposeSetting, 'reason');
  const proposed = [
    await admin.call(proposeSetting, { setting: 'remindDays', value: { days: 9 }, reason }),
    // How long words may be each setting says.
    await admin
      .call(proposeSetting, {
        setting: 'suggestionClassB',
        value: { words: text(proposeSetting, 'value.words') },
        reason,
      })
      .catch(tooLong),
  ];
  await admin.call(settings, {});
  for (const change of proposed) {
    if (!change) continue;
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.updateTable('setting_change').set({ proposed_by: v7() }).where('id', '=', change.id).execute(),
    );
    await admin.call(declineSetting, { id: change.id, reason: text(declineSetting, 'reason') });
  }
  await admin.call(settingChanges, {});
}

/** To a department and back, twice, and answered by it. */
/** Who holds this role has a second factor, to be reset. */
async function withFactor(membershipId: string): Promise<void> {
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const role = tx.selectFrom('membership').select('person_id').where('id', '=', membershipId);
    const { person_id } = await role.executeTakeFirstOrThrow();
    const now = api.clock.now();
    const factor = { secret_cipher: Buffer.from('sealed'), since: now, last_step: 1, used_at: now };
    await tx
      .insertInto('second_factor')
      .values({ jurisdiction: COUNTY, person_id: person_id ?? '', ...factor })
      .execute();
  });
}

async function handOn(
  text: ReturnType<typeof oddFor>,
  matter: ReturnType<typeof matterFor>,
  { chen, xu, clerk, fang }: Pick<Phones, 'chen' | 'xu' | 'clerk' | 'fang'>,
): Promise<string> {
  const { id } = await chen.call(requests.submit, matter);
  const [departmentId = ''] = departmentsNamed(['县交通运输局']);
  const step = async () => ({ id, seen: (await clerk.call(requests.follow, { id })).events[0]?.id ?? '' });
  const refer = () => xu.call(requests.refer, { id, departmentId, words: text(requests.refer, 'words') });
  const assign = async () =>
    clerk.call(requests.assign, { ...(await step()), departmentId, words: text(requests.assign, 'words') });
  const [lead = '', other = ''] = departmentsNamed(['县住建局', '县教育局']);
  const asked = (field: string, procedure: Procedure) => [{ departmentId: other, words: text(procedure, field) }];
  const held = async () => {
    const { assignmentId } = await fang.call(requests.follow, { id });
    const { version } = await fang.call(assignments.show, { id: assignmentId ?? '' });
    return { id: assignmentId ?? '', version };
  };
  await refer();
  await clerk.call(requests.giveBack, { ...(await step()), words: text(requests.giveBack, 'words') });
  for (const result of ['undone', 'failed'] as const) {
    await clerk.call(requests.awaitHotline, { ...(await step()), number: id.replaceAll('-', '').slice(-20) });
    await clerk.call(requests.endHotline, { ...(await step()), result, words: text(requests.endHotline, 'words') });
  }
  await refer();
  await assign();
  await clerk.call(requests.takeBack, { ...(await step()), words: text(requests.takeBack, 'words') });
  await assign();
  const phrase = { id: (await held()).id, words: text(assignments.keepPhrase, 'words') };
  await fang.call(assignments.keepPhrase, phrase);
  await fang.call(assignments.phrases, { id: phrase.id });
  await fang.call(assignments.giveBack, { ...(await held()), reason: text(assignments.giveBack, 'reason') });
  await assign();
  await fang.call(assignments.involve, { ...(await held()), parts: asked('parts.words', assignments.involve) });
  const until = (await fang.call(assignments.show, { id: (await held()).id })).extendable?.to ?? '';
  await fang.call(assignments.extend, { ...(await held()), until, reason: text(assignments.extend, 'reason') });
  await clerk.call(requests.decideAsked, { ...(await step()), granted: true });
  await fang.call(assignments.ask, { ...(await held()), words: text(assignments.ask, 'words') });
  const refused = { granted: false, words: text(requests.decideAsked, 'words') };
  await clerk.call(requests.decideAsked, { ...(await step()), ...refused });
  await fang.call(assignments.ask, { ...(await held()), words: text(assignments.ask, 'words') });
  await clerk.call(requests.decideAsked, { ...(await step()), granted: true });
  await fang.call(assignments.progress, { ...(await held()), words: text(assignments.progress, 'words') });
  const promised = [{ words: text(assignments.answer, 'promises.words'), dueOn: until }];
  const answer = { resultClass: 'B', words: text(assignments.answer, 'words'), promises: promised } as const;
  await fang.call(assignments.answer, { ...(await held()), ...answer });
  await fang.call(assignments.inbox, { box: 'answered' });
  // What it does for another one.
  const { id: second } = await chen.call(requests.submit, matter);
  await xu.call(requests.refer, { id: second });
  const seen = (await clerk.call(requests.follow, { id: second })).events[0]?.id ?? '';
  const together = {
    kind: 'advice' as const,
    parts: [{ departmentId, words: text(requests.assign, 'together.parts.words') }],
  };
  await clerk.call(requests.assign, { id: second, seen, departmentId: lead, together });
  const { partId } = await fang.call(requests.follow, { id: second });
  const { version } = await fang.call(assignments.part, { id: partId ?? '' });
  const opinion = { id: partId ?? '', version, words: text(assignments.giveOpinion, 'words') };
  await fang.call(assignments.giveOpinion, opinion);
  await fang.call(assignments.parts, { box: 'open' });
  await clerk.call(requests.follow, { id: second });
  return id;
}

async function appraise(
  text: ReturnType<typeof oddFor>,
  { admin, chen, clerk }: Pick<Phones, 'admin' | 'chen' | 'clerk'>,
): Promise<void> {
  const draft = (procedure: Procedure) =>
    draftOf(departments, CLOSES, {
      title: text(procedure, 'draft.title'),
      questions: [
        {
          kind: 'choice',
          words: text(procedure, 'draft.questions.words'),
          options: [text(procedure, 'draft.questions.options')],
        },
      ],
      departments: departments.map((id) => ({ id, about: text(procedure, 'draft.departments.about') })),
    });
  const { id, version } = await admin.call(appraisals.create, { draft: draft(appraisals.create) });
  await admin.call(appraisals.edit, { id, version, draft: draft(appraisals.edit) });
  await admin.call(appraisals.preparation, { id });
  const taken = await takeAs(chen, open);
  const [subject] = taken.subjects;
  const sheet = { subject: subject?.id ?? '', answers: '111', words: text(cast, 'sheets.words') };
  await castAs(chen, open, taken, [sheet]);
  await enterOnPaper(text, { admin, clerk });
  const later = { closesAt: '2026-12-22T00:00:00.000Z', reason: text(appraisals.proposeClose, 'reason') };
  await admin.call(appraisals.proposeClose, { id: open, ...later });
  await handReportOver(admin, text(handOver, 'to'));
  await writeReport(admin, text);
}

/** Two slips of paper: what is no number is refused, one is typed with words, one is spoiled. */
async function enterOnPaper(
  text: ReturnType<typeof oddFor>,
  { admin, clerk }: Pick<Phones, 'admin' | 'clerk'>,
): Promise<void> {
  const station = demoCounty().stations.find(({ name }) => name === '白石镇代表联络站')?.id ?? '';
  const book = await bookFor(admin, open, station, 2);
  await issueAs(clerk, book);
  await issueAs(clerk, book);
  const [slip, bad] = book.serials;
  const unread = ended('slip_misread');
  await clerk.call(openSlip, { id: open, slip: text(openSlip, 'slip') }).catch(unread);
  await clerk.call(enterSlip, { id: open, slip: text(enterSlip, 'slip'), sheets: [] }).catch(unread);
  await clerk.call(settleSlip, { id: open, slip: text(settleSlip, 'slip'), use: 'first' }).catch(unread);
  const spoiled = { reason: text(spoilSlip, 'reason'), handedOut: true };
  await clerk.call(spoilSlip, { id: open, slip: text(spoilSlip, 'slip'), ...spoiled }).catch(unread);
  await clerk.call(spoilSlip, { id: open, slip: bad, ...spoiled });
  for (const phone of [clerk, admin]) await enterAs(phone, open, slip, '111', text(enterSlip, 'sheets.words'));
  await clerk.call(slips, { id: open });
}

/** A report that was written somewhere is taken out for somebody who is called like this. */
async function handReportOver(admin: TestPhone, to: string): Promise<void> {
  const word = v7();
  const row = { electorate: 'residents' as const, station: -1, subject: 0, words: '有人收了红包。' };
  const report = { state: 'refused' as const, refused_for: 'report' as const, decided_by: v7() };
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .insertInto('poll_words')
      .values({ jurisdiction: COUNTY, poll_id: open, id: word, ...row, ...report })
      .execute();
    await tx.updateTable('poll').set({ counted_at: api.clock.now() }).where('id', '=', open).execute();
  });
  await admin.call(screen, { id: open });
  await admin.call(handOver, { id: open, word, to });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('poll').set({ counted_at: null }).where('id', '=', open).execute(),
  );
}

async function promise(
  text: ReturnType<typeof oddFor>,
  { admin, clerk, fang, xu }: Pick<Phones, 'admin' | 'clerk' | 'fang' | 'xu'>,
): Promise<void> {
  const id = await promised(api, { dueOn: dayIn(api, 0) });
  const asked = { dueOn: dayIn(api, 9), reason: text(promises.askExtension, 'reason') };
  await fang.call(promises.askExtension, { id, version: 1, ...asked });
  const refused = { granted: false, reason: text(promises.decideExtension, 'reason') };
  await admin.call(promises.decideExtension, { id, version: 2, ...refused });
  const picture = await sentPicture(fang);
  await fang.call(promises.sayDone, { id, version: 3, words: text(promises.sayDone, 'words'), pictures: [picture] });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('picture').set({ state: 'passed' }).where('id', '=', picture).execute(),
  );
  const hidden = { decision: 'withheld', reason: text(promises.reviewPicture, 'reason') } as const;
  await clerk.call(promises.reviewPicture, { id, picture, ...hidden });
  await clerk.call(promises.look, { id, version: 4, done: false, words: text(promises.look, 'words') });
  await admin.call(promises.askWhy, { id, version: 5, words: text(promises.askWhy, 'words') });
  await fang.call(promises.explain, { id, version: 6, words: text(promises.explain, 'words') });
  const again = { dueOn: dayIn(api, 30), reason: text(promises.reopen, 'reason') };
  await admin.call(promises.reopen, { id, version: 7, ...again });
  await api.nobody.call(promises.shown, { id });
  const opinion = await opinionOf(api);
  const plan = [{ words: text(promises.answerOpinion, 'promises.words'), dueOn: dayIn(api, 30) }];
  const answer = { words: text(promises.answerOpinion, 'words'), promises: plan };
  await fang.call(promises.answerOpinion, { id: opinion, version: 1, ...answer });
  const onceMore = { dueOn: dayIn(api, 30), words: text(promises.askAgain, 'words') };
  await admin.call(promises.askAgain, { id: opinion, version: 2, ...onceMore });
  const handedIn = await handInOdd(text, fang);
  const receipt = { rating: 'dissatisfied', words: text(promises.giveReceipt, 'words') } as const;
  await xu.call(promises.giveReceipt, { id: handedIn.id, round: 1, ...receipt });
  const { version } = await admin.call(promises.report, { id: handedIn.id });
  const back = { id: handedIn.id, version, reason: text(promises.returnReport, 'reason') };
  await api.nobody.call(promises.publicReport, { id: handedIn.id });
  await admin.call(promises.returnReport, back);
  await xu.call(promises.report, { id: handedIn.id });
  // Refused, because it is not published; the same words are stored where it is.
  await admin
    .call(appraisals.sendOpinion, {
      id: open,
      departmentId: departments[0] ?? '',
      words: text(appraisals.sendOpinion, 'words'),
    })
    .catch(ended('campaign_not_published'));
}

/** A report of the year with a word for each promise; those of before are of other years. */
async function handInOdd(text: ReturnType<typeof oddFor>, fang: TestPhone) {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update promise_report set year = 5000 + (select count(*) from promise_report where year > 4999) where year < 3000`.execute(
      tx,
    ),
  );
  const year = Number(dayIn(api, 0).slice(0, 4));
  const { id } = await reportMade(api, { state: 'open', year });
  await promisedFor(api, '徐示例', { dueOn: dayIn(api, 30) });
  const sent = handingInOf(await fang.call(promises.report, { id }));
  const lines = sent.lines.map((line) => ({ ...line, words: text(promises.handInReport, 'lines.words') }));
  return fang.call(promises.handInReport, { ...sent, words: text(promises.handInReport, 'words'), lines });
}

/** A suggestion, with whatever is written on the way: changed, sent back and forth, put off, answered, rated, met on. */
async function suggest(
  text: ReturnType<typeof oddFor>,
  { xu, admin, fang }: Pick<Phones, 'xu' | 'admin' | 'fang'>,
): Promise<void> {
  const written = (procedure: typeof suggestions.draft | typeof suggestions.edit) => ({
    ...writtenFor({ disclosure: 'title' }),
    title: text(procedure, 'title'),
    facts: text(procedure, 'facts'),
    proposal: text(procedure, 'proposal'),
    disclosureReason: text(procedure, 'disclosureReason'),
  });
  const [departmentId = '', helper = ''] = departmentsNamed(['县住建局', '县交通运输局']).reverse();
  const begin = async (pictures: string[] = []) => {
    const { id } = await xu.call(suggestions.draft, { ...written(suggestions.draft), pictures });
    await xu.call(suggestions.edit, { id, textVersion: 1, ...written(suggestions.edit), origin: 'forum' });
    return xu.call(suggestions.submit, { id, textVersion: 2 });
  };
  const elsewhere = await begin();
  const reason = text(suggestions.redirect, 'reason');
  await admin.call(suggestions.redirect, { id: elsewhere.id, version: elsewhere.version, to: 'other', reason });
  const long = await begin();
  const complexReason = text(suggestions.assign, 'complexReason');
  await admin.call(suggestions.assign, { id: long.id, version: long.version, departmentId, complexReason });
  const picture = await sentPicture(xu);
  const { id } = await begin([picture]);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('picture').set({ state: 'review' }).where('id', '=', picture).execute(),
  );
  const step = async () => ({ id, version: (await admin.call(suggestions.show, { id })).version });
  const assign = async (changes: Partial<Input<typeof suggestions.assign>> = {}) =>
    admin.call(suggestions.assign, {
      ...(await step()),
      departmentId,
      words: text(suggestions.assign, 'words'),
      ...changes,
    });
  const parts = [{ departmentId: helper, words: text(suggestions.assign, 'together.parts.words') }];
  await assign({ together: { kind: 'part', parts } });
  await admin.call(suggestions.takeBack, { ...(await step()), reason: text(suggestions.takeBack, 'reason') });
  await assign();
  const ask = async () =>
    fang.call(assignments.ask, { ...(await heldBy(fang, id)), words: text(assignments.ask, 'words') });
  await ask();
  await xu.call(suggestions.reply, { id, words: text(suggestions.reply, 'words') });
  const days = { until: dayIn(api, 100), reason: text(assignments.extend, 'reason') };
  await fang.call(assignments.extend, { ...(await heldBy(fang, id)), ...days });
  const no = text(suggestions.refuseExtension, 'reason');
  await admin.call(suggestions.refuseExtension, { ...(await step()), reason: no });
  const later = { dueOn: dayIn(api, 150), reason: text(suggestions.extend, 'reason') };
  await admin.call(suggestions.extend, { ...(await step()), ...later });
  await admin.call(suggestions.mark, { ...(await step()), on: true, words: text(suggestions.mark, 'words') });
  const hidden = { decision: 'withheld', reason: text(suggestions.reviewPicture, 'reason') } as const;
  await admin.call(suggestions.reviewPicture, { id, picture, ...hidden });
  await xu.call(suggestions.urge, { id, words: text(suggestions.urge, 'words') });
  const spoke = { id, on: dayIn(api, 0), way: 'phone', words: text(suggestions.contact, 'words') } as const;
  await fang.call(suggestions.contact, spoke);
  await answerSuggestion(api, fang, id);
  const rating = { attitude: 'satisfied', result: 'dissatisfied' } as const;
  await xu.call(suggestions.rate, { ...(await step()), ...rating, words: text(suggestions.rate, 'words') });
  await answerSuggestion(api, fang, id);
  await handToStranger(api, id, { name: '徐示例', state: 'signed' });
  await xu.call(suggestions.comment, { id, ...rating, words: text(suggestions.comment, 'words') });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('suggestion')
      .set({ lead_id: idOf('徐示例') })
      .where('id', '=', id)
      .execute(),
  );
  await toMeet(api, id);
  const met = { on: dayIn(api, 0), words: text(suggestions.meet, 'words') };
  await admin.call(suggestions.meet, { ...(await step()), ...met });
  for (const phone of [xu, admin, fang]) await phone.call(suggestions.show, { id });
}

/** A report of the county on an appraisal of which everything is published for a moment. */
async function writeReport(admin: TestPhone, text: ReturnType<typeof oddFor>): Promise<void> {
  const id = open;
  const word = v7();
  const row = { electorate: 'residents' as const, station: -1, subject: 0, words: null, shown: '路灯坏了三次。' };
  const released = { state: 'released' as const, marked_by: v7(), decided_by: v7() };
  const set = (at: Date | null) =>
    api.store.owner.inTenant(COUNTY, async (tx) => {
      const none = { phone: 0, paper: 0, blank: 0 };
      const tally = { inBox: 0, counted: 0, unreadable: 0, ballots: { residents: none, deputies: none } };
      const counted = { counted_at: at, published_at: at, words_published_at: at, root: at && Buffer.alloc(32) };
      await tx
        .updateTable('poll')
        .set({ ...counted, tally: JSON.stringify(at && tally) })
        .where('id', '=', id)
        .execute();
    });
  await set(api.clock.now());
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('poll_words')
      .values({ jurisdiction: COUNTY, poll_id: id, id: word, ...row, ...released })
      .execute(),
  );
  const { version, subjects } = await admin.call(appraisals.report, { id });
  const body = {
    ...{ meetingOn: null, answerBy: null, postOn: null },
    topics: [{ title: text(appraisals.writeReport, 'body.topics.title'), word }],
    asks: [{ subject: subjects[0]?.id ?? '', words: text(appraisals.writeReport, 'body.asks.words') }],
  };
  await admin.call(appraisals.writeReport, { id, version, body });
  await admin.call(appraisals.report, { id });
  for (const as of ['docx', 'xlsx', 'pdf'] as const) await admin.call(printReport, { id, as });
  await set(null);
}

const ended = (code: string) => (error: { code?: string }) => {
  if (error.code !== code) throw error;
  return null;
};
const nothingToReview = ended('nothing_to_review');
const slipTaken = ended('slip_taken');
const notThere = ended('words_not_there');
const tooLong = ended('invalid_input');

/** What each list asks for, where it asks for something. */
const ASKED: Record<string, Record<string, unknown>[]> = {
  'identity.memberships': ['deputy', 'supervisor', 'clerk', 'admin'].map((role) => ({ role })),
  'requests.mine': STATE_NAMES.map((state) => ({ state })),
  'requests.inbox': STATE_NAMES.map((state) => ({ state })),
  'requests.enteredFor': STATE_NAMES.map((state) => ({ state })),
  'requests.worklist': Object.values(
    (schemaOf(requests.worklist.input, 'input').properties?.box?.enum ?? []) as string[],
  ).map((box) => ({ box })),
  'requests.search': [{ words: '路灯' }],
};

/** Reads whatever the phone may; what the server could not print is a fault of ours, 500. */
async function readAll(phone: TestPhone, ids: readonly string[]): Promise<void> {
  for (const procedure of procedures.filter(({ method, name }) => method === 'GET' && name !== 'directory.myCode')) {
    const ofMatter = procedure.name.startsWith('requests.') && pathNames(procedure).includes('id');
    const inputs = ofMatter ? ids.map((id) => ({ id })) : (ASKED[procedure.name] ?? [{}]);
    for (const input of inputs) {
      const { status, body } = await phone.send(procedure, input);
      expect([procedure.name, status < 500, body]).toEqual([procedure.name, true, body]);
    }
  }
}

test('whatever a field takes, everybody who may read it can read it, and sign in again', async () => {
  const ids: string[] = [];
  for (const odd of ODD) ids.push(...(await write(odd, await everybody())));
  await api.runSchedules();
  for (const phone of Object.values(await everybody())) await readAll(phone, ids);
  for (const phone of Object.values(await everybody())) {
    expect((await phone.send(identity.me, {})).status).toBe(200);
    expect((await phone.send(notifications.list, {})).status).toBe(200);
  }
  expect([...asked].sort()).toEqual([...new Set(fields)].filter((path) => !path.endsWith('.code')).sort());
  expect(api.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test('a name of which nothing can be seen is refused in a plain sentence, and no name is no name', async () => {
  const chen = await api.signedIn('chen');
  for (const name of ['\u0301', '\ue000\ue000', '\u{13441}', '\u0378', '\u0301\u200d\u0316']) {
    const { status, body } = await chen.send(requests.submit, matterFor('徐示例', { name }));
    expect([status, body]).toMatchObject([
      400,
      { errors: [{ path: 'name', message: '写的字看不出来，请重新写一遍。' }] },
    ]);
  }
  const before = await chen.call(identity.me, {});
  for (const name of ['', ' ', '\u3164', '\u200b\u202e', '\u{e0061}'])
    expect((await chen.send(requests.submit, matterFor('徐示例', { name }))).status).toBe(200);
  expect(await chen.call(identity.me, {})).toEqual(before);
});
