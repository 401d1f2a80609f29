import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id, VillageCode } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { REASON, words } from '../kernel/text';
import { Electorate, Electorates, Question, ShownQuestion, Subject, Weights } from '../voting/definition';
import { LENGTHS as VOTE, LIMITS as VOTES } from '../voting/limits';
import { MajorityRule } from '../voting/majority';
import { OUTCOMES } from '../voting/outcome';
import { Tables } from '../voting/published-results';
import { StationSlips } from '../voting/slips/counts';
import { Closing, current, State, Summary } from './current';
import { LENGTHS } from './limits';
import './problems';
import '../voting/problems';

export { prepareSecond, promised, rectification, sendOpinion } from './rectification';
export { readReport, report, writeReport } from './report';
export { current };

/** What is prepared (44a). Departments in the order they are on the roll, each with a line of what it is for (管什么). */
export const Draft = z.strictObject({
  title: words(...VOTE.title),
  /** Until when ballots are taken: the box shuts by itself. */
  closesAt: Instant,
  electorates: Electorates,
  /** About how many departments one person is asked, drawn fairly; null: about all. */
  asks: z.nullable(z.int().check(z.gte(1), z.lte(VOTES.subjects))),
  /** Results of fewer people than this are not published. */
  threshold: z.int().check(z.gte(VOTES.leastThreshold), z.lte(100)),
  questions: z.array(Question).check(z.maxLength(VOTES.questions)),
  departments: z
    .array(z.strictObject({ id: Id, about: z.optional(words(...LENGTHS.about)) }))
    .check(z.maxLength(VOTES.subjects)),
  /** How answers become a word (名目); left out, it stays as it is, and from the beginning it is more than half of the valid ones. */
  outcome: z.optional(MajorityRule),
  /** How much each electorate weighs in a figure beside both (折算); null: there is none. Left out, it stays as it is, and from the beginning there is none. */
  weights: z.optional(z.nullable(Weights)),
  /** Whether two people type each paper slip (录两遍); left out, they do. */
  slipsTwice: z.optional(z.boolean()),
});
export type Draft = z.infer<typeof Draft>;

const WeightsShown = z.object({ residents: z.int(), deputies: z.int() });
const ShownDraft = z.object({
  title: z.string(),
  closesAt: Instant,
  electorates: z.array(Electorate),
  asks: z.nullable(z.int()),
  threshold: z.int(),
  questions: z.array(ShownQuestion),
  departments: z.array(z.object({ id: Id, about: z.optional(z.string()) })),
  outcome: z.optional(MajorityRule),
  weights: z.optional(z.nullable(WeightsShown)),
  slipsTwice: z.optional(z.boolean()),
});

/**
 * Gives a resident or a deputy their ballot (领票): what they are asked about, in their own order, and the pass it is cast with. Who is a
 * deputy votes as that and nothing else. Taken again it is the same ballot, and the village said first counts.
 */
export const take = procedure({
  name: 'appraisals.take',
  summary: '领一张票',
  method: 'POST',
  path: '/appraisals/{id}/passes',
  who: ['resident'],
  phone: true,
  input: z.strictObject({
    id: Id,
    /** Where they live; deputies are asked nothing. */
    village: z.optional(VillageCode),
    /** They said that they are 18 or older (选举法 第四条). */
    adult: z.boolean(),
  }),
  reply: z.object({
    pass: z.string(),
    title: z.string(),
    closesAt: Instant,
    closings: z.optional(z.array(Closing)),
    electorate: Electorate,
    stationName: z.nullable(z.string()),
    questions: z.array(ShownQuestion),
    subjects: z.array(Subject),
    /** Of the ballot that lies in the box; 0 while there is none. The next one has one more. */
    revision: z.int(),
  }),
  problems: [
    'not_found',
    'campaign_not_open',
    'poll_closed',
    'poll_key_lost',
    'under_age',
    'not_of_county',
    'not_on_roll',
    'paper_taken',
  ],
  // Not counted by the day: such a count would say by name who took a ballot, and lie beside it.
  rate: 'write',
});

const Shown = z.object({
  electorate: Electorate,
  station: z.int(),
  subject: z.int(),
  question: z.int(),
  answer: z.int(),
  count: z.int(),
});

