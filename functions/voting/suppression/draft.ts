import type { Line, Table } from './tables';

/** By how much cells of another table differ from the true one. */
export type Shift = Map<number, number>;

/** What it costs to let a cell change, or null where it must stay. */
export type Price = (cell: number) => number | null;

/** A shift on its way: which lines do not add up yet, and by how much. */
export type Draft = { table: Table; shift: Shift; off: Map<number, number> };

/** Whether nobody who reads can tell the shifted table from the true one: it adds up, and no hidden count is less than it can be. */
export function fits({ cells, lines, standsIn, least }: Table, shift: Shift): boolean {
  const touched = new Set([...shift.keys()].flatMap((cell) => standsIn[cell]?.map(({ line }) => line) ?? []));
  const changeOf = (line: Line) => line.reduce((sum, { cell, sign }) => sum + sign * (shift.get(cell) ?? 0), 0);
  return (
    [...shift].every(
      ([cell, by]) => Number.isSafeInteger(by) && (cells[cell]?.value ?? 0) + by >= (least[cell] ?? 0),
    ) && [...touched].every((line) => changeOf(lines[line] ?? []) === 0)
  );
}

/** How far down a cell can still go. */
export function roomDown({ table, shift }: Draft, cell: number): number {
  return (table.cells[cell]?.value ?? 0) + (shift.get(cell) ?? 0) - (table.least[cell] ?? 0);
}

export function add({ table, shift, off }: Draft, cell: number, by: number): void {
  shift.set(cell, (shift.get(cell) ?? 0) + by);
  for (const { line, sign } of table.standsIn[cell] ?? []) {
    const left = (off.get(line) ?? 0) + sign * by;
    if (left === 0) off.delete(line);
    else off.set(line, left);
  }
}
