import type { Client } from 'pg';
import { addDays, dayOf } from '../../../shared/kernel/days';
import { LAPSE_NOTICE_DAYS } from '../../../shared/requests/rules';
import { clockCall, type Services } from '../../platform/call';
import { lapse } from '../../requests/clock/lapse';
import { COUNTY } from '../seed/county';

/** So many residents have to be told that their matter will be put away; of all others that day is far off. */
const DUE = 100;
const FAR_DAYS = 300;

/** Nothing is due in the county from now on. */
async function quiet(client: Client, now: Date): Promise<void> {
  await client.query(QUIET, [COUNTY, addDays(dayOf(now), FAR_DAYS), addDays(dayOf(now), 2 * LAPSE_NOTICE_DAYS)]);
  await client.query('vacuum analyze request');
}

/** How long the sweep over the days that end takes (ms) where as many are due as in any county. @throws Error when it told others than these */
export async function sweepMs(client: Client, services: Services): Promise<number> {
  const now = services.clock();
  await quiet(client, now);
  const { rowCount } = await client.query(MAKE_DUE, [COUNTY, addDays(dayOf(now), LAPSE_NOTICE_DAYS), DUE]);
  const started = process.hrtime.bigint();
  await lapse(clockCall(services, COUNTY));
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  const { rows } = await client.query(TOLD, [COUNTY, now]);
  if (rowCount !== DUE || Number(rows[0].count) !== DUE) throw new Error(`${rowCount} were due, ${rows[0].count} told`);
  return ms;
}

const QUIET = `
  update request set lapses_on = $2, lapse_told_at = null where jurisdiction = $1 and state in ('asked', 'answered') and lapses_on <= $3`;

const MAKE_DUE = `
  update request set lapses_on = $2 where (jurisdiction, id) in (
    select jurisdiction, id from request where jurisdiction = $1 and state = 'answered' limit $3::int)`;

const TOLD = 'select count(*) from request where jurisdiction = $1 and lapse_told_at >= $2';
