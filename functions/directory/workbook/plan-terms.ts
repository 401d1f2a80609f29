import { addDays, type Day } from '../../../shared/kernel/days';
import { congressKey } from './congress-name';
import { groups } from './places';
import type { Roster, Term } from './roster';
import type { Stored } from './stored';
import type { Count, Tools } from './tools';

type Mandate = Stored['mandates'][number];
type Span = Pick<Mandate, 'id' | 'starts_on' | 'ends_on'>;
type Ids = Tools & { wardIdOf(key: string): string; deputyIdOf(number: string): string };

/**
 * Terms by deputy, level and congress: first those that begin on the same day, then those that overlap, which were corrected. One that still
 * runs or is to come and is not in the file ends yesterday; what has ended before stays as it is.
 */
export function planTerms({ terms }: Roster, stored: Stored, ids: Ids) {
  const wanted = terms.map((term) => mandateOf(term, ids));
  const storedBySeat = groups(stored.mandates, seatOf);
  const adds: Mandate[] = [];
  const changes: Mandate[] = [];
  const matched = new Set<string>();
  for (const [seat, group] of groups(wanted, seatOf)) {
    for (const [want, old] of pairs(group, storedBySeat.get(seat) ?? [])) {
      if (!old) adds.push(want);
      else if (said(old) !== said(want)) changes.push({ ...want, id: old.id });
      if (old) matched.add(old.id);
    }
  }
  const yesterday = addDays(ids.today, -1);
  const wantedByLevel = groups(wanted, levelOf);
  const ends = stored.mandates
    .filter(({ id, ends_on }) => !matched.has(id) && ends_on >= ids.today)
    .map((mandate) => ended(mandate, yesterday, wantedByLevel.get(levelOf(mandate)) ?? []));
  const count: Count = { adds: adds.length, changes: changes.length, ends: ends.length };
  return { adds, changes, ends, count, ending: endingOf(stored.mandates, [...changes, ...ends], ids.today) };
}

/** How many of the terms that run today do not run any more afterwards. */
function endingOf(
  mandates: readonly Mandate[],
  after: readonly Span[],
  today: Day,
): { terms: number; running: number } {
  const isRunning = ({ starts_on, ends_on }: Span) => starts_on <= today && today <= ends_on;
  const running = new Set(mandates.filter(isRunning).map(({ id }) => id));
  const ending = after.filter((one) => running.has(one.id) && !isRunning(one));
  return { terms: ending.length, running: running.size };
}

function mandateOf({ number, level, congress, ward, electedBy, from, to }: Term, ids: Ids): Mandate {
  return {
    id: ids.newId(),
    deputy_id: ids.deputyIdOf(number),
    level,
    congress_name: congress,
    ward_id: ward === null ? null : ids.wardIdOf(ward),
    electing_unit: electedBy,
    starts_on: from,
    ends_on: to,
  };
}

const levelOf = ({ deputy_id, level }: Mandate) => `${deputy_id}/${level}`;
/** One congress has many spellings: history is not doubled because this year's clerk writes 18届. */
const seatOf = (mandate: Mandate) => `${levelOf(mandate)}/${congressKey(mandate.congress_name)}`;

function said({ congress_name, ward_id, electing_unit, starts_on, ends_on }: Mandate): string {
  return JSON.stringify([congress_name, ward_id, electing_unit, starts_on, ends_on]);
}

function pairs(wanted: readonly Mandate[], stored: readonly Mandate[]): [Mandate, Mandate | null][] {
  const free = new Set(stored);
  const take = (fits: (old: Mandate) => boolean) => {
    const found = [...free].find(fits) ?? null;
    if (found) free.delete(found);
    return found;
  };
  const exact = wanted.map(
    (want) => [want, take((old) => old.starts_on === want.starts_on)] as [Mandate, Mandate | null],
  );
  return exact.map(([want, old]) => [
    want,
    old ?? take(({ starts_on, ends_on }) => starts_on <= want.ends_on && want.starts_on <= ends_on),
  ]);
}

/** Ends before its successor begins; one that never began is over on its only day. */
function ended(mandate: Mandate, yesterday: string, others: readonly Mandate[]): Span {
  const { id, starts_on } = mandate;
  if (starts_on > yesterday) return { id, starts_on: yesterday, ends_on: yesterday };
  const next = others
    .filter((other) => other.starts_on > starts_on && other.starts_on <= yesterday)
    .map((other) => addDays(other.starts_on, -1));
  return { id, starts_on, ends_on: [yesterday, ...next].sort()[0] ?? yesterday };
}
