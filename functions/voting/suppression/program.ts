import { type Constraint, type Solution, solve } from 'yalps';
import { fits, type Shift } from './draft';
import type { Line, Table } from './tables';

/** A hidden cell to be moved, and the count beyond which it need not go: Infinity for as far as it can. */
export type Goal = { cell: number; limit: number };
export type Direction = 'maximize' | 'minimize';

/** Branch and bound gives up here. It is asked little: in a table of two dimensions every programme ends in whole numbers by itself. */
const BRANCHES = 200;

function above({ cells, least }: Table, cell: number): number {
  return (cells[cell]?.value ?? 0) - (least[cell] ?? 0);
}

/** All that the public knows as constraints, only of the hidden cells of one part: sums, and the least each hidden cell can be. */
function programme(
  table: Table,
  part: readonly number[],
  goals: Goal[],
  direction: Direction,
  whole: boolean,
): Solution<number> {
  const inside = new Set(part);
  const limits = new Map(goals.map(({ cell, limit }) => [cell, limit - (table.least[cell] ?? 0)]));
  const lines = new Set(part.flatMap((cell) => table.standsIn[cell]?.map(({ line }) => line) ?? []));
  const sumOf = (line: Line) =>
    line.reduce((sum, { cell, sign }) => sum + (inside.has(cell) ? sign * above(table, cell) : 0), 0);
  const end = (limit: number) => (direction === 'maximize' ? { max: limit } : { min: limit });
  return solve(
    {
      direction,
      objective: 'goals',
      constraints: [
        ...[...lines].map((line): [string, Constraint] => [`${line}`, { equal: sumOf(table.lines[line] ?? []) }]),
        ...[...limits].map(([cell, limit]): [string, Constraint] => [`limit ${cell}`, end(limit)]),
      ],
      variables: part.map((cell): [number, [string, number][]] => {
        const own = (table.standsIn[cell] ?? []).map(({ line, sign }): [string, number] => [`${line}`, sign]);
        return [cell, limits.has(cell) ? [...own, ['goals', 1], [`limit ${cell}`, 1]] : own];
      }),
      integers: whole,
    },
    { maxPivots: 100_000, maxIterations: BRANCHES },
  );
}

/**
 * Another table that could be the true one, in which the goals are as great (or small) together as they can be. Null where the
 * solver finds none that adds up to the last person: then nothing is proved.
 */
export function farthest(table: Table, part: readonly number[], goals: Goal[], direction: Direction): Shift | null {
  const { status, variables } = programme(table, part, goals, direction, goals.length === 1);
  if (status !== 'optimal' && status !== 'timedout') return null;
  const found = new Map(variables.map(([cell, value]) => [cell, Math.round(value)]));
  const shift: Shift = new Map(part.map((cell) => [cell, (found.get(cell) ?? 0) - above(table, cell)]));
  return fits(table, shift) ? shift : null;
}

/** The smallest or the greatest count of a hidden cell, as linear programming finds it; people are whole, so it is rounded inwards. */
export function bound(table: Table, part: readonly number[], cell: number, direction: Direction): number {
  const least = table.least[cell] ?? 0;
  const limit = direction === 'maximize' ? Infinity : least;
  const { status, result } = programme(table, part, [{ cell, limit }], direction, false);
  if (status === 'unbounded') return Infinity;
  if (status !== 'optimal') throw new Error(`the solver stopped: ${status}`);
  return least + (direction === 'maximize' ? Math.floor(result + 1e-6) : Math.ceil(result - 1e-6));
}
