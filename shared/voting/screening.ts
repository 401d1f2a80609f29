import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { procedure } from '../kernel/procedure';
import { words as text } from '../kernel/text';
import { Electorate } from './definition';
import { LENGTHS } from './limits';
import { Span } from './spans';
import { REFUSALS, STATE_NAMES } from './states';
import './problems';

const State = z.enum(STATE_NAMES);
const Refusal = z.enum(REFUSALS);
const ShownSpan = z.object({ from: z.int(), to: z.int(), as: z.string() });
const Screener = z.object({ id: Id, name: z.nullable(z.string()), me: z.boolean(), since: Instant });

/**
 * Two people of the office screen what residents wrote (审写的话), and nobody else reads it. This makes who calls one of the two; `instead`
 * takes the place of one of them, who reads nothing from then on.
 */
export const screen = procedure({
  name: 'voting.screen',
  summary: '我来审写的话',
  method: 'POST',
  path: '/voting/{id}/screeners',
  who: ['admin'],
  input: z.strictObject({ id: Id, instead: z.optional(Id) }),
  reply: z.object({ screeners: z.array(Screener) }),
  problems: ['not_found', 'poll_not_counted', 'screeners_full'],
  rate: 'write',
  idempotent: true,
});

/**
 * What was written, in one state, in the order of random ids: nothing says who wrote first. Only the two who screen are shown any of it; the
 * rest of the office sees how much there is. `proposed` is what a machine would take out, and `station` null means the county as a whole,
 * because so few wrote there.
 */
export const words = procedure({
  name: 'voting.words',
  summary: '写的话，审到哪了',
  method: 'GET',
  path: '/voting/{id}/words',
  who: ['admin'],
  input: z.strictObject({ id: Id, state: State, cursor: z.optional(Cursor) }),
  reply: z.extend(
    pageOf(
      z.object({
        id: Id,
        /** Its place in the order of random ids, so that two people can speak of it. */
        number: z.int(),
        electorate: Electorate,
        station: z.nullable(z.string()),
        subject: z.string(),
        /** Null once it is a report, and when it was forgotten. */
        words: z.nullable(z.string()),
        spans: z.array(ShownSpan),
        proposed: z.array(ShownSpan),
        shown: z.nullable(z.string()),
        state: State,
        refusedFor: z.nullable(Refusal),
        version: z.int(),
        markedByMe: z.boolean(),
        /** Who sent it back asks the other one to look. */
        askedByOther: z.boolean(),
        acts: z.array(z.string()),
      }),
    ),
    {
      title: z.string(),
      threshold: z.int(),
      counts: z.record(State, z.int()),
      screeners: z.array(Screener),
      screens: z.boolean(),
      /** The numbers of the vote are out, so that words may be published. */
      resultsPublished: z.boolean(),
      publishedOn: z.nullable(Day),
      /** From when on the originals are gone; null until they are published. */
      forgottenOn: z.nullable(Day),
    },
  ),
  problems: ['not_found', 'poll_not_counted'],
  rate: 'read',
});

const step = (name: string, summary: string, problems: Parameters<typeof procedure>[0]['problems']) =>
  ({
    name: `voting.${name}`,
    summary,
    method: 'POST',
    who: ['admin'],
    // Nothing of the words: replies are kept for a while, for who sends again.
    reply: z.object({ state: State, version: z.int() }),
    problems: ['not_found', 'not_screener', 'words_changed', ...problems],
    rate: 'write',
    idempotent: true,
  }) as const;
const Of = { id: Id, word: Id, version: z.int() };

/** Says what goes. Only taking out, and one of four fixed words in its place: what is kept are these spans, and nobody writes anything anew. */
export const mark = procedure({
  ...step('mark', '标出要去掉的', ['words_published', 'spans_bad']),
  method: 'PUT',
  path: '/voting/{id}/words/{word}/marks',
  input: z.strictObject({ ...Of, spans: z.array(Span).check(z.maxLength(30)) }),
});

/** The other one of the two agrees. */
export const release = procedure({
  ...step('release', '放行', ['words_published', 'screener_same', 'words_nothing_left']),
  path: '/voting/{id}/words/{word}/release',
  input: z.strictObject(Of),
});

/** For one of three reasons. A report against somebody is not shown here any more. */
export const refuse = procedure({
  ...step('refuse', '不放', []),
  path: '/voting/{id}/words/{word}/refusal',
  input: z.strictObject({ ...Of, reason: Refusal }),
});

/** Back to where nobody has decided, for the other one of the two to look. */
export const reopen = procedure({
  ...step('reopen', '请另一个人看', ['words_published', 'words_reported']),
  path: '/voting/{id}/words/{word}/reopening',
  input: z.strictObject(Of),
});

/** Takes a report out, once more readable, for those whom it is for (转给该收的地方); it is written down who did, and for whom. */
export const handOver = procedure({
  name: 'voting.handOver',
  summary: '取出举报，转给该收的地方',
  method: 'POST',
  path: '/voting/{id}/words/{word}/handing-over',
  who: ['admin'],
  input: z.strictObject({ id: Id, word: Id, to: text(...LENGTHS.handedTo) }),
  reply: z.object({ words: z.string() }),
  problems: ['not_found', 'not_screener'],
  rate: 'write',
});

/** Publishes everything that was released, at once, once every word is decided and the numbers are out. Done again it changes nothing. */
export const publishWords = procedure({
  name: 'voting.publishWords',
  summary: '一次公布写的话',
  method: 'POST',
  path: '/voting/{id}/words/publication',
  who: ['admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ publishedOn: Day }),
  problems: ['not_found', 'not_screener', 'poll_not_counted', 'words_waiting', 'results_first'],
  rate: 'write',
  idempotent: true,
});

/** What residents wrote, as everybody sees it from the day of publication on: departments and the public the same, no sooner one than the other. */
export const said = procedure({
  name: 'voting.said',
  summary: '大家写的话',
  method: 'GET',
  path: '/voting/{id}/said',
  who: 'anyone',
  input: z.strictObject({
    id: Id,
    subject: z.optional(Id),
    station: z.optional(Id),
    cursor: z.optional(Cursor),
  }),
  reply: z.extend(
    pageOf(
      z.object({
        id: Id,
        electorate: Electorate,
        /** Null: so few wrote there that it says only the county. */
        station: z.nullable(z.string()),
        subject: z.string(),
        words: z.string(),
      }),
    ),
    // Null from the day of the results on until the words are published too.
    { publishedOn: z.nullable(Day), total: z.int(), refused: z.record(Refusal, z.int()) },
  ),
  problems: ['not_found'],
  rate: 'public',
});
