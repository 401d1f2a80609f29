import * as z from 'zod/mini';
import { countedQuestions, type Definition, optionsOf } from './definition';
import { ASKED, COUNTY, type Count, OTHERS } from './results';

/**
 * The published results as one object that never changes, small enough for a phone: instead of a record a number, for each electorate a row a
 * place, and in it for each subject who was asked, then the answers to each question, blanks first; null is hidden, and places of which
 * nothing is known are left out.
 */
export const Tables = z.record(z.string(), z.array(z.tuple([z.int(), z.array(z.nullable(z.int()))])));
export type Tables = z.infer<typeof Tables>;

type Of = Pick<Definition, 'electorates' | 'questions' | 'subjects' | 'stations'>;

/** Question and answer of every column of a subject. */
function columnsOf(of: Of): { question: number; answer: number }[] {
  const answers = countedQuestions(of).flatMap((question, at) =>
    [0, ...optionsOf(question).map((_, option) => option + 1)].map((answer) => ({ question: at, answer })),
  );
  return [{ question: ASKED, answer: 0 }, ...answers];
}

export function tablesOf(of: Of, counts: readonly Count[]): Tables {
  const columns = columnsOf(of);
  const at = new Map(columns.map(({ question, answer }, column) => [`${question}/${answer}`, column]));
  const rows = new Map<string, (number | null)[]>();
  for (const { electorate, station, subject, question, answer, count } of counts) {
    const key = `${electorate}/${station}`;
    const row = rows.get(key) ?? Array<number | null>(of.subjects.length * columns.length).fill(null);
    rows.set(key, row);
    const column = at.get(`${question}/${answer}`);
    if (column !== undefined) row[subject * columns.length + column] = count;
  }
  const places = [COUNTY, OTHERS, ...of.stations.keys(), of.stations.length];
  return Object.fromEntries(
    of.electorates.map((electorate) => [
      electorate,
      places.flatMap((station): [number, (number | null)[]][] => {
        const row = rows.get(`${electorate}/${station}`);
        return row ? [[station, row]] : [];
      }),
    ]),
  );
}

/** The numbers one by one again; hidden ones are missing. */
export function countsIn(of: Of, tables: Tables): Count[] {
  const columns = columnsOf(of);
  return of.electorates.flatMap((electorate) =>
    (tables[electorate] ?? []).flatMap(([station, row]) =>
      row.flatMap((count, at) => {
        const { question, answer } = columns[at % columns.length] ?? { question: ASKED, answer: 0 };
        const subject = Math.floor(at / columns.length);
        return count === null ? [] : [{ electorate, station, subject, question, answer, count }];
      }),
    ),
  );
}
