import { declareProblems } from '../kernel/problems';

// Apart from the others, which every phone loads with the first screen.
const problems = declareProblems({
  file_changed: { status: 409, title: '名册在这期间变了，请重新检查一遍再导入。' },
  workbook_faulty: { status: 409, title: '表里还有没改好的地方，一行也没有导入。' },
  ending_unconfirmed: { status: 409, title: '这次会让很多在任的任期结束，请写上有几个任期结束，再导入。' },
  nobody_left: { status: 409, title: '这样就没人能管理了，表里要有一位登录过的管理员。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
