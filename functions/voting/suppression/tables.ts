/**
 * What is published together: counts (cells) and how they add up (relations). Tables that share a margin, and campaigns published
 * earlier, are one publication: what is safe in each table alone can be worked out from two of them.
 */
export type Cell = {
  id: string;
  /** The true count of people, a whole number, also of a cell that was hidden earlier. */
  value: number;
  /** Rather shown than others (a county's total). It is hidden where nothing else is enough. */
  keep?: boolean;
  /** Hidden whatever it counts, also where nobody is counted: that nobody chose something tells of a few people what they did choose. */
  secret?: boolean;
  /** What whoever reads knows from elsewhere: it is no fewer. */
  atLeast?: number;
  /** Published before: what was shown cannot be hidden any more, and what was hidden cannot be shown. */
  earlier?: 'shown' | 'hidden';
};

/** `total` is the sum of `parts`. */
export type Relation = { total: string; parts: readonly string[] };

export type Publication = {
  cells: readonly Cell[];
  relations: readonly Relation[];
  /** A count from 1 to threshold − 1 is hidden, and whoever attacks must be left with a range at least this wide. People. */
  threshold: number;
};

/** A part counts 1, a total −1: the signed sum of a line is 0. */
export type Line = readonly { cell: number; sign: 1 | -1 }[];

/** A publication in one order, whatever order it was given in, with places in place of ids. */
export type Table = {
  cells: readonly Cell[];
  lines: readonly Line[];
  /** For each cell the lines that it stands in. */
  standsIn: readonly (readonly { line: number; sign: 1 | -1 }[])[];
  /** What whoever reads knows of each cell where it is hidden: other zeros are always shown, so it is no zero (sdcTools/UserSupport#194). */
  least: readonly number[];
  threshold: number;
};

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Throws where the publication is no publication: a mistake of who made it, not of who voted. */
export function tableOf({ cells, relations, threshold }: Publication): Table {
  if (!Number.isSafeInteger(threshold) || threshold < 1) throw new Error(`threshold ${threshold}`);
  const sorted = [...cells].sort((one, other) => inOrder(one.id, other.id));
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  if (places.size < sorted.length) throw new Error('two cells have one id');
  for (const { id, value } of sorted) {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`cell ${id} counts ${value}`);
  }
  const lines = new Map(relations.map((relation) => lineOf(relation, sorted, places)));
  const ordered = [...lines].sort(([one], [other]) => inOrder(one, other)).map(([, line]) => line);
  const standsIn: { line: number; sign: 1 | -1 }[][] = sorted.map(() => []);
  ordered.forEach((line, place) => {
    for (const { cell, sign } of line) standsIn[cell]?.push({ line: place, sign });
  });
  const least = sorted.map(({ secret = false, atLeast = 0 }) => Math.max(secret ? 0 : 1, atLeast));
  return { cells: sorted, lines: ordered, standsIn, least, threshold };
}

function lineOf({ total, parts }: Relation, cells: readonly Cell[], places: Map<string, number>): [string, Line] {
  const ids = [total, ...parts];
  if (new Set(ids).size < ids.length) throw new Error(`a cell stands twice in the relation of ${total}`);
  const line = ids.map((id, at) => {
    const cell = places.get(id);
    if (cell === undefined) throw new Error(`the relation of ${total} names ${id}, which is no cell`);
    return { cell, sign: at === 0 ? (-1 as const) : (1 as const) };
  });
  const sum = line.reduce((all, { cell, sign }) => all + sign * (cells[cell]?.value ?? 0), 0);
  if (sum !== 0) throw new Error(`the parts of ${total} are ${sum} away from it`);
  line.sort((one, other) => one.cell - other.cell);
  return [line.map(({ cell, sign }) => `${sign}.${cell}`).join(' '), line];
}
