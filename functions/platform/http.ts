import type { Context, Hono } from 'hono';
import { speakChinese } from '../../shared/kernel/messages';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Procedure, Reply } from '../../shared/kernel/procedure';
import { AfterCommit } from './after-commit';
import { addressOf, deviceOf, letIn, readClaims, readInput, readKey } from './arrival';
import type { Call, LoadOwned, LoadSubject, Person, Services } from './call';
import type { Tx } from './database';
import type { Former, Formers } from './formers';
import { type Gate, gateOf } from './gate';
import { AnsweredBefore, type KeyedCall, once } from './idempotency';
import { lazily } from './lazily';
import { problemReply } from './problem-reply';
import { rateLimiter } from './rates';
import { reply } from './reply';
import { type Found, routesOf } from './routes';
import type { LoadSettings } from './settings';
import type { ReadStanding } from './standing';

speakChinese();

type CallOf<P extends Procedure> = P['who'] extends 'anyone' ? Call<null> : Call<Person>;
type Verb<P extends Procedure> = (call: CallOf<P>, input: Input<P>) => Promise<Reply<P>>;

/** A procedure and the verb that does it. */
export type Binding = {
  procedure: Procedure;
  verb: (call: Call, input: unknown) => Promise<unknown>;
  /** How version 1 of the API knew it, where that was otherwise. */
  former?: Former;
  /** Under which name its first reply to a key may be kept. */
  before?: KeyedCall['before'];
};

/** Ties a procedure to its verb; the types of both must agree. */
export function bind<P extends Procedure>(procedure: P, verb: Verb<P>): Binding {
  return { procedure, verb: verb as Binding['verb'] };
}

/** One verb for every procedure of a contract, under the procedure's own name: a forgotten one does not compile. */
type Verbs<Contract> = {
  [Name in keyof Contract as Contract[Name] extends Procedure ? Name : never]: Contract[Name] extends Procedure
    ? Verb<Contract[Name]>
    : never;
};

/** Ties all procedures of a contract to their verbs. */
export function bindAll<Contract extends object>(
  contract: Contract,
  verbs: Verbs<Contract>,
  formers: Formers = {},
): Binding[] {
  const procedures = contract as Record<string, Procedure>;
  return Object.entries<unknown>(verbs).map(([name, verb]) => {
    const former = formers[name];
    const before = former?.name ? { procedure: former.name, sameInput: !former.input } : undefined;
    return { ...bind(procedures[name] as Procedure, verb as Binding['verb']), former, before };
  });
}

/** The procedures of a contract that is bound elsewhere. */
export function proceduresOf(contract: object): Procedure[] {
  return Object.values(contract).filter((one): one is Procedure => typeof one === 'object' && 'path' in one);
}

/** Loads what is bound, by the first segment of its paths (`office/` and the first segment for the office's part). */
export type Parts = Readonly<Record<string, () => Promise<readonly Binding[]>>>;

type ApiOptions = {
  /** How many times more calls a minute than in production; for tests and `npm start`. */
  rateFactor?: number;
  /** What `/api/openapi.json` describes. */
  documented: () => Promise<readonly Procedure[]>;
  /** How many times more a day than in production; for tests and benchmarks. */
  dailyFactor?: number;
  /** Asks what a person is now, before they write. */
  standing: ReadStanding;
  /** What a mechanism works on, by the context that has it. */
  subjects: LoadSubject;
  /** What every context keeps of a person. */
  owned: LoadOwned;
  /** What every context lets a county decide, explained. */
  explained: LoadSettings;
};

/**
 * Adds the HTTP API to an app: `/api/v2/{jurisdiction}` + a procedure's path, the same as version 1 knew it under `/api/{jurisdiction}`
 * (decision 18), `/api/health`, `/api/openapi.json`. Every end that is not a reply is RFC 9457 `application/problem+json`. `parts` are the
 * contexts by the first segment of their paths (`office/` and the first segment for the office's part); each loads when a path of it is
 * first asked for, so that a cold start does not grow with contexts.
 */
export function mountApi(app: Hono, parts: Parts, services: Services, options: ApiOptions): Hono {
  const { documented } = options;
  const document = lazily(async () => {
    const { openApi } = await import('./openapi');
    return JSON.stringify(openApi(await documented()));
  });
  app.get('/api/openapi.json', async (c) => json(c, await document(), 'public, max-age=300'));
  app.get('/api/health', async (c) => {
    await services.database.ping();
    return json(c, '{"ok":true}', 'no-store');
  });

  const answer = answerer(services, options);
  const versions = VERSIONS.map((version) => ({ ...version, partOf: partsOf(parts, version.as) }));
  app.all('/api/*', async (c) => {
    const segments = c.req.path.split('/');
    const version = versions.find(({ prefix }) => prefix.every((segment, at) => segments[at] === segment));
    const [jurisdiction = '', ...rest] = segments.slice(version?.prefix.length);
    const part = version?.partOf(rest);
    ensure(part, 'not_found');
    const { find, methodsOf } = await part();
    const found = find(c.req.method, rest);
    if (!found) return refused(c, services, methodsOf(rest));
    const { procedure, former } = found.binding;
    return answer(c, jurisdiction, found).catch((error) =>
      problemReply(c, services.log, error, { procedure: procedure.name, former }),
    );
  });
  app.notFound((c) => refused(c, services, []));
  app.onError((error, c) => problemReply(c, services.log, error));
  return app;
}

