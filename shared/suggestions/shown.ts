import * as z from 'zod/mini';
import { Part, Said } from '../assignments/part/values';
import { ResultClass } from '../assignments/values';
import { DECISIONS } from '../kernel/content-check';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Picture } from '../kernel/pictures';
import { ACTS, EVENT_KINDS } from './lifecycle';
import { COSIGNER_STATES, OUTCOMES, SIDES, STATE_NAMES } from './states';
import { DISCLOSURES, ELSEWHERE, OCCASIONS, ORIGINS, Rating, UNSOLVED, WAYS } from './values';

const State = z.enum(STATE_NAMES);
/** A committee by its name. */
export const Named = z.object({ id: Id, name: z.string() });
const Deputy = z.object({ id: Id, name: z.string(), ward: z.nullable(z.string()) });

/** A line of a list. */
export const SuggestionLine = z.object({
  id: Id,
  title: z.string(),
  occasion: z.enum(OCCASIONS),
  /** `2026-20`; null before it is handed in. */
  number: z.nullable(z.string()),
  state: State,
  round: z.int(),
  outcome: z.nullable(z.enum(OUTCOMES)),
  leadName: z.string(),
  cosigners: z.int(),
  /** Asked to sign, and not answered yet. */
  asked: z.int(),
  requests: z.int(),
  departmentName: z.nullable(z.string()),
  marked: z.boolean(),
  /** It is handled with another that leads. */
  joined: z.boolean(),
  version: z.int(),
  /** The committee that watches over it; null: the office. */
  watcherName: z.nullable(z.string()),
  assignBy: z.nullable(Day),
  dueOn: z.nullable(Day),
  daysLeft: z.nullable(z.int()),
  rateBy: z.nullable(Day),
  changedOn: Day,
  /** As what the caller has it, and whether it waits for them. */
  viewer: z.enum(SIDES),
  waits: z.boolean(),
});
export type SuggestionLine = z.infer<typeof SuggestionLine>;

/** What a resident reads of a suggestion that their request is in: never what co-signers think of the answer. */
export const OfRequest = z.object({
  occasion: z.enum(OCCASIONS),
  number: z.string(),
  title: z.string(),
  /** Null where only the title is public. */
  facts: z.nullable(z.string()),
  proposal: z.nullable(z.string()),
  leadName: z.string(),
  cosignerNames: z.array(z.string()),
  departmentName: z.nullable(z.string()),
  state: State,
  outcome: z.nullable(z.enum(OUTCOMES)),
  dueOn: z.nullable(Day),
  /** With its words, where those are public. */
  answer: z.nullable(z.object({ on: Day, resultClass: ResultClass, words: z.nullable(z.string()) })),
  rating: z.nullable(z.object({ attitude: Rating, result: Rating })),
  /** Newest first. */
  events: z.array(
    z.object({
      id: Id,
      kind: z.enum(EVENT_KINDS),
      side: z.enum(SIDES),
      on: Day,
      byName: z.nullable(z.string()),
      toName: z.nullable(z.string()),
    }),
  ),
});
export type OfRequest = z.infer<typeof OfRequest>;

/** A resident's request in it, without whose it is. `id` is null to whoever may not open it. */
const InIt = z.object({ id: z.nullable(Id), title: z.string(), words: z.string(), placeName: z.string() });

/** That the department spoke with the deputies, and what the lead says to that; null: nothing. */
const Contact = z.object({
  id: Id,
  on: Day,
  way: z.enum(WAYS),
  words: z.string(),
  round: z.int(),
  confirmed: z.nullable(z.boolean()),
});

const Rated = z.object({ attitude: Rating, result: Rating, words: z.nullable(z.string()) });

const Event = z.object({
  id: Id,
  kind: z.enum(EVENT_KINDS),
  side: z.enum(SIDES),
  round: z.int(),
  on: Day,
  /** The office, the department or the deputy that did it; null: the clock. */
  byName: z.nullable(z.string()),
  /** The department or the deputy it went to. */
  toName: z.nullable(z.string()),
  words: z.nullable(z.string()),
  resultClass: z.optional(ResultClass),
  /** Until when the answer is put off, or is asked to be. */
  until: z.optional(Day),
  /** The committee that watches over it from then on, or did until then. */
  watcherName: z.optional(z.string()),
});
export type SuggestionEvent = z.infer<typeof Event>;

