import { dayOf } from '../../../shared/kernel/days';
import { type Month, monthOf, monthsLater } from '../../../shared/kernel/months';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { dashboard as contract } from '../../../shared/requests/contract';
import { MOST_MONTHS } from '../../../shared/requests/contract/dashboard';
import { CATEGORIES } from '../../../shared/requests/contract/values';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { calendarGap, knownThrough } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { groupBy } from '../../platform/group-by';
import { NO_STATION } from '../queries/counted';
import { type FigureRow, selectFigures } from '../queries/figures';
import { Settings } from '../settings';
import { answersOf, dueOf, figuresOf } from './figures';
import { chosenOf, stationsOf } from './scope';

/** The figures of a clerk's stations, or of the office's county. */
export async function dashboard(
  call: Call<Person>,
  { station, category, ...months }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const today = dayOf(now);
  const { from, to } = spanOf(months, monthOf(today));
  const stations = chosenOf(caller, station);
  const directory = await countyDirectoryOf(call);
  const through = knownThrough(directory.calendar);
  const byVillage = stations?.length === 1;
  const scope = { stations, byVillage, category: category ?? null, from: `${from}-01`, to: `${to}-01` };
  const rows = await call.read((tx) => selectFigures(tx, jurisdiction, scope, today, through));
  const groups = groupBy(rows, ({ group, value }) => `${group} ${value}`);
  const of = (group: FigureRow['group'], value = '') => groups.get(`${group} ${value}`) ?? [];
  const [all, near] = [of('all'), of('now')];
  const placed = rows.flatMap(({ group, value }) => (group === 'place' ? [value] : []));
  const { answerTerm } = directory.settings(Settings);
  const due = near.reduce((sum, { key, count }) => sum + (key.endsWith('+') ? count : 0), 0);
  const gap = calendarGap(directory.calendar, today);
  const isGapNear = due > 0 || gap.near;
  return {
    at: now.toISOString(),
    today,
    from,
    to,
    stations: ofStations(directory, stationsOf(caller)?.stations ?? null),
    now: { underWay: dueOf(near, 'late', 'soon', 'later'), late: dueOf(near, 'late'), soon: dueOf(near, 'soon') },
    all: figuresOf(all),
    categories: CATEGORIES.filter((one) => !category || one === category).map((one) => ({
      category: one,
      figures: figuresOf(of('category', one)),
    })),
    placesAre: byVillage ? 'villages' : 'stations',
    places: (byVillage ? villagesIn(directory, placed) : stationsIn(directory, stations, placed)).map((place) => ({
      ...place,
      figures: figuresOf(of('place', place.id ?? NO_STATION)),
    })),
    months: monthsOf(from, to).map((month) => ({ month, figures: figuresOf(of('month', `${month}-01`)) })),
    answers: answersOf(all).map(([days, count]) => ({ days, count })),
    answerTerm,
    // Where every day counts, holidays change nothing.
    calendarGap: answerTerm.kind === 'working' && isGapNear ? { year: gap.year, due } : null,
  };
}

/** @throws ProblemError `invalid_input` where the months run backwards, or are too many */
function spanOf({ from, to }: { from?: Month; to?: Month }, current: Month): { from: Month; to: Month } {
  const last = to ?? (from && from > current ? from : current);
  const first = from ?? `${last.slice(0, 4)}-01`;
  if (first > last || monthsLater(first, MOST_MONTHS) <= last)
    throw new ProblemError('invalid_input', [
      { path: 'from', message: `请从前往后选月份，一次最多 ${MOST_MONTHS} 个月。` },
    ]);
  return { from: first, to: last };
}

function monthsOf(from: Month, to: Month): Month[] {
  const months = [from];
  for (let month = from; month < to; ) {
    month = monthsLater(month, 1);
    months.push(month);
  }
  return months;
}

function ofStations(directory: CountyDirectory, stations: readonly string[] | null) {
  return directory.stationNames().filter(({ id }) => !stations || stations.includes(id));
}

type Place = { id: string | null; name: string };

/** In the order of the list, whatever the figures are; what has no station comes last. */
function stationsIn(
  directory: CountyDirectory,
  stations: readonly string[] | null,
  placed: readonly string[],
): Place[] {
  const none = placed.includes(NO_STATION) ? [{ id: null, name: '没有站的' }] : [];
  return [...ofStations(directory, stations), ...none];
}

function villagesIn(directory: CountyDirectory, placed: readonly string[]): Place[] {
  return [...new Set(placed)].sort().map((id) => ({ id, name: directory.villageName(id) }));
}
