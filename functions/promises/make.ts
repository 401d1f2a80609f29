import { v7 } from 'uuid';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import { isDayToPromise } from '../../shared/promises/rules';
import type { Promised } from '../../shared/promises/shown';
import { countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { insertEvents, insertFollower, insertPromises } from './queries';

/** What promises are made for: a row of one of the contexts, and what it is called. `public`: everybody sees them. */
export type Subject = { context: string; id: string; source: string; public: boolean };

type Making = {
  subject: Subject;
  departmentId: string;
  promised: readonly Promised[];
  followers?: readonly string[];
};

/**
 * A department promises (答应), as part of what another context writes: each with its day, from now on with a life of its own.
 * `followers`: who hears what became of it without having asked.
 * @throws ProblemError `promise_day_bad`, `station_unknown`
 */
export async function makePromises(
  tx: Tx,
  call: Call,
  { subject, departmentId, promised, followers = [] }: Making,
): Promise<void> {
  const { jurisdiction, now, caller } = call;
  const directory = await countyDirectoryOf(call);
  const today = dayOf(now);
  ensure(
    promised.every(({ dueOn }) => isDayToPromise(dueOn, today)),
    'promise_day_bad',
  );
  ensure(
    promised.every(({ stationId }) => stationId === undefined || directory.station(stationId) !== null),
    'station_unknown',
  );
  const made = promised.map((one) => ({ id: v7(), ...one }));
  await insertPromises(
    tx,
    made.map(({ id, words, dueOn, stationId }) => ({
      jurisdiction,
      id,
      subject_context: subject.context,
      subject_id: subject.id,
      department_id: departmentId,
      station_id: stationId ?? null,
      public: subject.public,
      source: subject.source,
      words,
      first_due_on: dueOn,
      due_on: dueOn,
      state: 'promised' as const,
      extension: null,
      asked_until: null,
      why: null,
      reminded: null,
      looked_at: null,
      done_on: null,
      version: 1,
      created_at: now,
      changed_at: now,
    })),
  );
  await insertEvents(
    tx,
    made.map(({ id, dueOn }) => ({
      jurisdiction,
      promise_id: id,
      id: v7(),
      kind: 'created' as const,
      side: 'department' as const,
      station_id: null,
      person_id: caller?.personId ?? null,
      words: null,
      link: null,
      due_on: dueOn,
      at: now,
    })),
  );
  const promises = made.map(({ id }) => id);
  for (const personId of followers) await insertFollower(tx, { jurisdiction, personId, promises, now });
}
