import type { ReportBody } from '../../../shared/appraisals/report';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Definition, Electorate } from '../../../shared/voting/definition';
import { COUNTY } from '../../../shared/voting/results';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { countsOf, type PollRow, pollById, saidByIds, saidBySubject, turnoutOf } from '../../voting/public';
import { selectReport } from '../queries';
import type { Source, Turnout } from './model';

const NOTHING: Required<ReportBody> = {
  meetingOn: null,
  answerBy: null,
  postOn: null,
  minutes: null,
  topics: [],
  asks: [],
};
const WHOLE = 'county';

type Which = { id: string; station?: string };
export type Published = PollRow & { published_at: Date; root: Buffer };
/** A published vote, the place in it, and what was written of its report. */
export type Written = {
  poll: Published;
  definition: Definition;
  station: number;
  place: string;
  version: number;
  body: Required<ReportBody>;
};

/** @throws ProblemError `not_found` where nothing is published, or this person is not of that station */
export async function readWritten(
  tx: Tx,
  { jurisdiction, caller }: Call<Person>,
  { id, station }: Which,
): Promise<Written> {
  const poll = await pollById(tx, jurisdiction, id);
  ensure(poll?.published_at && poll.root && poll.tally, 'not_found');
  const definition = JSON.parse(poll.definition) as Definition;
  ensure(caller.admin || (station !== undefined && caller.stationIds.includes(station)), 'not_found');
  const at = station === undefined ? COUNTY : definition.stations.findIndex((one) => one.id === station);
  ensure(station === undefined || at >= 0, 'not_found');
  const place = station ?? WHOLE;
  const row = await selectReport(tx, { jurisdiction, campaignId: id, place });
  return {
    poll: poll as Published,
    definition,
    station: at,
    place,
    version: row?.version ?? 0,
    // What was written before there were minutes has none.
    body: { ...NOTHING, ...row?.body },
  };
}

/** Everything the report is made of. */
export async function sourceOf(tx: Tx, call: Call<Person>, written: Written): Promise<Source> {
  const { poll, definition, station, body } = written;
  const { jurisdiction } = call;
  const countyName = (await countyDirectoryOf(call)).countyName;
  return {
    definition,
    counts: await countsOf(tx, jurisdiction, poll.id),
    ballots: poll.tally?.ballots as Source['ballots'],
    numbers: poll.tally?.numbers,
    stationNumbers: poll.tally?.stations ?? [],
    root: poll.root.toString('hex'),
    publishedOn: dayOf(poll.published_at),
    countyName,
    station,
    turnout: station === COUNTY ? [] : await turnoutAt(tx, poll, definition, station),
    body,
    said: await saidIn(tx, call, written),
  };
}

async function saidIn(tx: Tx, { jurisdiction }: Call, { poll, station, body }: Written): Promise<Source['said']> {
  if (!poll.words_published_at) return null;
  const of = { jurisdiction, pollId: poll.id };
  const rows = await saidByIds(
    tx,
    of,
    body.topics.map(({ word }) => word),
  );
  return {
    shown: new Map(rows.map(({ id, subject, shown }) => [id, { subject: Number(subject), words: shown ?? '' }])),
    bySubject: await saidBySubject(tx, of, station === COUNTY ? {} : { station }),
  };
}

async function turnoutAt(
  tx: Tx,
  poll: PollRow,
  { stations, threshold }: Definition,
  station: number,
): Promise<Turnout[]> {
  const rows = (await turnoutOf(tx, poll)).filter(({ station_id }) => station_id === stations[station]?.id);
  const electorates = [...new Set(rows.map(({ electorate }) => electorate))] as Electorate[];
  return electorates.map((electorate) => {
    const sum = (...channels: string[]) => {
      const own = rows.filter((row) => row.electorate === electorate && channels.includes(row.channel));
      const count = own.reduce((all, row) => all + Number(row.count), 0);
      return count > 0 && count < threshold ? null : count;
    };
    return { electorate, phone: sum('phone'), paper: sum('paper', 'table') };
  });
}
