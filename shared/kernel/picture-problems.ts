import { declareProblems } from './problems';

/** Of photos that a person decides on (人工复核), wherever they were put. */
const problems = declareProblems({
  picture_decided: { status: 409, title: '这张照片刚才有人定过了，请再看一遍。' },
});
type Own = typeof problems;

declare module './problems' {
  interface Problems extends Own {}
}
