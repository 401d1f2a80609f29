import Taro from '@tarojs/taro';
import {
  renew,
  type Session,
  signIn as signInProcedure,
  verifyPhone as verifyPhoneProcedure,
} from '../../../shared/identity/contract';
import { ProblemError } from '../../../shared/kernel/problems';
import { now } from './clock';
import { jurisdiction } from './county';
import { forgetKept } from './kept';
import { listeners } from './listeners';
import { localServer, standInCode } from './local';
import { within } from './patience';
import { OfflineError, send } from './send';
import { forgetStored, readStored, store } from './storage';
import { forgetAll, refresh } from './store';

type Kept = Pick<Session, 'accessToken' | 'accessExpiresAt' | 'refreshToken'> & {
  personId: string;
  /** What the person was in the county when this came; absent where an older package kept it. */
  roles?: string;
};

// A session belongs to one county; somebody who looks at two has two.
const keyOf = () => `lianxin.session.${jurisdiction()}`;

// Renewed a little early, so that a call under way does not find its token dead.
const EARLY_MS = 30_000;

function kept(): Kept | null {
  return readStored<Kept>(keyOf());
}

export function hasSession(): boolean {
  return kept() !== null;
}

/** Who is signed in on this phone for this county; null for nobody. */
export function signedInAs(): string | null {
  return kept()?.personId ?? null;
}

export function forgetSession(): void {
  forgetStored(keyOf());
  tell();
}

let leaving = false;

/** Ends the session on this phone. Until `done` has closed the pages none of them signs the person in again. */
export async function leaveSession(done: () => Promise<void>): Promise<void> {
  leaving = true;
  try {
    forgetSession();
    await done();
  } finally {
    leaving = false;
  }
}

const { tell, watch } = listeners();

/** Tells whenever somebody signed in or out; returns how to stop. */
export const onSession = watch;

/** True where signing in works at all: in WeChat, and in a browser served by `npm start`. */
export function canSignIn(): boolean {
  return process.env.TARO_ENV === 'weapp' || localServer() !== null;
}

function keep({ accessToken, accessExpiresAt, refreshToken, me }: Session): string {
  const before = kept();
  const after = {
    accessToken,
    accessExpiresAt,
    refreshToken,
    personId: me.id,
    roles: JSON.stringify([me.roles, me.departments, ...(me.waiting ? [me.waiting] : [])]),
  };
  store(keyOf(), after satisfies Kept);
  if (before) forgetWhatWasSeen(before, after);
  tell();
  return accessToken;
}

/** Who is somebody else, or another in the county than before, must not see again what was seen. */
function forgetWhatWasSeen(before: Kept, after: Kept): void {
  const another = before.personId !== after.personId;
  if (!another && before.roles === after.roles) return;
  forgetKept();
  if (another) forgetAll();
  else if (before.roles !== undefined) void refresh();
}

/** Keeps a session that came in another way than from WeChat: a computer's, confirmed on a phone (扫码登录). */
export function adoptSession(session: Session): void {
  keep(session);
}

let running: Promise<string> | null = null;

/**
 * An access token that is good now: the one kept, a renewed one, or a new session by WeChat's silent sign-in (静默登录).
 * Callers that come while one is being fetched share it. `stale` is a token the server just refused.
 */
export function accessToken(stale?: string): Promise<string> {
  const session = kept();
  if (session && session.accessToken !== stale && isGood(session)) return Promise.resolve(session.accessToken);
  running ??= fetchToken(session).finally(() => {
    running = null;
  });
  return running;
}

const isGood = ({ accessExpiresAt }: Kept) => Date.parse(accessExpiresAt) - EARLY_MS > now();
const renewed = async ({ refreshToken }: Kept) => keep(await send(renew, { refreshToken }));

/**
 * An access token of the session on this phone and of no other: where it ended, nobody is signed in anew. For what is done to one account and must
 * never be done to the next. @throws ProblemError `session_ended`; OfflineError
 */
export async function tokenOfSession(): Promise<string> {
  const session = kept();
  if (!session) throw new ProblemError('session_ended');
  return isGood(session) ? session.accessToken : renewed(session);
}

async function fetchToken(session: Kept | null): Promise<string> {
  if (session) {
    try {
      return await renewed(session);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'session_ended')) throw error;
      // One that ended stays until the next is there: it is how the phone knows that somebody was signed in here, who is signed in quietly
      // when home opens. Whoever has none may be here for the first time, and gets no account by merely looking; whoever left has none either.
      if (!canSignIn()) forgetSession();
    }
  }
  const code = await loginCode();
  if (leaving) throw new ProblemError('not_signed_in');
  return keep(await send(signInProcedure, { code }));
}

const LOGIN_MS = 15_000;

async function loginCode(): Promise<string> {
  if (leaving || !canSignIn()) throw new ProblemError('not_signed_in');
  try {
    if (localServer()) return await standInCode('login');
    return (await within(LOGIN_MS, Taro.login(), () => new OfflineError())).code;
  } catch {
    // WeChat rejects with a sentence of its own, and for no other reason than the network.
    throw new OfflineError();
  }
}

/** Confirms the phone number with the code of WeChat's phone button, once before the first publishing act. */
export async function verifyPhone(code: string): Promise<void> {
  const token = await accessToken();
  keepAccess(await send(verifyPhoneProcedure, { code }, { token }));
}

/** Another access token for the session that runs: what it says of the person has changed. */
export function keepAccess(access: Omit<Session, 'refreshToken'>): void {
  const { refreshToken } = kept() as Kept;
  keep({ ...access, refreshToken });
}
