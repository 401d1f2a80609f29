import { type Definition, ELECTORATES, type Electorate } from '../../shared/voting/definition';
import { ASKED, COUNTY, type Count, type Numbers, OTHERS, type StationNumbers } from '../../shared/voting/results';
import { type StationSlips, sumOfSlips } from '../../shared/voting/slips/counts';
import type { Counts } from './counting';
import { standingOf } from './tables-of-results';

/** Entries of the roll by electorate and station, a station by its place; who has none is last. */
export type Entries = (electorate: Electorate, station: number) => number;

/** Electorates of which a number is hidden: one of the county, or any at all. */
export type HiddenIn = Record<'county' | 'anywhere', ReadonlySet<Electorate>>;

/**
 * The five numbers, and what was given out and came back at each station. Those of small stations stand together as in the results. What is
 * valid and what is blank is told of the county alone, and where all of its numbers are shown: of a station, or beside hidden ones, it would be
 * one more equation for whoever works them out.
 */
export function numbersOf(counts: Counts, entries: Entries, shown: readonly Count[], hidden: HiddenIn) {
  const { definition, tally } = counts;
  const places = [...Array(counts.stations).keys()];
  const numbers: Record<string, Numbers> = {};
  const stations: StationNumbers[] = [];
  for (const electorate of ELECTORATES.filter((one) => definition.electorates.includes(one))) {
    const { phone, paper, table } = tally.ballots[electorate];
    const all = phone + paper + table;
    const told =
      !hidden.county.has(electorate) && shown.some((one) => one.electorate === electorate && one.station === COUNTY);
    const sum = (of: readonly number[], count: (station: number) => number) =>
      of.reduce((all, station) => all + count(station), 0);
    const given = (station: number) => entries(electorate, station);
    const came = (station: number) => counts.came(electorate, station);
    numbers[electorate] = {
      roll: definition.roll[electorate] ?? null,
      issued: sum(places, given),
      returned: all,
      present: all,
      valid: told || all === 0 ? counts.opinions(electorate) : null,
      blank: told || !hidden.anywhere.has(electorate) ? toldBlanks(counts, shown, hidden, electorate) : null,
    };
    const standing = standingOf(places, came, definition.threshold);
    const nobody = places.filter((station) => came(station) === 0 && given(station) > 0);
    for (const { station, of } of standing.length ? withNobody(standing, nobody) : [])
      stations.push({ electorate, station, issued: sum(of, given), returned: sum(of, came) });
  }
  return { numbers, stations };
}

/** Where nobody voted ballots were given out all the same: those stations stand with the small ones, so that all add up to the county. */
function withNobody(standing: ReturnType<typeof standingOf>, nobody: readonly number[]) {
  if (!nobody.length) return standing;
  const together = standing.find(({ station }) => station === OTHERS);
  return [...standing.filter((one) => one !== together), { station: OTHERS, of: [...(together?.of ?? []), ...nobody] }];
}

/**
 * How many answered nothing at all, where it may be told beside the county's numbers. Where a question was left out by just as many, it was left
 * out by the same ballots: then the numbers of one department would tell those of another that are hidden at a station.
 */
function toldBlanks(
  counts: Counts,
  shown: readonly Count[],
  { anywhere }: HiddenIn,
  electorate: Electorate,
): number | null {
  const { definition, questions } = counts;
  const blanks = counts.blanks(electorate);
  const isAlone = definition.subjects.length * questions === 1;
  if (!anywhere.has(electorate) || blanks === 0 || isAlone) return blanks;
  const left = shown.filter(
    (one) => one.electorate === electorate && one.station === COUNTY && one.question !== ASKED && one.answer === 0,
  );
  const ofQuestions = new Map<number, number>();
  for (const { question, count } of left) ofQuestions.set(question, (ofQuestions.get(question) ?? 0) + count);
  const asked = Math.min(definition.asks ?? definition.subjects.length, definition.subjects.length);
  const isSame =
    [...ofQuestions.values()].some((sum) => sum <= blanks * asked) ||
    (definition.asks === null && left.some(({ count }) => count <= blanks));
  return isSame ? null : blanks;
}

/**
 * Slips are residents': those handed out were given out as well, and those that came back but could not be counted came back (what was spoiled in
 * its book did neither); in the county, and at the station they are of. What each station did with its slips is published beside it.
 */
export function withSlips<T extends ReturnType<typeof numbersOf>>(
  told: T,
  slips: readonly StationSlips[],
  { stations }: Pick<Definition, 'stations'>,
): T {
  const { residents } = told.numbers;
  if (!residents || !slips.length) return told;
  const alone = new Set(
    told.stations.flatMap(({ electorate, station }) => (electorate === 'residents' ? station : [])),
  );
  const placeOf = ({ name }: StationSlips) => {
    const at = stations.findIndex((one) => one.name === name);
    return alone.has(at) ? at : OTHERS;
  };
  const more = <N extends { issued: number; returned: number }>(to: N, of: readonly StationSlips[]): N => {
    const { issued, returned, entered } = sumOfSlips(of.map(({ counts }) => counts));
    return { ...to, issued: to.issued + issued, returned: to.returned + returned - entered };
  };
  const together = { electorate: 'residents' as const, station: OTHERS, issued: 0, returned: 0 };
  const lacksThem =
    alone.size > 0 && !alone.has(OTHERS) && slips.some((one) => placeOf(one) === OTHERS && one.counts.issued > 0);
  return {
    ...told,
    numbers: { ...told.numbers, residents: more(residents, slips) },
    stations: [...told.stations, ...(lacksThem ? [together] : [])].map((one) =>
      one.electorate === 'residents'
        ? more(
            one,
            slips.filter((each) => placeOf(each) === one.station),
          )
        : one,
    ),
  };
}
