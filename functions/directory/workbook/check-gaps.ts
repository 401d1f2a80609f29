import { addDays, type Day } from '../../../shared/kernel/days';
import { LEVEL_NAMES } from './columns';
import { groups, type Places } from './places';
import type { Notes } from './reader';
import type { Roster } from './roster';

type Span = { from: Day; to: Day };

/**
 * Villages that have deputies later and none before that: the next congress was prepared early and the terms of the last one were taken
 * out, or days between the two belong to nobody. Until then residents of these villages find no one.
 */
export function warnOfGaps({ wards, terms }: Roster, places: Places, today: Day, { warnings }: Notes): void {
  const spans = groups(
    terms.filter(({ ward, to }) => ward !== null && to >= today),
    ({ ward }) => ward ?? '',
  );
  const byVillage = groups(
    wards.flatMap(({ key, level, villages }) =>
      villages.map((village) => ({ level, village, of: spans.get(key) ?? [] })),
    ),
    ({ level, village }) => `${level}/${village}`,
  );
  const open = [...byVillage.values()].flatMap((wardsOfVillage) => {
    const [first] = wardsOfVillage;
    const gap = gapIn(
      wardsOfVillage.flatMap(({ of }) => of),
      today,
    );
    return first && gap ? [{ ...gap, level: first.level, village: first.village }] : [];
  });
  for (const [first, ...others] of groups(open, ({ level, from, to }) => `${level}/${from}/${to}`).values()) {
    if (!first) continue;
    const when = `从${first.from === today ? '今天' : ` ${first.from} `}到 ${first.to}`;
    const where = sayVillages(
      [first, ...others].map(({ village }) => village),
      places,
    );
    const reason = `${when}，${where}没有${LEVEL_NAMES[first.level]}人大代表，居民找不到人。新一届开始以前，请把上一届的任期留着。`;
    warnings.push({ sheet: '任期', row: null, column: '开始日期', reason });
  }
}

/** The first days from today on that nobody covers and somebody comes after. */
function gapIn(spans: readonly Span[], today: Day): Span | null {
  let covered = addDays(today, -1);
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const next = addDays(covered, 1);
    if (from > next) return { from: next, to: addDays(from, -1) };
    if (to > covered) covered = to;
  }
  return null;
}

const NAMED = 8;

function sayVillages(codes: readonly string[], { villages }: Places): string {
  const names = new Map(villages.map(({ code, name, town }) => [code, `${town.name}${name}`]));
  const said = codes.slice(0, NAMED).map((code) => names.get(code) ?? code);
  return said.join('、') + (codes.length > NAMED ? `等 ${codes.length} 个村（社区）` : '');
}
