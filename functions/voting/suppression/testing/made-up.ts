import type { Cell, Publication, Relation } from '../tables';

/** A tree of margins: a total and what it is the sum of. Leaves have no parts. */
type Margin = { name: string; parts?: Margin[] };

/** One axis of a table: its leaves under one total. */
export function axis(name: string, ...leaves: (string | Margin)[]): Margin {
  return { name, parts: leaves.map((leaf) => (typeof leaf === 'string' ? { name: leaf } : leaf)) };
}

function* all(margin: Margin): Generator<Margin> {
  yield margin;
  for (const part of margin.parts ?? []) yield* all(part);
}

function leavesOf(margin: Margin): string[] {
  return [...all(margin)].filter(({ parts }) => !parts).map(({ name }) => name);
}

/** Every cell of a table and of its margins, and every relation, from the counts of the innermost cells (`count` gets one leaf an axis). */
export function tabulate(axes: Margin[], count: (leaves: string[]) => number, threshold = 5): Publication {
  const rows = axes.reduce<Margin[][]>(
    (before, one) => before.flatMap((row) => [...all(one)].map((at) => [...row, at])),
    [[]],
  );
  const idOf = (row: Margin[]) => row.map(({ name }) => name).join(' ');
  const countOf = (row: Margin[]): number => {
    const leaves = row.reduce<string[][]>(
      (before, at) => before.flatMap((names) => leavesOf(at).map((leaf) => [...names, leaf])),
      [[]],
    );
    return leaves.reduce((sum, names) => sum + count(names), 0);
  };
  const relations = rows.flatMap((row) =>
    row.flatMap((at, place): Relation[] =>
      at.parts ? [{ total: idOf(row), parts: at.parts.map((part) => idOf(row.with(place, part))) }] : [],
    ),
  );
  return { cells: rows.map((row) => ({ id: idOf(row), value: countOf(row) })), relations, threshold };
}

/** A table of two dimensions with its margins; cell 0-1 is row 0, column 1; t stands for a total. */
export function grid(counts: readonly (readonly number[])[], threshold = 5): Publication {
  const width = counts[0]?.length ?? 0;
  const names = (length: number) => Array.from({ length }, (_, place) => `${place}`);
  return tabulate(
    [axis('t', ...names(counts.length)), axis('t', ...names(width))],
    ([row, column]) => counts[Number(row)]?.[Number(column)] ?? 0,
    threshold,
  );
}

/** Several tables as one publication. A cell of the same id is the same cell. */
export function together(...publications: Publication[]): Publication {
  const cells = new Map<string, Cell>(publications.flatMap((one) => one.cells).map((cell) => [cell.id, cell]));
  return {
    cells: [...cells.values()],
    relations: publications.flatMap((one) => one.relations),
    threshold: Math.max(...publications.map((one) => one.threshold)),
  };
}

export function changed(publication: Publication, change: (cell: Cell) => Partial<Cell>): Publication {
  return { ...publication, cells: publication.cells.map((cell) => ({ ...cell, ...change(cell) })) };
}
