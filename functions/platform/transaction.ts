import type { Duplex } from 'node:stream';
import {
  type DatabaseConnection,
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresQueryCompiler,
  QueryCreator,
  type QueryExecutorProvider,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { DatabaseAway, isAway } from './database-errors';
import type { Schema } from './schema';

/** One transaction. Its statements may be sent at once (`Promise.all`): they go down the wire without waiting for each other. */
export type Tx = QueryCreator<Schema> & QueryExecutorProvider;

/** `opening` is BEGIN and what is set for the transaction, as one text. `single`: COMMIT follows the first statement at once. */
type Run<T> = { opening: string; single: boolean; work: (tx: Tx) => Promise<T> };

type Settled<T> = { value: T } | { error: unknown };

/**
 * Runs `work` in one transaction. A connection that broke while nobody used it shows at BEGIN, before anything was done: then
 * another one is tried, once.
 */
export async function transact<T>(pool: Pool, run: Run<T>): Promise<T> {
  const first = await attempt(pool, run);
  const result = 'stale' in first ? await attempt(pool, run) : first;
  if ('stale' in result) throw new DatabaseAway(result.stale);
  return result.value;
}

async function attempt<T>(pool: Pool, { opening, single, work }: Run<T>): Promise<{ value: T } | { stale: unknown }> {
  const client = await pool.connect().catch((error) => {
    throw new DatabaseAway(error);
  });
  inOnePacket(client);
  // BEGIN and the first statement of `work` travel together. Should BEGIN fail, that statement fails with it; and where it
  // did not, there would be no county set, so that row-level security shows it nothing and takes nothing from it.
  const begin = settle(() => client.query(opening));
  const transaction = transactionOn(client, single);
  const worked = await settle(() => work(transaction.tx));
  const ending = transaction.end('error' in worked ? 'ROLLBACK' : 'COMMIT');
  const [begun, ended] = await Promise.all([begin, ending]);
  client.release('error' in begun || 'error' in ended || ('error' in worked && isAway(worked.error)));
  if ('error' in begun && isAway(begun.error)) return { stale: begun.error };
  for (const step of [begun, worked, ended])
    if ('error' in step) throw isAway(step.error) ? new DatabaseAway(step.error) : step.error;
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if ('value' in ended && ended.value.command !== 'COMMIT')
    throw new Error('nothing was written: a statement had failed and nobody looked');
  return worked as { value: T };
}

async function settle<T>(run: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error };
  }
}

/** Holds back what is written until the code that is running now has come to its next wait: one packet instead of three, or ten. */
function inOnePacket(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

// kysely's parts that make statements; its `Kysely` brings a third more code, for schemas and for drivers, which every start would read.
const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

/** After its end, a statement somebody forgot to await fails, instead of running in the next transaction of that connection. */
function transactionOn(client: PoolClient, single: boolean) {
  let ended = false;
  let committed: Promise<Settled<{ command: string }>> | undefined;
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      if (ended) throw new Error('this transaction has ended: a statement was not awaited, or there was to be but one');
      inOnePacket(client);
      const answer = client.query(sql, parameters as unknown[]);
      if (single) committed = end('COMMIT');
      const { rows, rowCount } = await answer;
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('rows are not streamed: ask for a page');
    },
  };
  async function end(command: 'COMMIT' | 'ROLLBACK'): Promise<Settled<{ command: string }>> {
    ended = true;
    return committed ?? settle(() => client.query(command));
  }
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (consume) => consume(connection) });
  return { tx: Object.assign(new QueryCreator<Schema>({ executor }), { getExecutor: () => executor }), end };
}
