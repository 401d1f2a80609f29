import type { Database } from '../platform/database';
import type { Phones } from '../platform/phones';

/** With what whoever runs the installation acts on counties. `database` signs in as the owner of the tables: who answers calls may not make a county. */
export type Operator = { database: Database; phones: Phones; now: Date };
export type Opened = Omit<Operator, 'now'> & { clock: () => Date };

/** What was done, or why nothing was, line by line in plain Chinese. */
export type Outcome = { ok: boolean; said: string[] };

export const refused = (...said: string[]): Outcome => ({ ok: false, said });
export const done = (...said: string[]): Outcome => ({ ok: true, said });
