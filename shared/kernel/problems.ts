/**
 * Every way a call can end badly: a stable code, an HTTP status, and one sentence for the person. `wait`: after how many seconds at most the
 * same call may work.
 */
type Problem = { status: number; title: string; wait?: number };

/**
 * The codes of all contexts. Each declares its own beside its contract (`shared/<context>/problems.ts`) and adds them here
 * (`declare module`), so that a code nobody declared does not compile. These are everybody's.
 */
export interface Problems extends Everybodys {}
export type ProblemCode = keyof Problems;

const table: Record<string, Problem> = {};

/**
 * Makes a context's problems known to `ensure` and to whoever prints them. The server prints them as RFC 9457
 * `application/problem+json`; the mini-program shows the sentence as it is.
 */
export function declareProblems<Table extends Record<string, Problem>>(problems: Table): Table {
  Object.assign(table, problems);
  return problems;
}

const everybodys = declareProblems({
  invalid_input: { status: 400, title: '有的地方填得不对，请看一看再送。' },
  idempotency_key_missing: { status: 400, title: '这次没送成，请再试一次。' },
  wechat_code_bad: { status: 400, title: '微信的确认过期了，请再点一次。' },
  not_signed_in: { status: 401, title: '要先用微信确认您是谁。' },
  session_ended: { status: 401, title: '离开久了，请用微信再确认一次。' },
  not_allowed: { status: 403, title: '这一页只给办这件事的人看。' },
  other_county: { status: 403, title: '这是别的地方的内容，您在这里看不了。' },
  second_factor_needed: { status: 403, title: '这里要多验一次，请在电脑的工作台上输动态码。' },
  phone_needed: { status: 403, title: '第一次送出，要确认一下手机号。' },
  wechat_blocked: { status: 403, title: '微信说这个号暂时不能用，请打电话给联络站。' },
  county_unknown: { status: 404, title: '这里还没有开通连心站。' },
  county_retired: { status: 410, title: '这里的连心站停用了，要说事请打电话给人大。' },
  not_found: { status: 404, title: '没找到，可能已经不在了。' },
  method_not_allowed: { status: 405, title: '没找到，可能已经不在了。' },
  picture_bad: { status: 409, title: '这张图片用不了，请换一张照片。' },
  picture_missing: { status: 409, title: '图片还没传完，请再试一次。' },
  picture_taken: { status: 409, title: '图片已经用过了，请重新选。' },
  picture_decided: { status: 409, title: '这张照片刚才有人定过了，请再看一遍。' },
  file_missing: { status: 409, title: '文件没传上来，请重新选文件。' },
  deputy_ended: { status: 409, title: '这位代表的任期到了，请换一位。' },
  too_large: { status: 413, title: '内容太大了，请少写一点再送。' },
  unsupported_media: { status: 415, title: '这次没送成，请再试一次。' },
  idempotency_key_reused: { status: 422, title: '刚才那次已经送到了。退出来，再进去就看得到。' },
  too_many: { status: 429, title: '点得太快了，请过一分钟再试。', wait: 60 },
  too_many_today: { status: 429, title: '今天做得太多了，请明天再来，着急就打电话给联络站。', wait: 86_400 },
  outdated: { status: 426, title: '连心站更新了，请关掉，再打开一次。' },
  internal: { status: 500, title: '我们这边出了点问题，您写的都还在。' },
  storage_away: { status: 503, title: '放照片和文件的地方没有回应，过一会儿再试。' },
  wechat_away: { status: 503, title: '微信那边没有回应，请过一会儿再试。' },
  database_away: { status: 503, title: '我们这边出了点问题，您写的都还在，过一会儿再试。' },
});
type Everybodys = typeof everybodys;

/** The codes that are known: everybody's, and those of the contexts whose contract was loaded. */
export function knownProblems(): ProblemCode[] {
  return Object.keys(table) as ProblemCode[];
}

/** Status and sentence of a code; those of `internal` for a code this process does not know. */
export function problemOf(code: ProblemCode): Problem {
  return table[code] ?? everybodys.internal;
}

/** One field that was filled in wrongly: where it is in the input (`words`, `templates.0`), and what to do about it. */
export type FieldProblem = { path: string; message: string };

/**
 * The body of a problem reply (RFC 9457). `detail` says what to do this time. `number` is what a person reads out on the telephone; it leads to
 * the log line. `first` is what was replied when the same key came for the first time.
 */
export type ProblemBody = {
  type: string;
  title: string;
  detail: string;
  status: number;
  code: ProblemCode;
  number: string;
  errors?: FieldProblem[];
  first?: unknown;
};

type Said = Partial<Pick<ProblemBody, 'title' | 'status' | 'number' | 'first'>> & { wait?: number };

/** The one error a verb throws and a client catches; anything else is a fault of ours and becomes `internal`. */
export class ProblemError extends Error {
  readonly status: number;
  readonly number: string | undefined;
  /** Seconds after which the same call may work. */
  readonly wait: number | undefined;
  readonly first: unknown;

  /** @param said what a server said of it, which may know more problems than this phone does; or `wait`, where it is known exactly */
  constructor(
    readonly code: ProblemCode,
    readonly errors?: FieldProblem[],
    { title, status, number, wait, first }: Said = {},
  ) {
    const known = problemOf(code);
    super(title ?? known.title);
    this.name = 'ProblemError';
    this.status = status ?? known.status;
    this.number = number;
    this.wait = wait ?? known.wait;
    this.first = first;
  }
}

/** Throws `code` unless `condition` holds. */
export function ensure(condition: unknown, code: ProblemCode): asserts condition {
  if (!condition) throw new ProblemError(code);
}