/** One that is handled together with this one (并案). */
const Beside = z.object({
  /** Where the reader has a part in it. */
  id: z.nullable(Id),
  number: z.string(),
  occasion: z.enum(OCCASIONS),
  title: z.string(),
  /** It is the one that leads. */
  leads: z.boolean(),
  /** To the office and the department: what it says, whose it is, and whether the department has spoken with them. */
  more: z.optional(z.object({ facts: z.string(), proposal: z.string(), leadName: z.string(), contacted: z.boolean() })),
  /** To the office, of one that can be taken out: the version it saw. */
  version: z.optional(z.int()),
});

/** A suggestion, with what this reader may know of it and do now. */
export const Suggestion = z.object({
  id: Id,
  version: z.int(),
  textVersion: z.int(),
  viewer: z.enum(SIDES),
  state: State,
  round: z.int(),
  outcome: z.nullable(z.enum(OUTCOMES)),
  occasion: z.enum(OCCASIONS),
  number: z.nullable(z.string()),
  title: z.string(),
  facts: z.string(),
  proposal: z.string(),
  disclosure: z.enum(DISCLOSURES),
  disclosureReason: z.nullable(z.string()),
  origin: z.enum(ORIGINS),
  unsolved: z.nullable(z.enum(UNSOLVED)),
  wantsContact: z.boolean(),
  lead: Deputy,
  cosigners: z.array(z.object({ ...Deputy.shape, state: z.enum(COSIGNER_STATES) })),
  /** Whether the reader signed. */
  mine: z.nullable(z.enum(COSIGNER_STATES)),
  requests: z.array(InIt),
  /** What was put with it. */
  pictures: z.array(Picture),
  /** To the office: of which it may decide, and what. */
  reviews: z.optional(z.array(z.object({ picture: Id, decisions: z.array(z.enum(DECISIONS)) }))),
  departmentId: z.nullable(Id),
  departmentName: z.nullable(z.string()),
  /** Of the reader's department, while it has it or after it answered. */
  assignmentId: z.nullable(Id),
  returns: z.int(),
  marked: z.boolean(),
  submittedOn: z.nullable(Day),
  assignBy: z.nullable(Day),
  assignedOn: z.nullable(Day),
  dueOn: z.nullable(Day),
  /**
   * To whoever may assign it: by when it is answered if they do so today, which is in so many months of its first assignment, by when if they
   * call it complex (null: that was decided before), and the year at hand whose holidays nobody knows yet.
   */
  assigning: z.optional(
    z.object({ dueOn: Day, months: z.int(), complexDueOn: z.nullable(Day), calendarGap: z.nullable(z.int()) }),
  ),
  /** What is handled together with it, or was answered with it: number and title are public of every suggestion. */
  together: z.array(Beside),
  /** Why it is answered in six months; null: in three. */
  complexReason: z.nullable(z.string()),
  /** The committee that watches over it (督办); null: the office. */
  watcherId: z.nullable(Id),
  watcherName: z.nullable(z.string()),
  /** To the office: which there are. */
  committees: z.optional(z.array(Named)),
  daysLeft: z.nullable(z.int()),
  extended: z.boolean(),
  /** Who works on it beside that department (协办、分别办理), and what they say of it. */
  parts: z.optional(z.array(Part)),
  /** For who works in one of these: which part is theirs (`assignments.part`). */
  partId: z.optional(z.nullable(Id)),
  /** What the department asked, and nobody has answered: a question, or more days. */
  asked: z.nullable(
    z.object({ what: z.enum(['question', 'days']), on: Day, words: z.string(), until: z.nullable(Day) }),
  ),
  /** Until when it can be extended at the most. */
  extendableUntil: z.nullable(Day),
  contacts: z.array(Contact),
  /** The department has spoken with the deputies in this round, so that it may answer. */
  contacted: z.boolean(),
  /** What the county calls the classes of an answer. */
  classes: z.record(ResultClass, z.string()),
  answer: z.nullable(
    z.object({
      on: Day,
      departmentName: z.string(),
      resultClass: ResultClass,
      words: z.string(),
      /** What those who worked on it with that department said, as it was said. */
      said: z.optional(z.array(Said)),
    }),
  ),
  commentBy: z.nullable(Day),
  rateBy: z.nullable(Day),
  /** To the lead and the office, of this round; to a co-signer their own. */
  comments: z.array(z.object({ deputyId: Id, name: z.string(), ...Rated.shape })),
  rating: z.nullable(Rated),
  redirectedTo: z.nullable(z.enum(ELSEWHERE)),
  today: Day,
  may: z.array(z.enum(ACTS)),
  /** Newest first. */
  events: z.array(Event),
});
export type Suggestion = z.infer<typeof Suggestion>;
