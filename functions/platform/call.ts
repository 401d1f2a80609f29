import type { Day } from '../../shared/kernel/days';
import type { Config } from './config';
import type { Counties } from './counties';
import type { Database, Tx } from './database';
import type { Log } from './log';
import type { Phones } from './phones';
import type { LoadSettings } from './settings';
import type { Sms } from './sms';
import type { Storage } from './storage';
import type { Tokens } from './tokens';
import type { WeChat } from './wechat';

/** What every call may use; made once a process. */
export type Services = {
  config: Config;
  database: Database;
  /** The same database as the role that puts ballots into the box, and can do nothing else. */
  ballots: Database;
  counties: Counties;
  wechat: WeChat;
  /** Null where nobody may send any, or nothing is set up for it. */
  sms: Sms | null;
  storage: Storage;
  tokens: Tokens;
  phones: Phones;
  log: Log;
  clock: () => Date;
};

/**
 * Who is signed in, with every role they hold in this county, as the access token says: the deputy they are bound to, the
 * stations they are clerk of, the villages they are democratic supervisor of, the departments they are of, and whether they are of the
 * congress's office.
 */
export type Person = {
  personId: string;
  sessionId: string;
  deputyId: string | null;
  stationIds: readonly string[];
  villages: readonly string[];
  departmentIds: readonly string[];
  admin: boolean;
  phoneVerified: boolean;
};

/**
 * One call of a verb, whoever started it: a person through HTTP, or the clock (`caller` null).
 * `write` is one tenant transaction; in an idempotent procedure it also claims the key and keeps the reply, so `work` returns the reply.
 */
export type Call<Caller extends Person | null = Person | null> = {
  jurisdiction: string;
  caller: Caller;
  /** What kind of device it comes from, in words for its owner; null where nobody knows. */
  device: string | null;
  now: Date;
  services: Services;
  /** What other contexts have, for a mechanism that works on it. */
  subjects: LoadSubject;
  /** What every context keeps of a person, for the person. */
  owned: LoadOwned;
  /** What every context lets a county decide, explained. */
  explained: LoadSettings;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** What a mechanism is told of what it works on, for a line of a list; nothing of it says whose it is. */
export type SubjectLine = {
  title: string;
  kind: string;
  placeName: string;
  dueOn: Day;
  daysLeft: number | null;
  returns: number;
  /** Words about it as a department reads them: without what says who somebody is. */
  hide: (words: string) => string;
};

/** What somebody is to it besides their department: whose it is, or on whose side they are (`own`), or who assigns it. */
export type Standing = 'own' | 'assigner' | null;

/** What a department that worked on it said; null: nothing by then. */
export type Said = { departmentId: string; kind: 'advice' | 'part'; words: string | null };

/** What a department did with what was assigned to it. */
export type Heard = {
  event: 'accepted' | 'returned' | 'progressed' | 'asked' | 'extension_asked' | 'answered';
  words?: string;
  pictures?: readonly string[];
  /** How far the department says it is; with `answered`. */
  resultClass?: string;
  /** What departments that worked on it with this one said; with `answered`. */
  said?: readonly Said[];
  /** What it promises, and by which day; with `answered`. */
  promised?: readonly { words: string; dueOn: Day }[];
  /** Until when it wants more time; with `extension_asked`. */
  until?: Day;
};

/** What a context brings so that a mechanism (assignments, promises) works on its rows without knowing the context. */
export type Subject = {
  /** What these are, by their ids. */
  lines(tx: Tx, call: Call<Person>, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectLine>>;
  /** Locked before what the mechanism has of it, so that two acts at once take turns. */
  lock(tx: Tx, call: Call<Person>, id: string): Promise<void>;
  /** What the caller is to it; it is locked. */
  standing(tx: Tx, call: Call<Person>, id: string): Promise<Standing>;
  /** Who works on it at the desk, at a station or in the office; where nobody does there is none. */
  assigners?(tx: Tx, call: Call<Person>, id: string): Promise<readonly string[]>;
  /** What became of it, in the transaction in which it does. @throws ProblemError where the life of the subject refuses it */
  hear(tx: Tx, call: Call<Person>, id: string, heard: Heard): Promise<void>;
  /**
   * What was promised last for it was kept, or has another day; it is locked. `asksOn`: when whoever it is for is asked whether it is solved,
   * the last day of what is not kept, or today. Where nobody asks there is none.
   */
  promised?(tx: Tx, call: Call<Person>, id: string, promised: { asksOn: Day }): Promise<void>;
  /** The deputies who brought these, who say what they think of what came of them; one that nobody brought is left out. */
  deputies?(tx: Tx, call: Call<Person>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Words that say who somebody is in these: names, and what a clerk hid. */
  hidden(tx: Tx, call: Call, ids: readonly string[]): Promise<readonly string[]>;
};

/** What a context has to work on; null where a mechanism works on nothing of it. */
export type LoadSubject = (context: string) => Promise<Subject | null>;

/** One thing that is kept of a person, in words they read. `photos`: where those lie that they may see with it; they go into the copy alone. */
export type OwnEntry = { title: string; on: Day; lines: string[]; photos?: readonly StoredPhoto[] };

/** A picture as it lies in storage. */
export type StoredPhoto = { key: string; type: string };

/** What one context keeps of a person (我的资料), for themselves; `kept`: how long, or why it stays. */
export type OwnPart = {
  /** `requests.requests`: the context and what it is. */
  key: string;
  title: string;
  kept: string;
  /** How many there are; null: nobody can know. `entries` may be the last of them. */
  count: number | null;
  entries: OwnEntry[];
};

/** What a context brings so that a person sees all that is kept of them, and what goes when they erase it (个人信息保护法 第四十四至四十七条). */
export type OwnData = {
  parts(tx: Tx, call: Call<Person>): Promise<OwnPart[]>;
  /** How many of their matters are still under way. */
  open?(tx: Tx, call: Call<Person>): Promise<number>;
  /** In the transaction in which everything goes. What stays is said with its reason in `parts`. */
  erase?(tx: Tx, call: Call<Person>): Promise<void>;
};

/** What of a person every context has, in the order of the contexts. */
export type LoadOwned = () => Promise<readonly OwnData[]>;

/** A call with nobody behind it: what a schedule starts. */
export function clockCall(services: Services, jurisdiction: string): Call<null> {
  const { inTenant } = services.database;
  return {
    jurisdiction,
    caller: null,
    device: null,
    now: services.clock(),
    services,
    subjects: noSubjects,
    owned: nobodys,
    explained: noSettings,
    read: (work) => inTenant(jurisdiction, work, 'read'),
    write: (work) => inTenant(jurisdiction, work),
  };
}

/** What happens by the clock happens to what its own context has. */
const noSubjects: LoadSubject = async (context) => {
  throw new Error(`the clock was asked for a subject of ${context}`);
};

/** The clock asks for nobody's data. */
const nobodys: LoadOwned = async () => {
  throw new Error('the clock was asked whose data it wants');
};

/** Nothing is decided by the clock. */
const noSettings: LoadSettings = async () => {
  throw new Error('the clock wants to change a setting');
};
