import type { Block } from './report';

type Table = Extract<Block, { kind: 'table' }>;
const NUMBER = /^[\d.%＊–]*$/;

/** The columns that stand to the right, under one another by their last digit: those that say numbers alone. The first says what a row is of. */
export function columnsOfNumbers({ head, rows }: Table): boolean[] {
  return head.map((_, at) => at > 0 && rows.length > 0 && rows.every(({ cells }) => NUMBER.test(cells[at] ?? '')));
}
