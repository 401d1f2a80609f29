import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { makeTrackingNumber } from '../../../shared/kernel/ids';

/** One message to PostgreSQL, as it was sent. */
export type Statement = { text: string; values: unknown[] };

/** Every statement `work` sends, word for word and in order, BEGIN and COMMIT with them: so the bare server cannot do less, or other, SQL. */
export async function record(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    statements.push({ text: args[0] as string, values: (args[1] as unknown[]) ?? [] });
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return statements;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const TRACKING_NUMBER = /^\d{9}$/;

/** Ids of the seed are people and deputies, who stay; every other id in a recording was made for that one call. */
const isSeeded = (id: string) => id.startsWith('00000000-');

/**
 * The recording with a value for each place that belongs to one call: `newId` for each id (the same one wherever it stood),
 * `newNumber` for the tracking number; `swap` puts other seeded ids (who is asking) for those recorded.
 */
export function again(
  statements: readonly Statement[],
  { swap = {}, newId = v7, newNumber = () => makeTrackingNumber(randomInt) }: Fresh = {},
): Statement[] {
  const ids = new Map(Object.entries(swap));
  const idFor = (id: string) => {
    const known = ids.get(id) ?? (isSeeded(id) ? id : newId());
    ids.set(id, known);
    return known;
  };
  const valueFor = (value: unknown) => {
    if (typeof value !== 'string') return value;
    return TRACKING_NUMBER.test(value) ? newNumber() : value.replace(UUID, idFor);
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(valueFor) }));
}

export type Fresh = { swap?: Record<string, string>; newId?: () => string; newNumber?: () => string };
