import loadHighs from 'highs';
import type { Range } from '../attack';
import type { Publication } from '../tables';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** The ranges of all hidden cells by another solver (HiGHS), in whole numbers, from the text of the programme. */
export async function rangesByHighs(publication: Publication, hidden: Iterable<string>): Promise<Range[]> {
  const highs = await loadHighs();
  const ids = [...new Set(hidden)].sort();
  return ids.map((id) => ({
    id,
    least: endOf(highs, publication, ids, id, 'Minimize'),
    most: endOf(highs, publication, ids, id, 'Maximize'),
  }));
}

function endOf(
  highs: Highs,
  { cells, relations }: Publication,
  ids: string[],
  id: string,
  way: 'Minimize' | 'Maximize',
): number {
  const shown = new Map(cells.map((cell) => [cell.id, cell.value]));
  const name = (one: string) => `x${ids.indexOf(one)}`;
  const lines = relations.flatMap(({ total, parts }) => {
    const signed = [{ one: total, sign: -1 }, ...parts.map((one) => ({ one, sign: 1 }))];
    const inside = signed.filter(({ one }) => ids.includes(one));
    const outside = signed.filter(({ one }) => !ids.includes(one));
    const rest = outside.reduce((sum, { one, sign }) => sum - sign * (shown.get(one) ?? 0), 0);
    return inside.length > 0
      ? [`${inside.map(({ one, sign }) => `${sign < 0 ? '-' : '+'} ${name(one)}`).join(' ')} = ${rest}`]
      : [];
  });
  const secret = new Set(cells.flatMap((cell) => (cell.secret ? cell.id : [])));
  const bounds = ids.map((one) => `${name(one)} >= ${secret.has(one) ? 0 : 1}`);
  const text = (whole: string[]) =>
    [way, name(id), 'Subject To', ...lines, 'Bounds', ...bounds, ...whole, 'End'].join('\n');
  const relaxed = highs.solve(text([]));
  if (relaxed.Status !== 'Optimal') return Number.POSITIVE_INFINITY;
  return Math.round(highs.solve(text(['General', ids.map(name).join(' ')])).ObjectiveValue);
}

/** The ranges by trying every table there is. For tables of a few hidden cells under totals that are shown. */
export function rangesByTrial({ cells, relations }: Publication, hidden: Iterable<string>): Range[] {
  const ids = [...new Set(hidden)].sort();
  const least = new Map(cells.map(({ id, secret }) => [id, secret ? 0 : 1]));
  const values = new Map(cells.filter(({ id }) => !ids.includes(id)).map(({ id, value }) => [id, value]));
  const ranges = ids.map((id) => ({ id, least: Number.POSITIVE_INFINITY, most: 0 }));
  const most = Math.max(...cells.map(({ value }) => value));
  const possible = (): boolean =>
    relations.every(({ total, parts }) => {
      const known = parts.reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
      const lowest = known + parts.filter((id) => !values.has(id)).reduce((sum, id) => sum + (least.get(id) ?? 0), 0);
      const sum = values.get(total);
      const open = parts.some((id) => !values.has(id));
      return sum === undefined || (open ? lowest <= sum : known === sum);
    });
  const fill = (place: number): void => {
    const id = ids[place];
    if (id === undefined) {
      for (const range of ranges) {
        range.least = Math.min(range.least, values.get(range.id) ?? 0);
        range.most = Math.max(range.most, values.get(range.id) ?? 0);
      }
      return;
    }
    for (let value = least.get(id) ?? 0; value <= most; value += 1) {
      values.set(id, value);
      if (possible()) fill(place + 1);
    }
    values.delete(id);
  };
  fill(0);
  return ranges;
}
