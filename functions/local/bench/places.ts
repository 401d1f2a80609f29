import { performance } from 'node:perf_hooks';
import {
  openBoundaries,
  type Polygon,
  type Position,
  packBoundaries,
  villageAt,
} from '../../directory/boundaries/index-file';
import { replaceBoundary, selectBoundary } from '../../directory/queries';
import { openDatabase } from '../../platform/database';
import { COUNTY } from '../seed/county';
import { type Spread, spreadOf } from './rounds';

const SIDE = 71; // 71 × 71 = 5,041 villages
const EDGE_POINTS = 40; // a side of a village; surveyed boundaries have 100 to 200 points a village
const STEP = 0.01; // a kilometre
const WEST = 118;
const SOUTH = 28.5;
const POINTS = 200_000;

/** Points in polygons a second, in this process; one in ten points lies outside of every village. */
export function placesPerSecond(rounds: number): Spread {
  const boundaries = opened(packBoundaries(villages()));
  const points = Array.from({ length: POINTS }, (_, n): Position => {
    const spread = (prime: number) => ((n * prime) % 1_000_003) / 1_000_003;
    return [WEST + spread(7_919) * SIDE * STEP * 1.05, SOUTH + spread(104_729) * SIDE * STEP * 1.05];
  });
  const round = () => {
    const start = performance.now();
    let inside = 0;
    for (const [x, y] of points) if (villageAt(boundaries, x, y)) inside += 1;
    const rate = POINTS / ((performance.now() - start) / 1000);
    if (inside < POINTS * 0.85 || inside === POINTS) throw new Error(`${inside} of ${POINTS} points are in a village`);
    return rate;
  };
  round();
  return spreadOf(Array.from({ length: rounds }, round));
}

/** Milliseconds from the question to the database to an index that can be asked. */
export async function placesLoadMs(databaseUrl: string, rounds: number): Promise<Spread> {
  const database = openDatabase(databaseUrl, { max: 1 });
  try {
    const all = villages();
    const boundary = { jurisdiction: COUNTY, data: packBoundaries(all), polygons: all.length, now: new Date() };
    await database.inTenant(COUNTY, (tx) => replaceBoundary(tx, boundary));
    const taken: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      const data = await database.inTenant(COUNTY, (tx) => selectBoundary(tx, COUNTY), 'read');
      opened(data ?? Buffer.alloc(0));
      taken.push(performance.now() - start);
    }
    return spreadOf(taken.slice(1));
  } finally {
    await database.close();
  }
}

function opened(data: Buffer) {
  const boundaries = openBoundaries(data);
  if (!boundaries) throw new Error('the index cannot be opened');
  return boundaries;
}

/** A made-up county: villages side by side with crooked borders that neighbours share. */
function villages(): Polygon[] {
  const bend = (a: number, b: number) => 0.2 * STEP * Math.sin(a * 12.9898 + b * 78.233);
  const corner = (x: number, y: number): Position => [WEST + x * STEP + bend(x, y), SOUTH + y * STEP + bend(y, x + 7)];
  const edge = (from: Position, to: Position) =>
    Array.from({ length: EDGE_POINTS }, (_, n): Position => {
      const part = n / EDGE_POINTS;
      const aside = 0.05 * STEP * Math.sin(part * Math.PI) * Math.sin(from[0] * 1e5 + to[1] * 1e5);
      return [from[0] + (to[0] - from[0]) * part + aside, from[1] + (to[1] - from[1]) * part + aside];
    });
  const backwards = (points: Position[], end: Position) => [...points.slice(1), end].reverse();
  return Array.from({ length: SIDE * SIDE }, (_, number) => {
    const [x, y] = [number % SIDE, Math.floor(number / SIDE)];
    const [a, b, c, d] = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
    const ring = [...edge(a, b), ...edge(b, c), ...backwards(edge(d, c), c), ...backwards(edge(a, d), d)];
    return { village: `330822${String(100_000 + number).padStart(6, '0')}`, rings: [ring] };
  });
}
