import { type Ballot, BLANK, CHANNELS, type Channel, isBlank } from '../../shared/voting/ballot';
import {
  countedQuestions,
  type Definition,
  ELECTORATES,
  type Electorate,
  isOpinion,
  optionsOf,
  type Question,
} from '../../shared/voting/definition';
import type { Numbers, StationNumbers } from '../../shared/voting/results';
import type { StationSlips } from '../../shared/voting/slips/counts';

/** How many ballots of which kind there were. The five numbers of a result (应到 实到 发出 收回 有效) are made of these and the roll. */
export type Tally = {
  /** Rows in the box at the close. */
  inBox: number;
  /** Ballots that were counted: the length of the published list. */
  counted: number;
  /** Rows that could not be opened, or whose leaf is not that of what they say: somebody changed the database by hand. */
  unreadable: number;
  /** Of the counted ones, by electorate and channel; `blank`: nothing at all was answered (弃权), null where that would say too much. */
  ballots: Record<Electorate, Record<Channel, number> & { blank: number | null }>;
  /** Votes that were counted before there were five numbers have none. */
  numbers?: Record<string, Numbers>;
  stations?: StationNumbers[];
  /** Cells of the results that are not published. How many of them are small is not said: it is one more equation for who works them out. */
  hidden?: { cells: number };
  /** Ballots that had been taken out before, because their phone's owner took a slip; left out where no slip was printed, as is what follows. */
  removed?: number;
  /** Where every slip of paper was. */
  slips?: StationSlips[];
};

/** Station, subject and question by their place in the definition. The last station is that of people who have none. */
export type Counts = {
  definition: Definition;
  stations: number;
  tally: Tally;
  /** Ballots of a station. */
  came(electorate: Electorate, station: number): number;
  /** Ballots with an opinion on anything. */
  opinions(electorate: Electorate): number;
  /** Ballots that answer nothing at all. */
  blanks(electorate: Electorate): number;
  /** Ballots that were asked about a subject. */
  asked(electorate: Electorate, station: number, subject: number): number;
  /** Those that gave an answer to a question; answer 0 is blank. */
  given(electorate: Electorate, station: number, subject: number, question: number, answer: number): number;
  /** Answers a question can have, blank included. */
  answersOf(question: number): number;
  questions: number;
};

type Words = { electorate: Electorate; station: number; subject: number; words: string };

/**
 * Counts opened ballots one after the other, in memory that does not grow with them (words apart). Nothing of a single ballot is kept: after
 * `add` there are only counts.
 */
export function counter(definition: Definition): {
  add(ballot: Ballot): void;
  unreadable(): void;
  result(): Counts;
  words: Words[];
} {
  const questions = countedQuestions(definition);
  const options = questions.map((question) => optionsOf(question).length + 1);
  const width = Math.max(1, ...options);
  const stationAt = new Map(definition.stations.map(({ id }, at) => [id as string | null, at]));
  const subjectAt = new Map(definition.subjects.map(({ id }, at) => [id, at]));
  const [stations, subjects] = [definition.stations.length + 1, definition.subjects.length];
  const place = (electorate: Electorate, station: number, subject: number) =>
    (ELECTORATES.indexOf(electorate) * stations + station) * subjects + subject;
  const asked = new Int32Array(ELECTORATES.length * stations * subjects);
  const given = new Int32Array(asked.length * options.length * width);
  const came = new Int32Array(ELECTORATES.length * stations);
  const opinions = new Int32Array(ELECTORATES.length);
  const blanks = new Int32Array(ELECTORATES.length);
  const at = (where: number, question: number, answer: number) => (where * options.length + question) * width + answer;
  const tally = emptyTally();
  const words: Words[] = [];
  return {
    words,
    unreadable() {
      tally.inBox += 1;
      tally.unreadable += 1;
    },
    add({ electorate, station: id, channel, sheets }) {
      tally.inBox += 1;
      tally.counted += 1;
      tally.ballots[electorate][channel] += 1;
      const station = stationAt.get(id) ?? stations - 1;
      const who = ELECTORATES.indexOf(electorate);
      if (isBlank(sheets)) blanks[who] = (blanks[who] ?? 0) + 1;
      came[who * stations + station] = (came[who * stations + station] ?? 0) + 1;
      if (hasOpinion(sheets, questions)) opinions[who] = (opinions[who] ?? 0) + 1;
      for (const sheet of sheets) {
        const subject = subjectAt.get(sheet.subject) ?? 0;
        const where = place(electorate, station, subject);
        asked[where] = (asked[where] ?? 0) + 1;
        for (let question = 0; question < options.length; question += 1) {
          const cell = at(where, question, Number(sheet.answers[question] ?? BLANK));
          given[cell] = (given[cell] ?? 0) + 1;
        }
        if (sheet.words) words.push({ electorate, station, subject, words: sheet.words });
      }
    },
    result: () => ({
      definition,
      stations,
      tally,
      questions: options.length,
      answersOf: (question) => options[question] ?? 1,
      came: (electorate, station) => came[ELECTORATES.indexOf(electorate) * stations + station] ?? 0,
      opinions: (electorate) => opinions[ELECTORATES.indexOf(electorate)] ?? 0,
      blanks: (electorate) => blanks[ELECTORATES.indexOf(electorate)] ?? 0,
      asked: (electorate, station, subject) => asked[place(electorate, station, subject)] ?? 0,
      given: (electorate, station, subject, question, answer) =>
        given[at(place(electorate, station, subject), question, answer)] ?? 0,
    }),
  };
}

function hasOpinion(sheets: Ballot['sheets'], questions: readonly Question[]): boolean {
  return sheets.some(({ answers }) =>
    questions.some((question, at) => isOpinion(question, Number(answers[at] ?? BLANK))),
  );
}

function emptyTally(): Tally {
  const none = () => ({
    ...(Object.fromEntries(CHANNELS.map((channel) => [channel, 0])) as Record<Channel, number>),
    blank: null,
  });
  return {
    inBox: 0,
    counted: 0,
    unreadable: 0,
    ballots: Object.fromEntries(ELECTORATES.map((one) => [one, none()])) as Tally['ballots'],
  };
}
