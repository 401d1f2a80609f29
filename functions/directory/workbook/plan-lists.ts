import { numbersOf } from './numbers';
import { groups } from './places';
import type { Deputy, Roster } from './roster';
import type { Stored } from './stored';
import type { Count, Tools } from './tools';
import { keyOf } from './words';

type StoredDeputy = Stored['deputies'][number];

/**
 * Deputies by their number. One stored without a number is found by the name and takes the number.
 * `changed` names deputies; a place on the roll counts only for those who moved past others, a number only when it isn't the one we offered.
 */
export function planDeputies(
  { deputies }: Roster,
  stored: Stored,
  stationIdOf: (key: string | null) => string | null,
  { newId, newCode, pinyinOf }: Tools,
) {
  const offered = numbersOf(stored.deputies);
  const known = knownDeputies(deputies, stored.deputies, offered);
  const before = deputies.map(({ number }) => known.get(keyOf(number))?.roll ?? null);
  const { rolls, moved } = rollsOf(before);
  const ids = new Map<string, string>();
  const adds: (Omit<StoredDeputy, 'number'> & { number: string; code: string })[] = [];
  const changes: (Omit<StoredDeputy, 'number'> & { number: string })[] = [];
  const changed = new Set<string>();
  deputies.forEach(({ number, name, pinyin, intro, station }, index) => {
    const old = known.get(keyOf(number));
    const id = old?.id ?? newId();
    ids.set(keyOf(number), id);
    const spelled = pinyin ?? pinyinOf(name, 'person');
    const row = { id, number, name, pinyin: spelled, intro, roll: rolls[index] ?? 0, station_id: stationIdOf(station) };
    if (!old) adds.push({ ...row, code: newCode() });
    else if (said(old) !== said(row)) changes.push(row);
    if (old && (moved.has(index) || said(old) !== said(asWritten(row, old, offered)))) changed.add(id);
  });
  const count: Count = { adds: adds.length, changes: changed.size, ends: 0 };
  return { adds, changes, changed, count, idOf: (number: string) => ids.get(keyOf(number)) ?? '' };
}

function said({ number, name, pinyin, intro, roll, station_id }: StoredDeputy): string {
  return JSON.stringify([number, name, pinyin, intro, roll, station_id]);
}

/** Without what is our own doing: how a name is spelled that nobody had spelled yet, the number the template offered, the place on the roll. */
function asWritten(
  row: Omit<StoredDeputy, 'number'> & { number: string },
  old: StoredDeputy,
  offered: ReadonlyMap<string, string>,
): StoredDeputy {
  const isOffered = !old.number && keyOf(offered.get(old.id) ?? '') === keyOf(row.number);
  return {
    ...row,
    number: isOffered ? old.number : row.number,
    pinyin: old.pinyin === '' ? '' : row.pinyin,
    roll: old.roll,
  };
}

/** By number; then, where none was stored, by the number that the template offered together with the name, or by a name that is plain. */
function knownDeputies(
  deputies: readonly Deputy[],
  stored: Stored['deputies'],
  offered: ReadonlyMap<string, string>,
): Map<string, StoredDeputy> {
  const known = new Map(stored.flatMap((one) => (one.number ? [[keyOf(one.number), one] as const] : [])));
  const nameless = groups(
    stored.filter(({ number }) => !number),
    ({ name }) => keyOf(name),
  );
  const news = groups(
    deputies.filter(({ number }) => !known.has(keyOf(number))),
    ({ name }) => keyOf(name),
  );
  for (const [name, fresh] of news) {
    const same = nameless.get(name) ?? [];
    for (const { number } of fresh) {
      const one = same.find(({ id }) => keyOf(offered.get(id) ?? '') === keyOf(number));
      const plain = same.length === 1 && fresh.length === 1 ? same[0] : undefined;
      const found = one ?? plain;
      if (found) known.set(keyOf(number), found);
    }
  }
  return known;
}

/**
 * The places on a list, in the order of the file. Those who are there keep theirs when their order is the same and nobody came between;
 * otherwise all are numbered anew. `moved` are the fewest that must have gone elsewhere.
 * @param before the place each had, null for one who is new
 */
export function rollsOf(before: readonly (number | null)[]): { rolls: number[]; moved: Set<number> } {
  const stays = longestRising(before);
  const moved = new Set(before.flatMap((roll, index) => (roll === null || stays.has(index) ? [] : [index])));
  const news = before.indexOf(null);
  const last = before.reduce<number>((max, roll) => Math.max(max, roll ?? 0), 0);
  const atTheEnd = news < 0 || before.slice(news).every((roll) => roll === null);
  if (moved.size === 0 && atTheEnd)
    return { rolls: before.map((roll, index) => roll ?? last + 1 + index - news), moved };
  return { rolls: before.map((_, index) => index + 1), moved };
}

/** Where the longest run of numbers that never fall stands (patience sorting). */
function longestRising(numbers: readonly (number | null)[]): Set<number> {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  numbers.forEach((number, index) => {
    if (number === null) return;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) <= number) low = middle + 1;
      else high = middle;
    }
    previous.set(index, ends[low - 1]);
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let at = ends[ends.length - 1]; at !== undefined; at = previous.get(at)) run.add(at);
  return run;
}

const FIELDS = ['kind', 'name', 'phone', 'duties'] as const;

/** Departments by name. One that the file no longer has ends, and comes back when the file has it again. */
export function planDepartments({ departments }: Roster, stored: Stored, { newId, today }: Tools) {
  const known = new Map(stored.departments.map((department) => [keyOf(department.name), department]));
  const { rolls, moved } = rollsOf(departments.map(({ key }) => known.get(key)?.roll ?? null));
  const adds: Omit<Stored['departments'][number], 'ended_on'>[] = [];
  const changes: Omit<Stored['departments'][number], 'ended_on'>[] = [];
  let changed = 0;
  const ids = new Map<string, string>();
  departments.forEach(({ key, name, kind, phone, duties: written }, index) => {
    const old = known.get(key);
    const duties = written ?? old?.duties ?? '';
    const row = { id: old?.id ?? newId(), kind, name, phone, duties, roll: rolls[index] ?? 0 };
    ids.set(key, row.id);
    if (!old) adds.push(row);
    if (!old) return;
    const differs = isOver(old, today) || FIELDS.some((field) => old[field] !== row[field]);
    if (differs || old.roll !== row.roll) changes.push(row);
    if (differs || moved.has(index)) changed += 1;
  });
  const kept = new Set(departments.map(({ key }) => key));
  const ends = stored.departments
    .filter((one) => !kept.has(keyOf(one.name)) && !isOver(one, today))
    .map(({ id }) => id);
  const count: Count = { adds: adds.length, changes: changed, ends: ends.length };
  return { adds, changes, ends, count, idOf: (key: string | null) => ids.get(key ?? '') ?? null };
}

function isOver({ ended_on }: { ended_on: string | null }, today: string): boolean {
  return ended_on !== null && ended_on < today;
}
