import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApi } from '../testing/api';
import { UNOFFERED } from './testing/acts';
import { type Cast, castOf, type SideName } from './testing/cast';
import { type End, openDoor } from './testing/door';
import { EXCEPTIONS } from './testing/exceptions';
import { HEAD, linesOf } from './testing/lines';
import { type Cell, type Measured, measure, type Row } from './testing/measure';
import { holdsNow, phoneOf } from './testing/phone-of';
import { anotherOf, tell } from './testing/story';
import { inTurns } from './testing/turns';

/**
 * Every scene of a matter × everybody who meets it × everything that can be done: what the page offers against what the API does.
 * `MATRIX=write` writes down how it is now; whoever changes a line of it has to say why.
 */
const FILE = join(__dirname, 'matrix.txt');
const api = testApi();
let cast: Cast;
let all: Measured[];

beforeAll(async () => {
  cast = await castOf(api);
  const door = openDoor(api.services);
  const told = await tell({ api, door, sides: cast.sides });
  const means = { api, door, sides: cast.sides };
  const other = await anotherOf(means);
  all = await inTurns(told, (scene) => measure({ api, door, cast, other }, scene));
});

type Place = { scene: Measured['scene']; row: Row; cell: Cell };
const placesOf = ({ scene, rows }: Measured): Place[] =>
  rows.flatMap((row) => row.cells.map((cell) => ({ scene, row, cell })));

test('it is as it is written down', () => {
  const text = [...HEAD, ...all.flatMap(linesOf)].join('\n');
  if (process.env.MATRIX === 'write') writeFileSync(FILE, text);
  expect(text).toBe(readFileSync(FILE, 'utf8'));
});

test('what is offered is not refused, and what goes was offered, but for what is known', () => {
  // Nobody is offered to look at it: the page does that by itself; nor, by a page, to say whether it is theirs.
  const unoffered: readonly string[] = UNOFFERED;
  const odd = all
    .flatMap(placesOf)
    .filter(({ cell: { attempt, end, offered } }) => !unoffered.includes(attempt.act) && offered !== (end === 'ok'));
  const known = ({ cell: { attempt, end, offered } }: Place) =>
    EXCEPTIONS.find((one) => one.offered === offered && one.end === end && one.attempts.includes(attempt.name));
  const say = ({ scene, row, cell: { attempt, end, offered } }: Place) =>
    `${scene.name}: ${row.side} ${offered ? 'is' : 'is not'} offered ${attempt.name}, and it ends in ${end}`;
  expect(odd.filter((place) => !known(place)).map(say)).toEqual([]);
  const met = new Set(odd.map((place) => `${known(place)?.why} ${place.cell.attempt.name}`));
  for (const { why, attempts } of EXCEPTIONS)
    for (const name of attempts)
      expect([`${why} ${name}`, met.has(`${why} ${name}`)]).toEqual([`${why} ${name}`, true]);
});

test('over HTTP it ends the same', async () => {
  const endOf = async ({ row, cell }: Place): Promise<End> => {
    const phone = await phoneOf(api, cast.sides[row.side]);
    const { status, body } = await phone.send(cell.attempt.procedure, cell.input);
    return status === 200 ? 'ok' : (body as { code: End }).code;
  };
  const say = ({ scene, row, cell }: Place, end: End) => `${scene.name}: ${row.side} ${cell.attempt.name} ${end}`;
  const names = Object.keys(cast.sides) as SideName[];
  const holding = new Set<string>();
  for (const name of names) if (await holdsNow(api, cast.sides[name])) holding.add(name);
  expect(holding.size).toBeGreaterThan(12);
  const real = (measured: Measured) => placesOf(measured).filter(({ row }) => holding.has(row.side));
  // A refusal changes nothing, so there may be many of a scene; then one that goes.
  const refused = all.flatMap(real).filter(({ cell }, index) => cell.end !== 'ok' && index % 149 === 0);
  const done = all.flatMap((measured, index) => {
    // All of them go into one other, which is another once something did.
    const left: readonly string[] = ['print', 'merge'];
    const ok = real(measured).filter(({ cell }) => cell.end === 'ok' && !left.includes(cell.attempt.act));
    return ok.length ? [ok[(index * 7) % ok.length] as Place] : [];
  });
  for (const some of [refused, done]) {
    const ends = await inTurns(some, endOf);
    expect(some.map((place, index) => say(place, ends[index] as End))).toEqual(
      some.map((place) => say(place, place.cell.end)),
    );
  }
});
