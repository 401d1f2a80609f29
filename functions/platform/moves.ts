import { sql } from 'kysely';

/** Places with the codes they had and have from now on. */
export type Moves = readonly { from: string; to: string }[];

/** The same as rows of a statement: `m`, with `"from"` and `"to"`. */
export function movesAs(moves: Moves) {
  return sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("from" text, "to" text)`;
}
