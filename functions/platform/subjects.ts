import type { Day } from '../../shared/kernel/days';
import type { Call, Person } from './call';
import type { Tx } from './database';

/** What a mechanism is told of what it works on, for a line of a list; nothing of it says whose it is. */
export type SubjectLine = {
  title: string;
  kind: string;
  placeName: string;
  dueOn: Day;
  daysLeft: number | null;
  returns: number;
};

/** What a department did with what was assigned to it. */
export type Heard = {
  event: 'accepted' | 'returned' | 'progressed' | 'answered';
  words?: string;
  pictures?: readonly string[];
  /** How far the department says it is; with `answered`. */
  resultClass?: string;
};

/** What a context brings so that a mechanism (assignments) works on its rows without knowing the context. */
export type Subject = {
  /** What these are, by their ids. */
  lines(tx: Tx, call: Call<Person>, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectLine>>;
  /** Locked before what the mechanism has of it, so that two acts at once take turns. */
  lock(tx: Tx, call: Call<Person>, id: string): Promise<void>;
  /** What became of it, in the transaction in which it does. @throws ProblemError where the life of the subject refuses it */
  hear(tx: Tx, call: Call<Person>, id: string, heard: Heard): Promise<void>;
};

/** The subject that a context serves. */
export type LoadSubject = (context: string) => Promise<Subject>;
