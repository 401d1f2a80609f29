import { declareProblems } from '../kernel/problems';

// Apart from the others, which every phone loads with the first screen.
const problems = declareProblems({
  file_changed: { status: 409, title: '名册在这期间变了，请重新检查一遍再导入。' },
  workbook_faulty: { status: 409, title: '表里还有没改好的地方，一行也没有导入。' },
  ending_unconfirmed: { status: 409, title: '这次会让很多在任的任期结束，请写上有几个任期结束，再导入。' },
  setting_waits: { status: 409, title: '这一条已经有人提了，等点过了再提。' },
  setting_same: { status: 409, title: '和现在的一样，不用改。' },
  setting_own: { status: 409, title: '自己提的，要请另一个人点。' },
  setting_anothers: { status: 409, title: '不是您提的，您可以同意，也可以不同意。' },
  setting_decided: { status: 409, title: '已经有人点过了，请看一看现在的。' },
  setting_outside: { status: 409, title: '这个数现在不许用了，请退回去重新提。' },
  nobody_left: { status: 409, title: '这样就没人能管理了，表里要有一位登录过的管理员。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
