import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  own_matter: { status: 409, title: '不能跟自己说，请换一位代表。' },
  already_taken: { status: 409, title: '这件事已经有代表接了。' },
  withdrawn_too_late: { status: 409, title: '已经有代表看过，撤不回了。可以补充几句告诉代表。' },
  not_your_deputies: { status: 409, title: '只能转给管这个村的代表。' },
  asked_already: { status: 409, title: '已经在等居民补充了。' },
  slip_taken: { status: 409, title: '这个纸条编号登记过了，请看是不是同一件。' },
  no_phone: { status: 409, title: '没有留电话，或者本人删掉了自己的资料。' },
  words_not_there: { status: 409, title: '这件事里没有这几个字，请重新选。' },
  contact_confirmed: { status: 409, title: '本人已经确认过了，登记的电话不用再改。' },
  not_to_moderate: { status: 409, title: '这件事现在不用审。' },
  board_read_only: { status: 409, title: '公开栏现在只给看，先不登新的，也先不收举报。' },
  nothing_on_board: { status: 409, title: '这里还没有登出来的事，没有可以打印的。' },
  already_reported: { status: 409, title: '您举报过这一件了，联络站看了会告诉您。' },
  report_own: { status: 409, title: '这是您自己说的事，不想登了，到我的事里点不让大家看了。' },
  own_report: { status: 409, title: '这一件有您自己的举报，要由别人来定。' },
  reports_answered: { status: 409, title: '这些举报刚才有人答复过了。' },
  not_public: { status: 409, title: '这件事没有公开。' },
  nothing_to_review: { status: 409, title: '这里没有等您定的。' },
  words_not_checked: { status: 409, title: '内容还在检查，请过几分钟再公开。' },
  words_risky: { status: 409, title: '微信认为这些字不宜公开，请改一改再公开。' },
  deputy_not_yours: { status: 409, title: '这位代表不管您选的村子，请换一位。' },
  given_away: { status: 409, title: '这件事转给别的代表了，不用您回了。' },
  moved_since: { status: 409, title: '刚才有人动过这件事，请看过再办。' },
  decided_since: { status: 409, title: '刚才有人定过了，请看过再定。' },
  said_since: { status: 409, title: '居民刚又说了话，请先看一看。' },
  own_answer: { status: 409, title: '这是您自己回的话，要由别人来定。' },
  term_over: { status: 409, title: '您的任期到了，这件事由接任的代表来办。' },
  not_waiting_for_answer: { status: 409, title: '这件事已经回过了，在等居民说。' },
  not_with_deputy: { status: 409, title: '这件事交给站里转部门了，现在不用代表来回。' },
  office_decides: { status: 409, title: '两家都退回来过，由人大办公室定一家来办。' },
  no_such_department: { status: 409, title: '没有这个部门，请重新选。' },
  not_waiting_for_rating: { status: 409, title: '这件事现在还不用您说，等有了答复再说。' },
  answer_changed: { status: 409, title: '又有新的答复了，请看过再说。' },
  request_closed: { status: 409, title: '这件事已经收起来了。' },
  too_many_rows: { status: 409, title: '超过一万行。请选一段时间，或者一个站，分几次导。' },
  nothing_asked: { status: 409, title: '这里没有等您定的，请看过再办。' },
  not_now: { status: 409, title: '现在还不能这样办，请看看走到哪一步了。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