const NumbersShown = z.object({
  roll: z.nullable(z.int()),
  issued: z.int(),
  returned: z.int(),
  present: z.int(),
  valid: z.nullable(z.int()),
  blank: z.nullable(z.int()),
});

/** `hidden`: a number of it is not published; `none`: nobody had an opinion. */
const Tenths = z.union([z.int(), z.enum(['hidden', 'none'])]);

/** What is published of an appraisal, but for the counts themselves. */
const ABOUT_RESULTS = {
  id: Id,
  title: z.string(),
  publishedOn: Day,
  electorates: z.array(Electorate),
  questions: z.array(ShownQuestion),
  subjects: z.array(Subject),
  stations: z.array(z.object({ id: Id, name: z.string() })),
  threshold: z.int(),
  /** `table`: said at the table and typed in there; left out where there is none. */
  ballots: z.record(
    z.string(),
    z.object({ phone: z.int(), paper: z.int(), table: z.optional(z.int()), blank: z.nullable(z.int()) }),
  ),
  /** Where every slip of paper was at the close, by station (纸票对账); left out where none was printed. */
  slips: z.optional(z.array(StationSlips)),
  roll: z.record(z.string(), z.nullable(z.int())),
  /** 应到、发出、收回、实到、有效 of each electorate; votes that were counted before there were five numbers have none. */
  numbers: z.optional(z.record(z.string(), NumbersShown)),
  /** What was given out and came back at each station that is large enough. */
  stationNumbers: z.optional(
    z.array(z.object({ electorate: Electorate, station: z.int(), issued: z.int(), returned: z.int() })),
  ),
  /** Where the close was moved while it was open. */
  closings: z.optional(z.array(Closing)),
  /** The Merkle root over the published file (校验值), hexadecimal. */
  root: z.string(),
  /** The rule that was frozen, and what it makes of the numbers that are shown: question -1 are all ratings together, summed. */
  outcome: z.optional(MajorityRule),
  outcomes: z.optional(
    z.array(z.object({ electorate: Electorate, subject: z.int(), question: z.int(), word: z.enum(OUTCOMES) })),
  ),
  /** How much each electorate weighs (折算), and the figures beside both, in tenths of a percent; left out where the county weighed nothing. */
  weights: z.optional(WeightsShown),
  weighted: z.optional(
    z.array(
      z.object({
        subject: z.int(),
        question: z.int(),
        share: z.object({ residents: Tenths, deputies: Tenths }),
        weighted: Tenths,
      }),
    ),
  ),
};

/** The object that `published` leads to. */
export const PublishedObject = z.object({ ...ABOUT_RESULTS, tables: Tables });
export type PublishedObject = z.infer<typeof PublishedObject>;

/**
 * The published result (公布). `counts` has every number that is shown, by the places of station, subject and question in their lists: station
 * -1 is the county and -2 the stations together that are too small to stand alone, question -1 counts who was asked, answer 0 is blank. What is
 * missing is hidden, because so few said it. It says the same as the object of `published`, which is smaller.
 */
export const results = procedure({
  name: 'appraisals.results',
  summary: '评议结果',
  method: 'GET',
  path: '/appraisals/{id}/results',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({ ...ABOUT_RESULTS, counts: z.array(Shown) }),
  problems: ['not_found', 'storage_away'],
  rate: 'public',
});

/** Where the results are as one object that never changes, and its SHA-256: whoever has that already need not fetch it again. */
export const published = procedure({
  name: 'appraisals.published',
  summary: '评议结果的文件',
  method: 'GET',
  path: '/appraisals/{id}/published',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string(), hash: z.string() }),
  problems: ['not_found', 'storage_away'],
  rate: 'public',
});

/** The file everybody can count again: an address that gives it for some minutes. */
export const file = procedure({
  name: 'appraisals.file',
  summary: '下载票单',
  method: 'GET',
  path: '/appraisals/{id}/file',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string() }),
  problems: ['not_found'],
  rate: 'public',
});

