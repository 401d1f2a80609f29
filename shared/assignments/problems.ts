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
  return_after_accepting: { status: 409, title: '已经收下了，不能再退，请接着办。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
