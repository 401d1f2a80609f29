import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  code_unknown: { status: 404, title: '没认出这个码。您可以按村子找代表。' },
  days_bad: { status: 409, title: '这几天选得不对，请看一看再选。' },
  file_changed: { status: 409, title: '名册在这期间变了，请重新检查一遍再导入。' },
  workbook_faulty: { status: 409, title: '表里还有没改好的地方，一行也没有导入。' },
  ending_unconfirmed: { status: 409, title: '这次会让很多在任的任期结束，请写上有几个任期结束，再导入。' },
  nobody_left: { status: 409, title: '这样就没人能管理了，表里要有一位登录过的管理员。' },
  no_boundaries: { status: 404, title: '这里还没有村界图，请按村名找。' },
  code_withdrawn: { status: 410, title: '这个码不用了。您可以按村子找代表。' },
  code_ended: { status: 410, title: '这位代表的任期到了。您可以按村子找现在的代表。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