const Prepared = z.object({
  id: Id,
  state: State,
  version: z.int(),
  draft: ShownDraft,
  /** SHA-256 of what is frozen (指纹), hexadecimal; null until it is open. */
  frozen: z.nullable(z.string()),
  trials: z.object({ people: z.int(), elder: z.boolean() }),
  acts: z.array(z.string()),
  events: z.array(z.object({ kind: z.string(), at: Instant, name: z.nullable(z.string()) })),
  closings: z.optional(z.array(Closing)),
  /** A close that one person proposed and another has not agreed to yet. */
  closing: z.optional(
    z.nullable(z.object({ id: Id, closesAt: Instant, reason: z.string(), name: z.nullable(z.string()) })),
  ),
  /** What became of the box; null until it is counted. `inBox` and `counted` are the same, but for rows that somebody changed by hand. */
  count: z.nullable(
    z.object({
      keyDestroyedAt: Instant,
      countedAt: Instant,
      inBox: z.int(),
      counted: z.int(),
      /** Taken out before, because their phone's owner took a slip of paper (去掉重的); left out where none was printed. */
      removed: z.optional(z.int()),
      /** Numbers of the result that are not shown. */
      hidden: z.nullable(z.object({ cells: z.int() })),
    }),
  ),
});

/** Every appraisal of the county, for the office, newest first. */
export const prepared = procedure({
  name: 'appraisals.prepared',
  summary: '县里的各次评议',
  method: 'GET',
  path: '/appraisals/prepared',
  who: ['admin'],
  input: z.strictObject({}),
  reply: z.object({ appraisals: z.array(Summary) }),
  problems: [],
  rate: 'read',
});

/** One appraisal as the office has it: what is written, who tried it, and what may be done now. */
export const preparation = procedure({
  name: 'appraisals.preparation',
  summary: '准备到哪一步了',
  method: 'GET',
  path: '/appraisals/{id}/preparation',
  who: ['admin'],
  input: z.strictObject({ id: Id }),
  reply: Prepared,
  problems: ['not_found'],
  rate: 'read',
});

/** How many there are to ask today: as `open` would freeze it. */
export const rolls = procedure({
  name: 'appraisals.rolls',
  summary: '现在能评的有多少人',
  method: 'GET',
  path: '/appraisals/rolls',
  who: ['admin'],
  input: z.strictObject({}),
  reply: z.object({ residents: z.int(), deputies: z.int() }),
  problems: [],
  rate: 'read',
});

/** What somebody who tries it fills in: the questionnaire as a resident will see it, before it opens. */
export const trial = procedure({
  name: 'appraisals.trial',
  summary: '试投的票样',
  method: 'GET',
  path: '/appraisals/{id}/trial',
  who: ['admin', 'clerk', 'deputy'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    title: z.string(),
    version: z.int(),
    asks: z.nullable(z.int()),
    questions: z.array(ShownQuestion),
    subjects: z.array(Subject),
    people: z.int(),
  }),
  problems: ['not_found', 'campaign_not_open', 'department_unknown'],
  rate: 'read',
});

/** Begins an appraisal. The desk fills in the draft of the last one where there was one. */
export const create = procedure({
  name: 'appraisals.create',
  summary: '新建一次评议',
  method: 'POST',
  path: '/appraisals',
  who: ['admin'],
  input: z.strictObject({ draft: Draft }),
  reply: z.object({ id: Id, version: z.int() }),
  problems: ['department_unknown', 'weights_not_100', 'weights_one_side'],
  rate: 'write',
  daily: 100,
  idempotent: true,
});

/** Writes the draft anew. Who approved it before has to look again, and so have those who tried it. */
export const edit = procedure({
  name: 'appraisals.edit',
  summary: '改问卷、部门和日子',
  method: 'PUT',
  path: '/appraisals/{id}/draft',
  who: ['admin'],
  input: z.strictObject({ id: Id, version: z.int(), draft: Draft }),
  reply: z.object({ version: z.int() }),
  problems: [
    'not_found',
    'campaign_frozen',
    'campaign_changed',
    'campaign_not_open',
    'department_unknown',
    'weights_not_100',
    'weights_one_side',
  ],
  rate: 'write',
  idempotent: true,
});

/** Says that somebody filled in the whole questionnaire on a phone, as a resident will (试投). Nothing of what they chose is kept. */
export const tryOut = procedure({
  name: 'appraisals.tryOut',
  summary: '试投过了',
  method: 'POST',
  path: '/appraisals/{id}/trials',
  who: ['admin', 'clerk', 'deputy'],
  input: z.strictObject({ id: Id, version: z.int(), elder: z.boolean() }),
  reply: z.object({ people: z.int(), elder: z.boolean() }),
  problems: ['not_found', 'campaign_frozen', 'campaign_changed', 'campaign_not_open'],
  rate: 'write',
  idempotent: true,
});

