import { exposedCells, isSafe, neededMoves, nothingSeen, type Seen, see } from './attack';
import { shiftBy } from './shift';
import { type Cell, type Publication, type Table, tableOf } from './tables';

/** `hidden`: the pattern, published; the ids in order. `exposed`: it must not be published, these cells stay within reach. */
export type Suppression = { hidden: string[]; exposed: string[] };

/** What it costs readers not to see a cell: few cells first, then small ones. A cell to be kept costs more than any way around it. */
const KEPT = 1_000;

function loss({ cells }: Table, cell: number): number {
  const { value = 0, keep = false } = cells[cell] ?? {};
  return 1 + Math.log2(1 + value) + (keep ? KEPT : 0);
}

function hiddenFromStart({ value, earlier, secret }: Cell, threshold: number): boolean {
  return earlier ? earlier === 'hidden' : secret === true || (value > 0 && value < threshold);
}

function mayHide({ cells }: Table, cell: number): boolean {
  const known = cells[cell];
  return known !== undefined && !known.earlier && known.value > 0;
}

/**
 * Hides counts from 1 to threshold − 1 (primary) and as many others (complementary) as it takes until the attack finds nothing;
 * sdcTable's SIMPLEHEURISTIC works in the same loop since 0.32. Zeros are shown, but those of secret cells. The same publication gives the same
 * pattern, in whatever order it is given: no chance, no clock.
 */
export function suppress(publication: Publication): Suppression {
  const table = tableOf(publication);
  const hidden = new Set<number>();
  table.cells.forEach((cell, place) => {
    if (hiddenFromStart(cell, table.threshold)) hidden.add(place);
  });
  const seen = nothingSeen(table);
  const ids = (cells: Iterable<number>) =>
    [...cells].sort((one, other) => one - other).map((cell) => table.cells[cell]?.id ?? '');
  for (;;) {
    const open = exposedCells(table, hidden, seen, false);
    const before = hidden.size;
    hideMore(table, hidden, seen, open);
    if (hidden.size === before)
      return { hidden: ids(hidden), exposed: ids(exposedCells(table, hidden, nothingSeen(table), true)) };
  }
}

/** First for cells that join tables: what is hidden for them is hidden for many. */
function hideMore(table: Table, hidden: Set<number>, seen: Seen, open: number[]): void {
  const joints = open.filter((cell) => (table.standsIn[cell]?.length ?? 0) > 2);
  const before = hidden.size;
  for (const cell of joints) hideBeside(table, hidden, cell);
  if (hidden.size > before) return;
  for (const cell of open) {
    const before = hidden.size;
    cover(table, hidden, seen, cell);
    if (!isSafe(table, seen, cell) && hidden.size === before) hideNearest(table, hidden, cell);
  }
}

/** Nothing alone in a line is hidden: the total and the others tell it. The cell of least loss goes with it. */
function hideBeside(table: Table, hidden: Set<number>, cell: number): void {
  for (const { line } of table.standsIn[cell] ?? []) {
    const others = (table.lines[line] ?? []).map((other) => other.cell).filter((other) => other !== cell);
    if (others.some((other) => hidden.has(other))) continue;
    const best = leastLoss(table, others);
    if (best !== null) hidden.add(best);
  }
}

/** Hides what has to change together with this cell so that it can be the threshold away: upwards, and downwards for what is missing still. */
function cover(table: Table, hidden: Set<number>, seen: Seen, cell: number): void {
  const ofLoss = (other: number) => (hidden.has(other) ? 0 : mayHide(table, other) ? loss(table, other) : null);
  for (const way of [0, 1] as const) {
    if (isSafe(table, seen, cell)) break;
    const shift = shiftBy(table, cell, neededMoves(table, seen, cell)[way], ofLoss);
    for (const [place, by] of shift) if (by !== 0) hidden.add(place);
    see(table, seen, shift);
  }
}

/** Where no path helps: the cell of least loss among the nearest that can still be hidden. */
function hideNearest(table: Table, hidden: Set<number>, cell: number): void {
  const met = new Set([cell]);
  for (let ring = [cell]; ring.length > 0; ) {
    const lines = ring.flatMap((at) => (table.standsIn[at] ?? []).flatMap(({ line }) => table.lines[line] ?? []));
    ring = [...new Set(lines.map((next) => next.cell))].filter(
      (next) => !met.has(next) && (hidden.has(next) || mayHide(table, next)),
    );
    for (const next of ring) met.add(next);
    const best = leastLoss(
      table,
      ring.filter((next) => !hidden.has(next)),
    );
    if (best !== null) {
      hidden.add(best);
      return;
    }
  }
}

function leastLoss(table: Table, cells: number[]): number | null {
  return cells
    .filter((cell) => mayHide(table, cell))
    .reduce<number | null>(
      (best, cell) => (best === null || loss(table, cell) < loss(table, best) ? cell : best),
      null,
    );
}
