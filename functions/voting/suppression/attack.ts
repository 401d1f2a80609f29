import { fits, type Shift } from './draft';
import { bound, farthest, type Goal } from './program';
import { shiftBy } from './shift';
import { type Publication, type Table, tableOf } from './tables';

/** The smallest and the greatest count that a hidden cell had in any table found so far that could be the true one. */
export type Seen = { least: number[]; most: number[] };

/** What whoever attacks can say of a hidden cell: at least, at most. People; no end is Infinity. */
export type Range = { id: string; least: number; most: number };

export function nothingSeen({ cells }: Table): Seen {
  const values = cells.map(({ value }) => value);
  return { least: [...values], most: [...values] };
}

/** Remembers a table that could be the true one: it is proof for all its cells at once, and stays one when more is hidden. */
export function see(table: Table, seen: Seen, shift: Shift): void {
  if (!fits(table, shift)) return;
  for (const [cell, by] of shift) {
    const value = (table.cells[cell]?.value ?? 0) + by;
    seen.least[cell] = Math.min(seen.least[cell] ?? value, value);
    seen.most[cell] = Math.max(seen.most[cell] ?? value, value);
  }
}

/** Whether two tables that could both be the true one are at least the threshold apart in this cell. */
export function isSafe({ threshold }: Table, { least, most }: Seen, cell: number): boolean {
  return (most[cell] ?? 0) - (least[cell] ?? 0) >= threshold;
}

/** Up and down: by how much the cell has to move to be safe. */
export function neededMoves({ cells, threshold }: Table, { least, most }: Seen, cell: number): [number, number] {
  const value = cells[cell]?.value ?? 0;
  return [(least[cell] ?? 0) + threshold - value, (most[cell] ?? 0) - threshold - value];
}

/** Hidden cells in parts that no relation joins: nothing about one part is said by another. */
function partsOf(table: Table, hidden: ReadonlySet<number>): number[][] {
  const left = new Set(hidden);
  const parts: number[][] = [];
  for (const first of hidden) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const cell of part) {
      for (const { line } of table.standsIn[cell] ?? []) {
        for (const { cell: next } of table.lines[line] ?? []) if (left.delete(next)) part.push(next);
      }
    }
    parts.push(part.sort((one, other) => one - other));
  }
  return parts;
}

/**
 * The hidden cells that are not hidden: whoever attacks is left with a range narrower than the threshold. A cell is called safe only
 * by two whole tables that show it, found by moving it along paths or by linear programming; so what is found for one cell counts for
 * all, and few programmes have to run. Where the solver gives up, the cell counts as exposed.
 */
export function exposedCells(table: Table, hidden: ReadonlySet<number>, seen: Seen, thorough: boolean): number[] {
  const movable = (cell: number) => (hidden.has(cell) ? 1 : null);
  for (const cell of hidden) {
    for (const way of [0, 1] as const) {
      if (!isSafe(table, seen, cell))
        see(table, seen, shiftBy(table, cell, neededMoves(table, seen, cell)[way], movable));
    }
  }
  for (const part of partsOf(table, hidden)) search(table, part, seen, thorough);
  return [...hidden].filter((cell) => !isSafe(table, seen, cell)).sort((one, other) => one - other);
}

function search(table: Table, part: readonly number[], seen: Seen, thorough: boolean): void {
  const unsafe = () => part.filter((cell) => !isSafe(table, seen, cell));
  const goalsOf = (cells: number[], way: 0 | 1): Goal[] =>
    cells.map((cell) => ({ cell, limit: (table.cells[cell]?.value ?? 0) + neededMoves(table, seen, cell)[way] }));
  const run = (cells: number[], way: 0 | 1) => {
    const found = cells.length > 0 && farthest(table, part, goalsOf(cells, way), way === 0 ? 'maximize' : 'minimize');
    if (found) see(table, seen, found);
  };
  for (let before = Infinity, left = unsafe(); left.length < before && left.length > 1; left = unsafe()) {
    before = left.length;
    run(left, 0);
    run(unsafe(), 1);
  }
  if (!thorough) return;
  for (const cell of unsafe()) for (const way of [0, 1] as const) if (!isSafe(table, seen, cell)) run([cell], way);
}

function hiddenOf({ cells }: Table, ids: Iterable<string>): Set<number> {
  const wanted = new Set(ids);
  return new Set(cells.flatMap(({ id }, place) => (wanted.has(id) ? [place] : [])));
}

/** The range of every hidden cell, as whoever attacks the publication by linear programming finds it. */
export function ranges(publication: Publication, hidden: Iterable<string>): Range[] {
  const table = tableOf(publication);
  return partsOf(table, hiddenOf(table, hidden)).flatMap((part) =>
    part.map((cell) => ({
      id: table.cells[cell]?.id ?? '',
      least: bound(table, part, cell, 'minimize'),
      most: bound(table, part, cell, 'maximize'),
    })),
  );
}

/** The audit: the ids of the cells that this pattern leaves exposed; none, and it may be published. */
export function exposed(publication: Publication, hidden: Iterable<string>): string[] {
  const table = tableOf(publication);
  return exposedCells(table, hiddenOf(table, hidden), nothingSeen(table), true).map(
    (cell) => table.cells[cell]?.id ?? '',
  );
}
