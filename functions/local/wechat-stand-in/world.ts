import { randomBytes } from 'node:crypto';

/** A made-up person with a made-up WeChat account. `phone` as eleven digits. */
export type StandInPerson = { key: string; openid: string; phone: string; label: string };

export type Verdict = 'review' | 'risky';
export type PictureVerdict = Verdict | 'pass';

/** A picture somebody asked about, until its verdict was taken. */
export type PictureCheck = { traceId: string; openid: string; url: string };

/** What is made to go wrong. */
export type Faults = {
  /** Connections break without an answer. */
  away: boolean;
  latencyMs: number;
  /** This many calls are answered with -1. */
  busyTimes: number;
  /** Answers nobody can read. */
  garbled: boolean;
  /** Answers with this HTTP status instead, when not 0. */
  httpStatus: number;
  /** errcode by path, `{"/wxa/msg_sec_check": 45009}`. */
  codes: Record<string, number>;
  /** Words that change what the text check says, besides the two marker words. */
  textVerdicts: Record<string, Verdict>;
  /** What the check of pictures says, and how often the event with it comes; `late`: when it is asked for (`POST picture-checks`). */
  pictureVerdict: PictureVerdict;
  pictureEvents: 'once' | 'twice' | 'late' | 'never';
  /** Openids or keys WeChat holds for high-risk: 40226. */
  blocked: string[];
};

/** A subscribe message as it was asked for. */
export type SentMessage = {
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
  state: string;
  at: string;
};

type Code = { kind: 'login' | 'phone'; openid: string; at: number; used: boolean };

export const NO_FAULTS: Faults = {
  away: false,
  latencyMs: 0,
  busyTimes: 0,
  garbled: false,
  httpStatus: 0,
  codes: {},
  textVerdicts: {},
  pictureVerdict: 'pass',
  pictureEvents: 'once',
  blocked: [],
};

export type World = ReturnType<typeof createWorld>;

/** What the stand-in knows, in memory: everybody has just visited when it starts. */
export function createWorld(people: readonly StandInPerson[], now: () => Date) {
  const visits = new Map(people.map(({ openid }) => [openid, now().getTime()]));
  const faults: Faults = structuredClone(NO_FAULTS);
  const messages: SentMessage[] = [];
  const pictureChecks: PictureCheck[] = [];
  const find = (name: unknown) => people.find(({ key, openid }) => key === name || openid === name);
  return {
    people,
    faults,
    messages,
    pictureChecks,
    now,
    find,
    codes: createCodes(now),
    token: createToken(now),
    acceptances: createAcceptances(),
    visit: (openid: string) => void visits.set(openid, now().getTime()),
    visitedWithin: (openid: string, ms: number) => now().getTime() - (visits.get(openid) ?? -Infinity) <= ms,
    isBlocked: (openid: string) => faults.blocked.some((name) => find(name)?.openid === openid),
  };
}

const CODE_LASTS_MS = 5 * 60_000;

function createCodes(now: () => Date) {
  const codes = new Map<string, Code>();
  return {
    make(kind: Code['kind'], openid: string): string {
      const code = randomBytes(24).toString('base64url');
      codes.set(code, { kind, openid, at: now().getTime(), used: false });
      return code;
    },
    /**
     * Whose it is; or WeChat's errcode for one that is unknown, of the other kind, too old (40029) or used (40163). `openid`: whose code it has
     * to be, where that is asked; another's stays good.
     */
    take(kind: Code['kind'], code: unknown, openid?: unknown): string | 40029 | 40163 {
      const known = codes.get(String(code));
      if (!known || known.kind !== kind || now().getTime() - known.at > CODE_LASTS_MS) return 40029;
      if (openid !== undefined && known.openid !== openid) return 40029;
      if (known.used) return 40163;
      known.used = true;
      return known.openid;
    },
  };
}

const TOKEN_LASTS_MS = 7_200_000;

function createToken(now: () => Date) {
  let value = '';
  let expiresAt = 0;
  return {
    /** The same while it lasts, whoever asks. */
    current(force: boolean) {
      if (force || expiresAt <= now().getTime()) {
        value = `stand-in-${randomBytes(24).toString('hex')}`;
        expiresAt = now().getTime() + TOKEN_LASTS_MS;
      }
      return { access_token: value, expires_in: Math.ceil((expiresAt - now().getTime()) / 1000) };
    },
    /** 0, or WeChat's errcode. */
    fault(given: string | undefined): 0 | 40001 | 41001 | 42001 {
      if (!given) return 41001;
      if (given !== value) return 40001;
      return expiresAt <= now().getTime() ? 42001 : 0;
    },
    /** From now on WeChat does not know it any more, as when someone forced a new one. */
    drop(): void {
      value = '';
      expiresAt = 0;
    },
  };
}

function createAcceptances() {
  const left = new Map<string, number>();
  const slot = (openid: string, templateId: string) => `${openid}|${templateId}`;
  return {
    add(openid: string, templateId: string): void {
      left.set(slot(openid, templateId), (left.get(slot(openid, templateId)) ?? 0) + 1);
    },
    /** One acceptance is one message. False when there is none left. */
    spend(openid: string, templateId: string): boolean {
      const count = left.get(slot(openid, templateId)) ?? 0;
      if (count > 0) left.set(slot(openid, templateId), count - 1);
      return count > 0;
    },
  };
}
