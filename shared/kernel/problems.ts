/**
 * Every way a call can end badly: a stable code, an HTTP status, and one sentence for the person.
 * The server prints them as RFC 9457 `application/problem+json`; the mini-program shows the sentence as it is.
 */
export const PROBLEMS = {
  invalid_input: { status: 400, title: '有的地方填得不对，请看一看再送。' },
  idempotency_key_missing: { status: 400, title: '这次没送成，请再试一次。' },
  wechat_code_bad: { status: 400, title: '微信的确认过期了，请再点一次。' },
  not_signed_in: { status: 401, title: '要先用微信确认您是谁。' },
  session_ended: { status: 401, title: '离开久了，请用微信再确认一次。' },
  not_allowed: { status: 403, title: '这一页只给办这件事的人看。' },
  other_county: { status: 403, title: '这是别的县的内容，您在这里看不了。' },
  phone_needed: { status: 403, title: '第一次送出，要确认一下手机号。' },
  wechat_blocked: { status: 403, title: '微信说这个号暂时不能用，请打电话给联络站。' },
  county_unknown: { status: 404, title: '这个县还没有开通连心站。' },
  not_found: { status: 404, title: '没找到，可能已经不在了。' },
  code_unknown: { status: 404, title: '没认出这个码。您可以按村子找代表。' },
  method_not_allowed: { status: 405, title: '没找到，可能已经不在了。' },
  own_matter: { status: 409, title: '不能跟自己说，请换一位代表。' },
  already_taken: { status: 409, title: '这件事已经有代表接了。' },
  already_withdrawn: { status: 409, title: '这件事已经撤回了。' },
  withdrawn_too_late: { status: 409, title: '已经有代表看过，撤不回了。可以补充几句告诉代表。' },
  not_your_deputies: { status: 409, title: '只能转给管这个村的代表。' },
  asked_already: { status: 409, title: '已经在等居民补充了。' },
  slip_taken: { status: 409, title: '这个纸条编号登记过了，请看是不是同一件。' },
  not_to_screen: { status: 409, title: '这件事现在不用审。' },
  not_public: { status: 409, title: '这件事没有公开。' },
  nothing_to_decide: { status: 409, title: '这里没有等您定的。' },
  words_not_checked: { status: 409, title: '内容还在检查，请过几分钟再公开。' },
  words_risky: { status: 409, title: '微信认为这些字不宜公开，请改一改再公开。' },
  picture_bad: { status: 409, title: '这张图片用不了，请换一张照片。' },
  picture_missing: { status: 409, title: '图片还没传完，请再试一次。' },
  picture_taken: { status: 409, title: '图片已经用过了，请重新选。' },
  days_bad: { status: 409, title: '这几天选得不对，请看一看再选。' },
  file_missing: { status: 409, title: '文件没传上来，请重新选文件。' },
  file_changed: { status: 409, title: '名册在这期间变了，请重新检查一遍再导入。' },
  workbook_faulty: { status: 409, title: '表里还有没改好的地方，一行也没有导入。' },
  invitation_bad: { status: 409, title: '邀请码不对，或者已经用过了。请跟联络站再要一个。' },
  role_taken: { status: 409, title: '这个身份已经有人了，请先收回再给别人。' },
  last_admin: { status: 409, title: '这是最后一位管理员，不能收回。' },
  nobody_left: { status: 409, title: '这样就没人能管理了，表里要有一位登录过的管理员。' },
  desk_code_bad: { status: 409, title: '电脑上的码过期了，请刷新电脑上的页面再扫。' },
  desk_waiting: { status: 409, title: '还在等手机确认。' },
  no_boundaries: { status: 404, title: '这里还没有村界图，请按村名找。' },
  deputy_not_yours: { status: 409, title: '这位代表不管您选的村子，请换一位。' },
  said_since: { status: 409, title: '居民刚又说了话，请先看一看。' },
  own_answer: { status: 409, title: '这是您自己回的话，要由别人来定。' },
  term_over: { status: 409, title: '您的任期到了，这件事由接任的代表来办。' },
  deputy_ended: { status: 409, title: '这位代表的任期到了，请换一位。' },
  not_waiting_for_answer: { status: 409, title: '这件事已经回过了，在等居民说。' },
  not_waiting_for_rating: { status: 409, title: '这件事现在还不用您说，等有了答复再说。' },
  answer_changed: { status: 409, title: '又有新的答复了，请看过再说。' },
  request_closed: { status: 409, title: '这件事已经办完，收起来了。' },
  code_withdrawn: { status: 410, title: '这个码不用了。您可以按村子找代表。' },
  code_ended: { status: 410, title: '这位代表的任期到了。您可以按村子找现在的代表。' },
  too_large: { status: 413, title: '内容太大了，请少写一点再送。' },
  unsupported_media: { status: 415, title: '这次没送成，请再试一次。' },
  idempotency_key_reused: { status: 422, title: '这次没送成，请退出来重新写一遍。' },
  too_many_guesses: { status: 429, title: '今天试得太多了，请明天再试，或者打电话给联络站。' },
  too_many: { status: 429, title: '点得太快了，请过一分钟再试。' },
  internal: { status: 500, title: '我们这边出了点问题，您写的都还在。' },
  storage_away: { status: 503, title: '放照片和文件的地方没有回应，过一会儿再试。' },
  wechat_away: { status: 503, title: '微信那边没有回应，请过一会儿再试。' },
  database_away: { status: 503, title: '我们这边出了点问题，您写的都还在，过一会儿再试。' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that was filled in wrongly: where it is in the input (`words`, `templates.0`), and what to do about it. */
export type FieldProblem = { path: string; message: string };

/** The body of a problem reply (RFC 9457). `number` is what a person reads out on the telephone; it leads to the log line. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  number: string;
  errors?: FieldProblem[];
};

/** The one error a verb throws and a client catches; anything else is a fault of ours and becomes `internal`. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors?: FieldProblem[],
    readonly number?: string,
  ) {
    super(PROBLEMS[code].title);
    this.name = 'ProblemError';
  }
}

/** Throws `code` unless `condition` holds. */
export function ensure(condition: unknown, code: ProblemCode): asserts condition {
  if (!condition) throw new ProblemError(code);
}

/** Prints a problem for the wire. */
export function problemBody(code: ProblemCode, number: string, errors?: FieldProblem[]): ProblemBody {
  const { status, title } = PROBLEMS[code];
  return { type: `/problems/${code}`, title, status, code, number, ...(errors?.length ? { errors } : {}) };
}
