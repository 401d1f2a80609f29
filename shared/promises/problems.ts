import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  promise_changed: { status: 409, title: '刚才有人动过这件事，请看过再办。' },
  promise_elsewhere: { status: 409, title: '这件事现在不在这一步，请退出来再看一遍。' },
  promise_not_due: { status: 409, title: '还没到答应的日子，到了再去看。' },
  promise_overdue: { status: 409, title: '答应的日子已经过了，不能再要宽限。' },
  promise_day_bad: { status: 409, title: '日子不对，要写今天起、两年以内的一天。' },
  station_unknown: { status: 409, title: '没有这个联络站，请重新选。' },
  extension_asked_before: { status: 409, title: '宽限只能要一次，已经要过了。' },
  extension_not_asked: { status: 409, title: '没有等着答复的宽限。' },
  why_asked_before: { status: 409, title: '已经问过原因了。' },
  asked_again_before: { status: 409, title: '重新报告只能要一次，已经要过了。' },
  opinion_sent_before: { status: 409, title: '给这个部门的意见已经送过了。' },
  receipt_given_before: { status: 409, title: '您已经评过了，评了不能改。' },
  receipt_why: { status: 409, title: '不满意的，请写一句为什么。' },
  report_not_dissatisfied: { status: 409, title: '不满意的没有过半，不能退回。' },
  report_returned_before: { status: 409, title: '已经退回过一次，不能再退。' },
  report_of_no_department: { status: 409, title: '这个部门没有了，不能退回。' },
  report_not_handed_in: { status: 409, title: '报告还没有交。' },
  no_reports_in_year: { status: 409, title: '这一年没有报告。' },
  why_not_asked: { status: 409, title: '没有等着说明的原因。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
