/** The cells of a line, and its number as an editor counts. */
export type Line = { row: number; cells: string[] };

/** The lines of a list, with the separator that the first lines use: comma, tab, semicolon, or the Chinese comma. Lines without a word are left out. */
export function linesOf(text: string): Line[] {
  const separator = separatorOf(text);
  const lines: Line[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let row = 1;
  let begunIn = 1;
  const endLine = () => {
    cells.push(cell.trim());
    if (cells.some((one) => one !== '')) lines.push({ row: begunIn, cells });
    [cells, cell, begunIn] = [[], '', row];
  };
  for (const letter of `${text.replace(/\r\n?/g, '\n')}\n`) {
    if (letter === '\n') row += 1;
    if (letter === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (letter === separator && !quoted) [cell] = ['', cells.push(cell.trim())];
    // A quotation mark nobody closed would swallow the rest of the file.
    else if (letter === '\n' && (!quoted || cell.length > LONGEST_CELL)) [quoted] = [false, endLine()];
    else cell += letter;
  }
  return lines;
}

const LONGEST_CELL = 200;
const SEPARATORS = [',', '\t', ';', '，'];

function separatorOf(text: string): string {
  const sample = text.slice(0, 10_000);
  const countOf = (separator: string) => sample.split(separator).length;
  return SEPARATORS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}
