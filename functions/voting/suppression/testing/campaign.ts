import type { Cell, Publication, Relation } from '../tables';
import { randomFrom } from './random';

const ANSWERS = ['满意', '基本满意', '不满意', '不了解', 'blank'];
const WEIGHTS = [45, 25, 8, 19, 3];

/** An appraisal of departments × stations × items, by residents (many a station) and by deputies (a handful), the county as their sum. */
export function campaign(departments: number, stations: number, items: number): Publication {
  const random = randomFrom(1);
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const names = ['all', ...ANSWERS];
  for (const electorate of ['residents', 'deputies']) {
    const asked = Array.from({ length: stations }, () =>
      electorate === 'residents' ? 3 + random(100) : 2 + random(9),
    );
    for (let table = 0; table < departments * items; table += 1) {
      const id = (station: number | 'county', name: string) => `${electorate} ${table} ${station} ${name}`;
      const rows = asked.map((people) => answersOf(random, people));
      rows.forEach((row, station) => {
        cells.push(...row.map((value, at) => ({ id: id(station, names[at] ?? ''), value })));
        relations.push({ total: id(station, 'all'), parts: ANSWERS.map((name) => id(station, name)) });
      });
      names.forEach((name, at) => {
        cells.push({ id: id('county', name), value: rows.reduce((sum, row) => sum + (row[at] ?? 0), 0), keep: true });
        relations.push({ total: id('county', name), parts: rows.map((_, station) => id(station, name)) });
      });
      relations.push({ total: id('county', 'all'), parts: ANSWERS.map((name) => id('county', name)) });
    }
  }
  return { cells, relations, threshold: 5 };
}

function answersOf(random: (below: number) => number, people: number): number[] {
  const row = ANSWERS.map(() => 0);
  for (let person = 0; person < people; person += 1) {
    let drawn = random(100);
    const answer = WEIGHTS.findIndex((weight) => {
      drawn -= weight;
      return drawn < 0;
    });
    row[answer] = (row[answer] ?? 0) + 1;
  }
  return [people, ...row];
}
