type Level = 'info' | 'warn' | 'error';

/** `requests.submit`, `request_answered`: words of ours. No digits, so no token and no openid. */
const NAME = /^[a-z][a-zA-Z]{0,23}(?:[._-][a-zA-Z]{1,24}){0,6}$/;

/**
 * All that may be in a log line, and the form it must have. It is a list of what is allowed, because nobody can list the ways
 * in which a phone number, a token, an openid, a name or a resident's words slip in.
 */
const ALLOWED = {
  /** `L-503-8K2M`, as a person reads it out, or API Gateway's. Digits alone could be a phone number. */
  requestId: /^(?=.*[a-z-])[\w=-]{1,64}$/i,
  procedure: NAME,
  /** The pattern, `/api/:jurisdiction/requests/:id`, not the path that was called. */
  route: /^[/a-zA-Z:{}.*_-]{1,120}$/,
  jurisdiction: /^\d{6}$/,
  method: /^[A-Z]{3,7}$/,
  status: /^[1-5]\d\d$/,
  ms: /^\d{1,9}(\.\d+)?$/,
  code: NAME,
  topic: NAME,
  schedule: NAME,
  count: /^\d{1,9}$/,
  attempts: /^\d{1,4}$/,
  kind: NAME,
  wechatCode: /^-?\d{1,7}$/,
  /** What WeChat's support asks for. */
  rid: /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
  error: /^[A-Za-z]{1,40}$/,
  sqlstate: /^(?=.*\d)[0-9A-Z]{5}$/,
  /** What the system calls it: `ECONNRESET`. */
  system: /^E[A-Z_]{2,30}$/,
  /** Where in a reply something does not fit: names of fields alone. */
  field: /^[a-zA-Z]{1,30}(?:\.[a-zA-Z]{1,30}){0,6}$/,
  constraint: NAME,
  /** File and line, without what the error said. */
  at: /^[\w./:<> ()@[\]|-]{1,600}$/,
} as const satisfies Record<string, RegExp>;

type LogFields = { [field in keyof typeof ALLOWED]?: string | number };

export type Log = (level: Level, msg: string, fields?: LogFields) => void;

/** A sentence of ours: letters alone, so that no digits, no openid and no Chinese fit in. */
const SENTENCE = /^[a-z]{1,20}(?:[ ,:'-]{1,2}[a-z]{1,20}){0,15}$/i;

/** One line of JSON. A field that is not allowed, or does not look as it must, is left out and named under `dropped`. */
export function logLine(now: Date, level: Level, msg: string, fields: LogFields = {}): string {
  const kept: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const form = Object.hasOwn(ALLOWED, field) ? ALLOWED[field as keyof LogFields] : undefined;
    if (form?.test(String(value)) && ['string', 'number'].includes(typeof value)) kept[field] = value;
    else dropped.push(form ? field : 'unknown');
  }
  const sentence = SENTENCE.test(msg) ? msg : 'message withheld';
  return JSON.stringify({
    time: now.toISOString(),
    level,
    msg: sentence,
    ...kept,
    ...(dropped.length ? { dropped } : {}),
  });
}

/** Writes lines to stdout, where Lambda and a terminal both take them. */
export function openLog(
  now: () => Date,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Log {
  return (level, msg, fields) => write(logLine(now(), level, msg, fields));
}

/** What may be said of an unknown error: its kind and where it came from. Its message may hold a row's values. */
export function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, kind, rid } = error as Error & Record<'code' | 'constraint' | 'kind' | 'rid', unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    // `$ZodError` is zod's own name for its errors.
    error: error.name.replace(/[^A-Za-z]/g, ''),
    sqlstate: ALLOWED.sqlstate.test(String(code)) ? text(code) : undefined,
    system: ALLOWED.system.test(String(code)) ? text(code) : undefined,
    field: fieldOf(error),
    constraint: text(constraint),
    wechatCode: typeof code === 'number' ? code : undefined,
    kind: text(kind),
    rid: text(rid),
    at: framesOf(error),
  };
}

/** The first field that zod found fault with; numbers are places in lists. */
function fieldOf(error: Error): string | undefined {
  const { issues } = error as Error & { issues?: { path?: unknown[] }[] };
  const names = (issues?.[0]?.path ?? []).filter((part) => typeof part === 'string');
  return names.join('.') || undefined;
}

/** The four innermost frames, without the lines of the message. */
function framesOf({ stack = '' }: Error): string | undefined {
  const frames = stack.split('\n').filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  const places = frames.slice(0, 4).map((line) =>
    line
      .trim()
      .slice(3)
      .replace(/\S*\/(functions|shared|node_modules)\//, '$1/'),
  );
  return places.join(' | ').slice(0, 600) || undefined;
}
