/** A table as WPS takes it from the clipboard: a line for each row, a tab between its cells; before it what it is about, after it what its signs mean. */
export function copiedOf(table: HTMLTableElement, { about, notes }: { about: string; notes: string }): string {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent?.trim() ?? '').join('\t'));
  return [about, ...rows, notes].join('\n');
}