const step = (name: string, summary: string, problems: Parameters<typeof procedure>[0]['problems']) =>
  ({
    name: `appraisals.${name}`,
    summary,
    method: 'POST',
    who: ['admin'],
    input: z.strictObject({ id: Id, version: z.int() }),
    reply: z.object({ state: State }),
    problems: ['not_found', 'campaign_frozen', 'campaign_changed', 'campaign_not_open', ...problems],
    rate: 'write',
    idempotent: true,
  }) as const;

/** The first of two people who open it. */
export const approve = procedure({
  ...step('approve', '开票，第一位', [
    'campaign_unfinished',
    'campaign_untried',
    'outcome_unknown',
    'second_person_needed',
  ]),
  path: '/appraisals/{id}/approval',
});

/** The second: everything is frozen, and ballots are taken from now on. */
export const open = procedure({
  ...step('open', '开票，第二位', ['campaign_unfinished', 'outcome_unknown', 'second_person_needed', 'storage_away']),
  path: '/appraisals/{id}/opening',
});

/** Gives one up that never opened. */
export const drop = procedure({
  ...step('drop', '不办了', []),
  path: '/appraisals/{id}/dropping',
});

/** The first of two people who shut the box earlier or later; proposed anew, the last one counts. */
export const proposeClose = procedure({
  name: 'appraisals.proposeClose',
  summary: '提前关、延期，第一位',
  method: 'POST',
  path: '/appraisals/{id}/close-proposals',
  who: ['admin'],
  input: z.strictObject({ id: Id, closesAt: Instant, reason: words(...REASON) }),
  reply: z.object({ proposal: Id }),
  problems: ['not_found', 'campaign_not_open', 'poll_closed', 'close_past'],
  rate: 'write',
  daily: 100,
  idempotent: true,
});

/** The second agrees to the proposal they saw: the box shuts then, and the reason is public. */
export const moveClose = procedure({
  name: 'appraisals.moveClose',
  summary: '提前关、延期，第二位',
  method: 'PUT',
  path: '/appraisals/{id}/close',
  who: ['admin'],
  input: z.strictObject({ id: Id, proposal: Id }),
  reply: z.object({ closesAt: Instant }),
  problems: [
    'not_found',
    'campaign_not_open',
    'campaign_changed',
    'poll_closed',
    'close_past',
    'second_for_close',
    'close_withdrawn',
  ],
  rate: 'write',
  idempotent: true,
});

/** Who proposed it, or another, takes the proposal back before it is agreed to (撤回). */
export const withdrawClose = procedure({
  name: 'appraisals.withdrawClose',
  summary: '提前关、延期，撤回',
  method: 'POST',
  path: '/appraisals/{id}/close-proposals/{proposal}/withdrawal',
  who: ['admin'],
  input: z.strictObject({ id: Id, proposal: Id }),
  reply: z.object({ closesAt: Instant }),
  problems: ['not_found', 'campaign_not_open', 'campaign_changed', 'poll_closed', 'close_withdrawn'],
  rate: 'write',
  idempotent: true,
});

/**
 * How many ballots there are, by station (15). Nothing of what they say, to nobody; no rate by village (国办函〔2026〕12号). Fewer than the
 * threshold are not told.
 */
export const turnout = procedure({
  name: 'appraisals.turnout',
  summary: '各站投了多少',
  method: 'GET',
  path: '/appraisals/{id}/turnout',
  who: ['admin', 'clerk'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    title: z.string(),
    state: State,
    opensAt: Instant,
    closesAt: Instant,
    threshold: z.int(),
    stations: z.array(
      z.object({
        name: z.nullable(z.string()),
        electorate: Electorate,
        /** Null: there are some, but fewer than the threshold. */
        phone: z.nullable(z.int()),
        paper: z.nullable(z.int()),
        /** Said at the table and typed in there. */
        table: z.optional(z.nullable(z.int())),
      }),
    ),
  }),
  problems: ['not_found', 'campaign_not_open'],
  rate: 'read',
});
