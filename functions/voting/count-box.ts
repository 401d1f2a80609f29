import type { KeyObject } from 'node:crypto';
import { v4 } from 'uuid';
import type { Ballot } from '../../shared/voting/ballot';
import { type Definition, ELECTORATES } from '../../shared/voting/definition';
import { COUNTY, type Count } from '../../shared/voting/results';
import type { Call } from '../platform/call';
import { type Counts, counter, type Tally } from './counting';
import { type Entries, type HiddenIn, numbersOf, withSlips } from './numbers';
import {
  insertCounts,
  insertLeaves,
  insertTurnout,
  insertWords,
  lockPoll,
  selectBallots,
  selectRollSizes,
  updatePoll,
} from './queries';
import { leafOf, openBallot } from './seal';
import { putSlipsAway } from './slips/put-away';
import { suppress } from './suppression/suppress';
import { cellsOf, idOf, publicationOf } from './tables-of-results';

type SealedRow = Awaited<ReturnType<typeof selectBallots>>[number];
type Box = { pollId: string; definition: Definition; seal: KeyObject };

const PAGE = 2_000;

/**
 * Opens every ballot once, counts, searches what has to be hidden, and keeps what may be kept: leaves without answers, counts without
 * ballots, words without either. A row whose leaf is not that of what it says was changed by hand: it is not counted, and said.
 */
export async function countBox(call: Call<null>, { pollId, definition, seal }: Box): Promise<void> {
  const { jurisdiction, now } = call;
  const count = counter(definition);
  const pages: { after: Buffer; last: Buffer }[] = [];
  const unreadable: Buffer[] = [];
  const pageBehind = (after: Buffer) =>
    call.read((tx) => selectBallots(tx, { jurisdiction, pollId, after, limit: PAGE }));
  for (let after: Buffer = Buffer.alloc(0), coming = pageBehind(after); ; ) {
    const page = await coming;
    const last = page.at(-1)?.voter;
    if (!last) break;
    // The database reads on while these are opened.
    coming = pageBehind(last);
    for (const row of page) {
      const ballot = opened(seal, row);
      if (ballot) count.add(ballot);
      else unreadable.push(row.voter);
    }
    pages.push({ after, last });
    after = last;
  }
  for (const _ of unreadable) count.unreadable();
  const counts = count.result();
  const { shown, hidden, hiddenIn } = published(counts);
  const of = { jurisdiction, poll_id: pollId };
  const entries = await entriesOf(call, pollId, definition);
  const told = numbersOf(counts, entries, shown, hiddenIn);
  await call.write(async (tx) => {
    const poll = await lockPoll(tx, jurisdiction, pollId);
    if (poll?.counted_at) return;
    for (const page of pages) await insertLeaves(tx, of, { ...page, except: unreadable });
    await insertCounts(tx, of, shown);
    await insertTurnout(tx, of, new Map(definition.stations.map(({ id }, at) => [id, at])));
    await insertWords(tx, of, apart(count.words, definition.threshold));
    const slips = await putSlipsAway(tx, { jurisdiction, pollId }, definition);
    const onPaper = slips.length ? { removed: poll?.removed, slips } : {};
    await updatePoll(tx, jurisdiction, pollId, {
      counted_at: now,
      tally: JSON.stringify({ ...tallyWith(counts, told), ...withSlips(told, slips, definition), hidden, ...onPaper }),
    });
  });
}

/** With how many were blank, where that is told. */
function tallyWith({ tally }: Counts, { numbers }: ReturnType<typeof numbersOf>): Tally {
  const ballots = { ...tally.ballots };
  for (const electorate of ELECTORATES)
    ballots[electorate] = { ...ballots[electorate], blank: numbers[electorate]?.blank ?? null };
  return { ...tally, ballots };
}

function opened(seal: KeyObject, { voter, leaf, sealed }: SealedRow): Ballot | null {
  try {
    const text = openBallot(seal, sealed, voter);
    return leafOf(text).equals(leaf) ? (JSON.parse(text) as Ballot) : null;
  } catch {
    return null;
  }
}

type Shown = { shown: Count[]; hidden: { cells: number }; hiddenIn: HiddenIn };

/**
 * The numbers that may be seen. Where no way of hiding is enough for the stations, the county's are published alone; where it is not enough for
 * these, none.
 */
function published(counts: Counts): Shown {
  const cells = cellsOf(counts);
  const county = cells.filter(({ station }) => station === COUNTY);
  for (const tried of [cells, county]) {
    const { hidden, exposed } = suppress(publicationOf(counts, tried));
    if (exposed.length) continue;
    const isHidden = new Set(hidden);
    const kept = tried.filter((cell) => isHidden.has(idOf(cell)));
    return {
      shown: tried.filter((cell) => !isHidden.has(idOf(cell))),
      hidden: { cells: kept.length },
      hiddenIn: {
        county: new Set(kept.flatMap(({ station, electorate }) => (station === COUNTY ? electorate : []))),
        // The stations, where none of theirs can be shown at all, are hidden as well.
        anywhere: new Set((tried === cells ? kept : cells).map(({ electorate }) => electorate)),
      },
    };
  }
  const all = new Set(counts.definition.electorates);
  return { shown: [], hidden: { cells: cells.length }, hiddenIn: { county: all, anywhere: all } };
}

/** Entries of the roll, which is what was given out on phones. */
async function entriesOf(call: Call<null>, pollId: string, { stations }: Definition): Promise<Entries> {
  const rows = await call.read((tx) => selectRollSizes(tx, call.jurisdiction, pollId));
  const at = new Map(stations.map(({ id }, place) => [id, place]));
  return (electorate, station) =>
    rows
      .filter((row) => row.electorate === electorate && (at.get(row.station_id ?? '') ?? stations.length) === station)
      .reduce((sum, { count }) => sum + count, 0);
}

type Words = ReturnType<typeof counter>['words'];

/** Each under a random id, in its order, and without its station where so few wrote that one could guess who. */
function apart(words: Words, threshold: number) {
  const place = ({ electorate, station }: Words[number]) => `${electorate}/${station}`;
  const written = new Map<string, number>();
  for (const one of words) written.set(place(one), (written.get(place(one)) ?? 0) + 1);
  return words
    .map((one) => ({ ...one, id: v4(), station: (written.get(place(one)) ?? 0) < threshold ? COUNTY : one.station }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
