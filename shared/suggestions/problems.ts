import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  suggestion_changed: { status: 409, title: '刚才有人动过这件建议，请看过再办。' },
  suggestion_elsewhere: { status: 409, title: '这件建议现在不在这一步，请退出来再看一遍。' },
  not_county_deputy: { status: 409, title: '写建议、联名的，要是现任的本级人大代表。' },
  suggestion_words_changed: { status: 409, title: '文字刚才改过，请看过再签。' },
  signed_before: { status: 409, title: '您已经签过了。' },
  not_signed_before: { status: 409, title: '您还没有签。' },
  request_not_theirs: { status: 409, title: '有一件居民的事不在您手里，请重新选。' },
  not_disclosed_why: { status: 409, title: '只登题目，要写一句为什么。' },
  suggestion_department_unknown: { status: 409, title: '没有这个部门，请重新选。' },
  extended_before: { status: 409, title: '延长只能一次，已经延过了。' },
  extension_too_far: { status: 409, title: '日子不对，要比现在的晚，最晚不过交办后六个月。' },
  contact_day_bad: { status: 409, title: '日子不对，要写交办以后、今天以前的一天。' },
  contact_gone: { status: 409, title: '这一条已经说过了，请再看一遍。' },
  urged_today: { status: 409, title: '今天催过了，明天再催。' },
  complex_before: { status: 409, title: '交办时定了六个月，不能再延长。' },
  complex_at_first: { status: 409, title: '办多久，第一次交办时就定了，要加只能延长。' },
  handled_with_other: { status: 409, title: '这件跟别的合在一起办，请在主的那件上办，或者先拆开。' },
  together_before: { status: 409, title: '已经合在一起了。' },
  too_many_together: { status: 409, title: '一次最多合十件。' },
  watcher_unknown: { status: 409, title: '没有这个委员会，请重新选。' },
  cosigners_first: { status: 409, title: '联名的代表还没都说，等一等，或者过了日子再评。' },
  dissatisfied_why: { status: 409, title: '不满意，要写一句为什么。' },
  marked_before: { status: 409, title: '已经是这样了。' },
  not_answered_yet: { status: 409, title: '还没有答复，打印不了。' },
  no_suggestions_in_year: { status: 409, title: '这一年没有交来的建议。' },
  meeting_day_bad: { status: 409, title: '日子不对，要写今天以前的一天。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
