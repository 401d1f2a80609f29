import { countedQuestions, type Electorate, isOpinion } from '../../shared/voting/definition';
import { ASKED, COUNTY, type Count, OTHERS, type Place } from '../../shared/voting/results';
import type { Counts } from './counting';
import type { Publication, Relation } from './suppression/tables';

export const idOf = ({ electorate, station, subject, question, answer }: Omit<Count, 'count'>) =>
  `${electorate}/${subject}/${station}/${question}/${answer}`;

/**
 * Every number of the results: for each electorate and subject, at each station and in the county, how many were asked, and how many of them
 * gave each answer. Stations where too few were asked stand together as one (`OTHERS`), with the smallest of the rest where these are too few
 * as well; where the county as a whole has too few, there is nothing to publish of it. That nobody was asked at a station is said of it.
 */
export function cellsOf(counts: Counts): Count[] {
  const { definition } = counts;
  return definition.electorates.flatMap((electorate) =>
    definition.subjects.flatMap((_, subject) => {
      const cells = placesOf(counts, electorate, subject).flatMap(({ station, of }) =>
        cellsAt(counts, { electorate, station, subject }, of),
      );
      const nobody = [...Array(definition.stations.length).keys()]
        .filter((station) => counts.asked(electorate, station, subject) === 0)
        .map((station) => ({ electorate, station, subject, question: ASKED, answer: 0, count: 0 }));
      return cells.length ? [...cells, ...nobody, ...countyCells(cells, counts, { electorate, subject })] : [];
    }),
  );
}

/** Which stations stand alone, and which together. */
type Standing = { station: number; of: number[] };

function placesOf(counts: Counts, electorate: Electorate, subject: number): Standing[] {
  const asked = (station: number) => counts.asked(electorate, station, subject);
  return standingOf([...Array(counts.stations).keys()], asked, counts.definition.threshold);
}

/** Which of these stations have enough people to stand alone; none where all of them together have too few. */
export function standingOf(
  stations: readonly number[],
  asked: (station: number) => number,
  threshold: number,
): Standing[] {
  // With twice the threshold, what few people said can always be hidden among what the others of the place said.
  const fewest = 2 * threshold;
  const bySize = stations.filter(asked).sort((a, b) => asked(a) - asked(b) || a - b);
  const together: number[] = [];
  let sum = 0;
  for (const station of bySize) {
    if (asked(station) >= fewest && (sum === 0 || sum >= fewest)) break;
    together.push(station);
    sum += asked(station);
  }
  if (sum > 0 && sum < fewest) return [];
  const alone = bySize.filter((station) => !together.includes(station)).sort((a, b) => a - b);
  return [...alone.map((station) => ({ station, of: [station] })), ...(sum ? [{ station: OTHERS, of: together }] : [])];
}

type Where = Omit<Place, 'question'>;

function cellsAt(counts: Counts, where: Where, of: readonly number[]): Count[] {
  const { electorate, subject } = where;
  const sum = (count: (station: number) => number) => of.reduce((all, station) => all + count(station), 0);
  const asked = { ...where, question: ASKED, answer: 0, count: sum((at) => counts.asked(electorate, at, subject)) };
  const given = questionsOf(counts).flatMap((question) =>
    [...Array(counts.answersOf(question)).keys()].map((answer) => ({
      ...where,
      question,
      answer,
      count: sum((at) => counts.given(electorate, at, subject, question, answer)),
    })),
  );
  return [asked, ...given];
}

function countyCells(cells: readonly Count[], counts: Counts, where: Omit<Where, 'station'>): Count[] {
  const sums = new Map<string, number>();
  for (const { question, answer, count } of cells) {
    const key = `${question}/${answer}`;
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const sum = (question: number, answer: number) => ({
    ...where,
    station: COUNTY,
    question,
    answer,
    count: sums.get(`${question}/${answer}`) ?? 0,
  });
  const given = questionsOf(counts).flatMap((question) =>
    [...Array(counts.answersOf(question)).keys()].map((answer) => sum(question, answer)),
  );
  return [sum(ASKED, 0), ...given];
}

const questionsOf = ({ questions }: Counts) => [...Array(questions).keys()];

/**
 * The same as one publication, for the search of what has to be hidden: the answers to a question add up to who was asked, and places to the
 * county. Who was asked is no secret. Where fewer people than the threshold know a subject, all of their answers are hidden, also those nobody
 * gave: of three people who all said the same, the zeros would tell. The county's own totals are hidden last.
 */
export function publicationOf(counts: Counts, cells: readonly Count[]): Publication {
  const answers = cells.filter(({ question }) => question !== ASKED);
  const fewKnow = rowsFewKnow(counts, cells);
  const inCounty = new Map(cells.filter(({ station }) => station === COUNTY).map((cell) => [idOf(cell), cell.count]));
  const isSecret = (cell: Count) => {
    if (cell.question === ASKED || !fewKnow.has(rowOf(cell))) return false;
    const county = { ...cell, station: COUNTY };
    // What nobody in the whole county said is no secret of anybody's.
    return fewKnow.has(rowOf(county)) || inCounty.get(idOf(county)) !== 0;
  };
  // How many ballots are wholly blank may be told; where everybody was asked about everything, no question was left out by fewer.
  const isBlankOfCounty = ({ station, question, answer }: Count) =>
    counts.definition.asks === null && station === COUNTY && question !== ASKED && answer === 0;
  return {
    threshold: counts.definition.threshold,
    cells: cells.map((cell) => ({
      id: idOf(cell),
      value: cell.count,
      keep: cell.station === COUNTY,
      secret: isSecret(cell),
      ...(cell.question === ASKED ? { earlier: 'shown' as const } : {}),
      ...(isBlankOfCounty(cell) ? { atLeast: counts.blanks(cell.electorate) } : {}),
    })),
    relations: [
      ...gathered(answers, (cell) => `${idOf({ ...cell, question: ASKED, answer: 0 })} ${cell.question}`),
      ...gathered(ofStations(cells), (cell) => idOf({ ...cell, station: COUNTY })),
    ],
  };
}

const rowOf = ({ electorate, station, subject, question }: Place) => `${electorate}/${station}/${subject}/${question}`;

/** Rows of a station, or of the county, where some, but fewer than the threshold, gave another answer than a blank or 不了解. */
function rowsFewKnow({ definition }: Counts, cells: readonly Count[]): Set<string> {
  const known = new Map<string, number>();
  const questions = countedQuestions(definition);
  for (const cell of cells) {
    const question = questions[cell.question];
    if (!question) continue;
    const counts = isOpinion(question, cell.answer) ? cell.count : 0;
    known.set(rowOf(cell), (known.get(rowOf(cell)) ?? 0) + counts);
  }
  return new Set([...known].filter(([, count]) => count > 0 && count < definition.threshold).map(([row]) => row));
}

const ofStations = (cells: readonly Count[]) => cells.filter(({ station }) => station !== COUNTY);

/** What adds up to one total, for each total; behind a blank in its name stands which sum of several it is. */
function gathered(cells: readonly Count[], totalOf: (cell: Count) => string): Relation[] {
  const parts = new Map<string, string[]>();
  for (const cell of cells) {
    const known = parts.get(totalOf(cell));
    if (known) known.push(idOf(cell));
    else parts.set(totalOf(cell), [idOf(cell)]);
  }
  return [...parts].map(([total, parts]) => ({ total: total.split(' ')[0] as string, parts }));
}
