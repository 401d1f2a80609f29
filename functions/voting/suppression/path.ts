import { type Draft, type Price, roomDown, type Shift } from './draft';

/** Where a path is: a line that is off upwards or downwards, or outside, where nothing has to add up. */
type Spot = number;
type Step = { from: Spot; to: Spot; cell: number; way: 1 | -1 };
const OUTSIDE: Spot = -1;

function spotOf(at: { line: number; sign: 1 | -1 } | undefined, way: number): Spot {
  return at ? at.line * 2 + (at.sign * way > 0 ? 1 : 0) : OUTSIDE;
}

/**
 * The cheapest chain of changes that brings this line nearer to adding up, and ends outside or in a line that is off the other way.
 * Only cells in at most two lines are links. Dijkstra's algorithm; ties go to what was found first, so a table has one answer.
 */
export function cheapestPath(draft: Draft, line: number, price: Price): Shift | null {
  const start = spotOf({ line, sign: 1 }, Math.sign(draft.off.get(line) ?? 0));
  const cost = new Map<Spot, number>([[start, 0]]);
  const steps = new Map<Spot, Step>();
  const open = new Set<Spot>([start]);
  const done = new Set<Spot>();
  while (open.size > 0) {
    const spot = cheapest(open, cost);
    if (isEnd(draft, spot)) return walked(draft, steps, start, spot);
    open.delete(spot);
    done.add(spot);
    for (const step of stepsFrom(draft, spot)) {
      const own = done.has(step.to) || (step.way < 0 && roomDown(draft, step.cell) < 1) ? null : price(step.cell);
      if (own === null || (cost.get(spot) ?? 0) + own >= (cost.get(step.to) ?? Infinity)) continue;
      cost.set(step.to, (cost.get(spot) ?? 0) + own);
      steps.set(step.to, step);
      open.add(step.to);
    }
  }
  return null;
}

function cheapest(open: Set<Spot>, cost: Map<Spot, number>): Spot {
  let best: Spot = OUTSIDE;
  let least = Infinity;
  for (const spot of open) {
    const own = cost.get(spot) ?? Infinity;
    if (own < least) [best, least] = [spot, own];
  }
  return best;
}

function read(spot: Spot): [line: number, way: 1 | -1] {
  return [spot >> 1, spot & 1 ? 1 : -1];
}

function isEnd({ off }: Draft, spot: Spot): boolean {
  const [line, way] = read(spot);
  return spot === OUTSIDE || (off.get(line) ?? 0) * way < 0;
}

/** What can change so that this line adds up, and what is off then. */
function stepsFrom({ table }: Draft, from: Spot): Step[] {
  const [line, off] = read(from);
  return (table.lines[line] ?? []).flatMap(({ cell, sign }) => {
    const at = table.standsIn[cell] ?? [];
    const way = -off * sign > 0 ? 1 : -1;
    const other = at.find((where) => where.line !== line);
    return at.length > 2 ? [] : [{ from, to: spotOf(other, way), cell, way }];
  });
}

/** The changes along the path, as much of them as its ends need and its cells have room for. */
function walked(draft: Draft, steps: Map<Spot, Step>, start: Spot, end: Spot): Shift | null {
  const units: Shift = new Map();
  for (let step = steps.get(end); step; step = step.from === start ? undefined : steps.get(step.from)) {
    units.set(step.cell, (units.get(step.cell) ?? 0) + step.way);
  }
  const wanted = [start, end]
    .filter((spot) => spot !== OUTSIDE)
    .map((spot) => Math.abs(draft.off.get(read(spot)[0]) ?? 0));
  const rooms = [...units].map(([cell, unit]) => (unit < 0 ? Math.floor(roomDown(draft, cell) / -unit) : Infinity));
  const amount = Math.min(...wanted, ...rooms);
  return amount > 0 ? new Map([...units].map(([cell, unit]) => [cell, unit * amount])) : null;
}
