import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  own_assignment: { status: 409, title: '这件事是您自己说的，或者您替人登记的，请同事来办。' },
  assignment_changed: { status: 409, title: '刚才有人动过这件事，请看过再办。' },
  assignment_elsewhere: { status: 409, title: '这件事现在不在这一步，请退出来再看一遍。' },
  return_final: { status: 409, title: '这件事由人大办公室定了您这里办，不能再退。' },
  return_too_late: { status: 409, title: '能退的日子过了，请接着办。' },
  contact_before_answer: { status: 409, title: '答复以前，要先跟提的人说上话，记下来。' },
  pictures_not_taken: { status: 409, title: '这一件不收照片，请写在话里。' },
  assignment_waits: { status: 409, title: '还有一件在等回话，请等一等。' },
  questions_used: { status: 409, title: '已经问过两次了，请按看到的先办。' },
  extension_used: { status: 409, title: '已经要过一次宽限了，不能再要。' },
  extension_late: { status: 409, title: '日子过了，不能再要宽限，请先答复。' },
  extension_day: { status: 409, title: '这一天不行，请换一天。' },
  promise_needed: { status: 409, title: '正在办的，要写哪天前做到什么。' },
  parts_missing: { status: 409, title: '还有部门没办完自己那一份，请等一等，或者不请它办了。' },
  parts_full: { status: 409, title: '最多请四家一起办。' },
  part_of_lead: { status: 409, title: '主办不用再请一遍，请选别的部门。' },
  part_twice: { status: 409, title: '这家已经在一起办了，请换一家。' },
  part_department_unknown: { status: 409, title: '没有这个部门，或者已经撤了，请换一家。' },
  part_given: { status: 409, title: '这家已经给了意见，答复里要写上。' },
  part_changed: { status: 409, title: '刚才有人动过这一份，请看过再办。' },
  part_elsewhere: { status: 409, title: '这一份现在不在这一步，请退出来再看一遍。' },
  nobody_else: { status: 409, title: '别的人都不能接，请先跟人大办公室说。' },
  own_recusal: { status: 409, title: '是您自己说要回避的，请另一位同事来定。' },
  phrases_full: { status: 409, title: '常用的话存满了，先去掉一句。' },
  return_after_accepting: { status: 409, title: '已经收下了，不能再退，请接着办。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
