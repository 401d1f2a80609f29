import { add, type Draft, type Price, roomDown, type Shift } from './draft';
import { cheapestPath } from './path';
import type { Table } from './tables';

/**
 * Moves one cell by so much, or as far as it goes, and others with it so that everything still adds up: cheapest paths of changes, one
 * after another, which is the successive shortest path algorithm for flows (Ahuja, Magnanti, Orlin 1993, 9.7). Where every cell stands
 * in at most two lines, as in a table of two dimensions with its margins, it goes as far as linear programming does. A cell in
 * more lines stays as it is.
 */
export function shiftBy(table: Table, cell: number, by: number, price: Price): Shift {
  const way = Math.sign(by);
  let shift: Shift = new Map();
  if ((table.standsIn[cell]?.length ?? 0) > 2) return shift;
  let left = Math.abs(by);
  for (let amount = left; amount >= 1; ) {
    const draft: Draft = { table, shift: new Map(shift), off: new Map() };
    const room = way > 0 || roomDown(draft, cell) >= amount;
    if (room) add(draft, cell, way * amount);
    if (room && balance(draft, cell, price)) {
      shift = draft.shift;
      left -= amount;
      amount = Math.min(amount, left);
    } else amount = Math.floor(amount / 2);
  }
  return shift;
}

function balance(draft: Draft, mover: number, price: Price): boolean {
  const charged: Price = (cell) => (cell === mover ? null : draft.shift.has(cell) ? 0 : price(cell));
  for (const [line] of draft.off) {
    while (draft.off.has(line)) {
      const path = cheapestPath(draft, line, charged);
      if (!path) return false;
      for (const [cell, by] of path) add(draft, cell, by);
    }
  }
  return true;
}
