import { declareProblems } from '../kernel/problems';
import { SHUT_OUT_WORDS } from './shut-out';

const problems = declareProblems({
  campaign_frozen: { status: 409, title: '已经开票了，问卷和名册不能再改。' },
  campaign_changed: { status: 409, title: '刚才有人改过，请看过再改。' },
  campaign_unfinished: { status: 409, title: '还没准备好，题目、选项、部门和截止时间要齐。' },
  outcome_unknown: { status: 409, title: '每人只评几个部门，就不能按全体算名目。请改一样。' },
  campaign_untried: { status: 409, title: '要三个人各试过一遍，其中一位用长辈版。' },
  second_person_needed: { status: 409, title: '开票要两个人，第一位点过了，请另一位再点。' },
  close_past: { status: 409, title: '新的关票时间要在以后，也要和现在的不一样。' },
  second_for_close: { status: 409, title: '改关票时间要两个人。提的人不能自己定，请另一位来定。' },
  close_withdrawn: { status: 409, title: '这次改期撤回了，关票时间照旧。' },
  campaign_not_open: { status: 409, title: '这次评议还没开始，或者已经停了。' },
  campaign_not_published: { status: 409, title: '评议结果还没公布，公布了才能办这一步。' },
  nothing_promised: { status: 409, title: '还没有部门答应改什么，没有可以再问的。' },
  department_unknown: { status: 409, title: '有的部门不在名册上，请重新选。' },
  weights_not_100: { status: 409, title: '居民和代表各占多少，要填整数，加起来正好 100。' },
  weights_one_side: { status: 409, title: '只请一边来评，没有可折算的。请两边都请，或者不折算。' },
  report_changed: { status: 409, title: '刚才有人改过这份报告，请看过再存。' },
  words_not_released: { status: 409, title: '选的话没有放行，或者不是这个站的，请重新选。' },
  under_age: { status: 403, title: SHUT_OUT_WORDS.under_age },
  not_of_county: { status: 403, title: SHUT_OUT_WORDS.not_of_county },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
