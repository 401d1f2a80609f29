import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  invitation_bad: { status: 409, title: '邀请码不对，或者已经用过了。请跟联络站再要一个。' },
  role_taken: { status: 409, title: '这个身份已经有人了，请先收回再给别人。' },
  last_admin: { status: 409, title: '这是最后一位管理员，不能收回。' },
  qr_code_bad: { status: 409, title: '电脑上的码过期了，请刷新电脑上的页面再扫。' },
  qr_by_phone: { status: 403, title: '登录电脑要用手机来确认，在电脑上不能确认别的电脑。' },
  qr_waiting: { status: 409, title: '还在等手机确认。' },
  second_factor_wrong: { status: 409, title: '码不对，看一看手机上现在是哪六位。' },
  second_factor_used: { status: 409, title: '这个码刚用过，等手机上换了下一个再输。' },
  second_factor_locked: { status: 429, title: '连着错了五次，先锁半个钟头。', wait: 1_800 },
  second_factor_there: { status: 409, title: '您已经有动态码了，直接输就行。' },
  second_factor_none: { status: 409, title: '还没有动态码，先开一个。' },
  second_factor_own: { status: 409, title: '自己的不能自己重置，用备用码，或者请同事来。' },
  audit_long: { status: 409, title: '日志太长，在这里对不完。请管机器的人来核对。' },
  too_many_entries: { status: 409, title: '超过一万条。请选一类或者一段时间，分几次导。' },
  erase_changed: { status: 409, title: '刚才又有变化，请再看一遍，再决定。' },
  erase_holds_role: { status: 409, title: '您还有工作身份，先请人大办公室收回，再来删。' },
  too_many_guesses: { status: 429, title: '今天试得太多了，请明天再试，或者打电话给联络站。', wait: 86_400 },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
