import { Pool, types } from 'pg';
import { type Tx, transact } from './transaction';

export { DatabaseAway, isLocked, isUniqueViolation } from './database-errors';
export type { Tx } from './transaction';

export type Database = {
  /**
   * Runs `work` in one transaction that sees the rows of one county and nothing else, as the role that answers calls.
   * @throws DatabaseAway, and whatever `work` or a statement throws; then nothing was written
   */
  inTenant<T>(jurisdiction: string, work: (tx: Tx) => Promise<T>, access?: Access): Promise<T>;
  /** The same without a county: reference tables and the list of counties are all there is to see. */
  withoutTenant<T>(work: (tx: Tx) => Promise<T>, access?: Access): Promise<T>;
  /** The counties of this installation. */
  counties(): Promise<Standings>;
  /** Comes back when the database answers, else throws `DatabaseAway`. */
  ping(): Promise<void>;
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>;
};

/** The codes of the counties that are open, in order, and what the people of each closed one are told, by its code. */
export type Standings = { open: ReadonlySet<string>; farewells: ReadonlyMap<string, string> };

/**
 * A `read` transaction cannot write, whatever its statements say. `one read` and `one write` are for work of exactly one statement:
 * BEGIN, the statement and COMMIT travel together, which saves two waits. What `work` throws afterwards undoes nothing.
 */
export type Access = 'write' | 'read' | 'one write' | 'one read';

/**
 * `max`: connections at most. `role: 'ballots'` may put ballots into the box and nothing else; `role: 'owner'` keeps the login role, which may
 * write every table: for the seed, imports and tests; answering calls needs none of that.
 */
export type DatabaseOptions = { max: number; role?: 'app' | 'ballots' | 'owner' };

/** A call waits at most this long for a connection, then the database counts as away. */
const CONNECT_MS = 5_000;

/** A line that swallows packets says nothing: after this long the database counts as away. More than the server's own limit. */
const SILENCE_MS = 20_000;

/** A forgotten transaction (a frozen function, a dead phone line) must not hold its locks; a statement this slow is a fault. */
const LIMITS = 'SET LOCAL statement_timeout = 15000; SET LOCAL idle_in_transaction_session_timeout = 15000';

/** Opens a pool. Nothing is sent before the first call; a lost connection is replaced by the next one. */
export function openDatabase(url: string, { max, role = 'app' }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: SILENCE_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: parserOf },
    application_name: 'lianxin',
  });
  // An idle connection that breaks is an event without a caller; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const asRole = role === 'owner' ? '' : ` SET LOCAL ROLE lianxin_${role};`;
  const run = <T>(tenant: string, work: (tx: Tx) => Promise<T>, access: Access = 'write') => {
    const begin = access.endsWith('read') ? 'BEGIN READ ONLY' : 'BEGIN';
    return transact(pool, { opening: `${begin};${asRole}${tenant} ${LIMITS}`, single: access.startsWith('one'), work });
  };
  const withoutTenant: Database['withoutTenant'] = (work, access) => run('', work, access);
  return {
    async inTenant(jurisdiction, work, access) {
      // SET LOCAL takes no parameters, so this check is what keeps the text safe.
      if (!/^\d{6}$/.test(jurisdiction)) throw new TypeError('a jurisdiction has six digits');
      return run(` SET LOCAL app.jurisdiction = '${jurisdiction}';`, work, access);
    },
    withoutTenant,
    async counties() {
      const rows = await withoutTenant(
        (tx) =>
          tx.selectFrom('county').select(['jurisdiction', 'farewell', 'retired_at']).orderBy('jurisdiction').execute(),
        'one read',
      );
      const closed = rows.filter(({ retired_at }) => retired_at !== null);
      return {
        open: new Set(rows.flatMap(({ jurisdiction, retired_at }) => (retired_at === null ? [jurisdiction] : []))),
        farewells: new Map(closed.map(({ jurisdiction, farewell }) => [jurisdiction, farewell ?? ''])),
      };
    },
    ping: () => withoutTenant(async () => undefined, 'read'),
    close: () => pool.end(),
  };
}

/** A date stays `YYYY-MM-DD` (pg would make it midnight in the server's own time zone); counts and bigints are numbers. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === types.builtins.DATE) return (text: string) => text;
  if (oid === types.builtins.INT8) return Number;
  return types.getTypeParser(oid, format as 'text');
}