/** By how a path begins, what a binding is there; the first that fits. */
const VERSIONS: readonly { prefix: readonly string[]; as: (binding: Binding) => Binding }[] = [
  { prefix: ['', 'api', 'v2'], as: ({ procedure, verb, before }) => ({ procedure, verb, before }) },
  {
    prefix: ['', 'api'],
    as: ({ procedure, former, ...binding }) => ({
      ...binding,
      procedure: { ...procedure, path: former?.path ?? procedure.path },
      former,
    }),
  },
];

/** Which part has a path, by the segments behind the county's. */
function partsOf(parts: Parts, as: (binding: Binding) => Binding) {
  const loaded = new Map(
    Object.entries(parts).map(([name, load]) => [name, lazily(async () => routesOf((await load()).map(as)))]),
  );
  return ([first = '', second = '']: readonly string[]) => loaded.get(first === 'office' ? `office/${second}` : first);
}

/** Ends what no path fits. */
function refused(c: Context, { log }: Services, methods: readonly string[]): Response {
  const allow = methods.join(', ');
  const code = allow ? 'method_not_allowed' : 'not_found';
  return problemReply(c, log, new ProblemError(code), {}, allow ? { allow } : {});
}

type Answer = (c: Context, jurisdiction: string, found: Found<Binding>) => Promise<Response>;

/** Does a call from first to last: is somebody there, is there such a county, may they, how often, with what; then the verb; then the reply. */
function answerer(services: Services, options: ApiOptions): Answer {
  const count = rateLimiter(options.rateFactor);
  return async (c, jurisdiction, { binding: { procedure, verb, former, before }, named }) => {
    const now = services.clock();
    const claims = await readClaims(c, procedure, services.tokens, now);
    await ensureOpen(services, jurisdiction, now);
    const caller = claims && letIn(claims, procedure, jurisdiction);
    count(procedure.rate, caller?.personId ?? addressOf(c), now);
    const input = await readInput(c, procedure, named, former);
    const key = readKey(c, procedure);
    const arrived = { jurisdiction, caller, device: deviceOf(c), now, input, key, before };
    const gate = gateOf(procedure, options, { ...arrived, address: addressOf(c) });
    // What costs something is not begun for who may not.
    if (gate.first) await services.database.inTenant(jurisdiction, gate.first);
    const { subjects, owned, explained } = options;
    const call = callOf(services, procedure, arrived, { within: gate.within, subjects, owned, explained });
    const done = await verb(call, input).catch((error: unknown) => {
      if (error instanceof AnsweredBefore) return error.reply;
      throw former ? error : showingFirst(procedure, error);
    });
    const cache = isPublic(procedure) ? 'public, max-age=30' : 'no-store';
    return json(c, sayReply(procedure, former, done), cache, { date: now.toUTCString() });
  };
}

/** @throws ProblemError for a county that is not there, and in its own words for one that closed */
async function ensureOpen({ counties }: Services, jurisdiction: string, now: Date): Promise<void> {
  if (await counties.has(jurisdiction, now)) return;
  const title = await counties.farewell(jurisdiction, now);
  ensure(title !== null, 'county_unknown');
  throw new ProblemError('county_retired', undefined, { title });
}

type Arrived = Pick<Call, 'jurisdiction' | 'device' | 'now'> &
  Pick<Binding, 'before'> & { caller: Person | null; input: unknown; key: string | null };

type Around = { within: Gate['within']; subjects: LoadSubject; owned: LoadOwned; explained: LoadSettings };

function callOf(services: Services, procedure: Procedure, arrived: Arrived, around: Around): Call {
  const { within, subjects, owned, explained } = around;
  const { jurisdiction, caller, device, now, input, key, before } = arrived;
  const { inTenant } = services.database;
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    inTenant(jurisdiction, (tx) => {
      const worked = async () => {
        await within(tx);
        return work(tx);
      };
      if (!key || !caller) return worked();
      const { personId } = caller;
      // A retry gets its first reply, whatever became of the role since: the act may have been to give it up.
      const keeps = (reply: unknown) => procedure.reply.safeParse(reply).data ?? reply;
      return once(tx, { jurisdiction, personId, key, procedure: procedure.name, before, input, keeps, now }, worked);
    });
  const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(jurisdiction, work, 'read');
  return { jurisdiction, caller, device, now, services, subjects, owned, explained, read, write };
}

/** The same for everybody, so that it may be kept on the way. */
function isPublic(procedure: Procedure): boolean {
  return procedure.method === 'GET' && procedure.who === 'anyone';
}

/** @throws AfterCommit where a reply can't be said of what was written already */
function sayReply(procedure: Procedure, former: Former | undefined, done: unknown): string {
  try {
    const text = print(procedure, done);
    return former?.reply ? JSON.stringify(former.reply(JSON.parse(text))) : text;
  } catch (error) {
    throw procedure.method === 'GET' ? error : new AfterCommit(error);
  }
}

// A public reply is the same object as long as the county's directory is; it is printed once.
const printed = new WeakMap<object, string>();

/** What was replied to a key for the first time, as the contract shows it; version 1, where it knew the procedure otherwise, is not told. */
function showingFirst({ reply }: Procedure, error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.first === undefined) return error;
  const { code, errors } = error;
  return new ProblemError(code, errors, { first: reply.safeParse(error.first).data });
}

/** The reply as the contract shows it: what is not in the schema does not leave the house. */
function print(procedure: Procedure, done: unknown): string {
  const kept = isPublic(procedure) && typeof done === 'object' ? done : null;
  const before = kept && printed.get(kept);
  if (before) return before;
  const text = JSON.stringify(procedure.reply.parse(done));
  if (kept) printed.set(kept, text);
  return text;
}

function json(c: Context, text: string, cacheControl: string, headers: Record<string, string> = {}): Response {
  return reply(c, text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl,
    ...headers,
  });
}
