import { createHash } from 'node:crypto';
import type { Procedure } from '../../shared/kernel/procedure';
import type { Person } from './call';
import { countToday } from './daily';
import type { Tx } from './database';
import { asksFirst, ensureStanding, type Hold, holdOf, type ReadStanding } from './standing';

/** What is asked of the database before a verb does something: who they are now, and how often today. */
export type Gate = {
  /** Before the verb begins, in a transaction of its own; null where it can wait until the verb writes. */
  first: ((tx: Tx) => Promise<void>) | null;
  /** In each transaction that writes. */
  within: (tx: Tx) => Promise<void>;
};

type Options = { standing: ReadStanding; dailyFactor?: number };
type Arrived = { jurisdiction: string; caller: Person | null; address: string; now: Date };

/** A call with a key is counted where it is written: a retry is not another. */
export function gateOf(procedure: Procedure, { standing, dailyFactor = 1 }: Options, arrived: Arrived): Gate {
  const { jurisdiction, caller, now } = arrived;
  const { daily, idempotent, name } = procedure;
  const ask = async (tx: Tx, hold: Hold) => {
    if (caller) await ensureStanding(tx, standing, procedure, { jurisdiction, caller }, hold);
  };
  const count = async (tx: Tx) => {
    if (daily) await countToday(tx, { jurisdiction, what: name, who: whoOf(arrived), most: daily * dailyFactor, now });
  };
  const isCountedFirst = daily !== undefined && !idempotent;
  return {
    first:
      isCountedFirst || asksFirst(procedure)
        ? async (tx) => {
            await ask(tx, 'none');
            if (isCountedFirst) await count(tx);
          }
        : null,
    within: async (tx) => {
      await ask(tx, holdOf(procedure));
      if (idempotent) await count(tx);
    },
  };
}

/** A person, or what an address is found by, so that none is written down. */
function whoOf({ caller, address, jurisdiction }: Arrived): string {
  return (
    caller?.personId ?? createHash('sha256').update(`address/${jurisdiction}/${address}`).digest('hex').slice(0, 32)
  );
}
