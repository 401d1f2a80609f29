import {
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { DatabaseAway, isAway } from './database-errors';
import type { Schema } from './schema';

export { DatabaseAway, isUniqueViolation } from './database-errors';

/** One transaction. Its statements may be sent at once (`Promise.all`): they go down the wire without waiting for each other. */
export type Tx = Transaction<Schema>;

export type Database = {
  /**
   * Runs `work` in one transaction that sees the rows of one county and nothing else, as the role that answers calls.
   * @throws DatabaseAway, and whatever `work` or a statement throws; then nothing was written
   */
  inTenant<T>(jurisdiction: string, work: (tx: Tx) => Promise<T>, access?: Access): Promise<T>;
  /** The same without a county: reference tables and the list of counties are all there is to see. */
  withoutTenant<T>(work: (tx: Tx) => Promise<T>, access?: Access): Promise<T>;
  /** The codes of the counties of this installation. */
  counties(): Promise<string[]>;
  /** Comes back when the database answers, else throws `DatabaseAway`. */
  ping(): Promise<void>;
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>;
};

/** A `read` transaction cannot write, whatever its statements say. */
export type Access = 'read' | 'write';

/**
 * `max`: connections at most. `role: 'owner'` keeps the login role, which may write every table: for the seed, imports and tests;
 * answering calls needs none of that.
 */
export type DatabaseOptions = { max: number; role?: 'app' | 'owner' };

/** A call waits at most this long for a connection, then the database counts as away. */
const CONNECT_MS = 5_000;

/** A forgotten transaction (a frozen function, a dead phone line) must not hold its locks; a statement this slow is a fault. */
const LIMITS = 'SET LOCAL statement_timeout = 15000; SET LOCAL idle_in_transaction_session_timeout = 15000';

/** Opens a pool. Nothing is sent before the first call; a lost connection is replaced by the next one. */
export function openDatabase(url: string, { max, role = 'app' }: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: parserOf },
    application_name: 'lianxin',
  });
  // An idle connection that breaks is an event without a caller; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const asRole = role === 'app' ? ' SET LOCAL ROLE lianxin_app;' : '';
  const opening = (access: Access, tenant: string) =>
    `BEGIN${access === 'read' ? ' READ ONLY' : ''};${asRole} ${tenant}${LIMITS}`;
  const withoutTenant: Database['withoutTenant'] = (work, access = 'write') =>
    transact(pool, opening(access, ''), work);
  return {
    async inTenant(jurisdiction, work, access = 'write') {
      // SET LOCAL takes no parameters, so this check is what keeps the text safe.
      if (!/^\d{6}$/.test(jurisdiction)) throw new TypeError('a jurisdiction has six digits');
      return transact(pool, opening(access, `SET LOCAL app.jurisdiction = '${jurisdiction}'; `), work);
    },
    withoutTenant,
    async counties() {
      const rows = await withoutTenant(
        (tx) => tx.selectFrom('county').select('jurisdiction').orderBy('jurisdiction').execute(),
        'read',
      );
      return rows.map((row) => row.jurisdiction);
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

/** A connection that broke while nobody used it shows at BEGIN, before anything was done: then another one is tried, once. */
async function transact<T>(pool: Pool, opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const first = await attempt(pool, opening, work);
  const result = 'stale' in first ? await attempt(pool, opening, work) : first;
  if ('stale' in result) throw new DatabaseAway(result.stale);
  return result.value;
}

async function attempt<T>(
  pool: Pool,
  opening: string,
  work: (tx: Tx) => Promise<T>,
): Promise<{ value: T } | { stale: unknown }> {
  const client = await pool.connect().catch((error) => {
    throw new DatabaseAway(error);
  });
  // BEGIN and the first statement of `work` travel together. Should BEGIN fail, that statement fails with it; and where it
  // did not, there would be no county set, so that row-level security shows it nothing and takes nothing from it.
  const begin = settle(client.query(opening));
  const { tx, end } = transactionOn(client);
  const worked = await settle(work(tx));
  end();
  const begun = await begin;
  if ('error' in begun) {
    client.release(true);
    if (isAway(begun.error)) return { stale: begun.error };
    throw begun.error;
  }
  const ended = await settle(client.query('error' in worked ? 'ROLLBACK' : 'COMMIT'));
  client.release('error' in ended || ('error' in worked && isAway(worked.error)));
  if ('error' in worked) throw isAway(worked.error) ? new DatabaseAway(worked.error) : worked.error;
  if ('error' in ended) throw isAway(ended.error) ? new DatabaseAway(ended.error) : ended.error;
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if (ended.value.command !== 'COMMIT')
    throw new Error('nothing was written: a statement had failed and nobody looked');
  return worked;
}

async function settle<T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

const dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const driver = new DummyDriver();
const executor = new Kysely<Schema>({ dialect }).getExecutor();

/** After `end`, a statement somebody forgot to await fails, instead of running in the next transaction of that connection. */
function transactionOn(client: PoolClient): { tx: Tx; end: () => void } {
  let ended = false;
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      if (ended) throw new Error('this transaction has ended: a statement was not awaited');
      const { rows, rowCount } = await client.query(sql, parameters as unknown[]);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('rows are not streamed: ask for a page');
    },
  };
  const bound = executor.withConnectionProvider({ provideConnection: (consume) => consume(connection) });
  const end = () => {
    ended = true;
  };
  return { tx: new Transaction<Schema>({ config: { dialect }, dialect, driver, executor: bound }), end };
}
