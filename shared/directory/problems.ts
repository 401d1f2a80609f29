import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  code_unknown: { status: 404, title: '没认出这个码。您可以按村子找代表。' },
  days_bad: { status: 409, title: '这几天选得不对，请看一看再选。' },
  no_boundaries: { status: 404, title: '这里还没有村界图，请按村名找。' },
  code_withdrawn: { status: 410, title: '这个码不用了。您可以按村子找代表。' },
  code_ended: { status: 410, title: '这位代表的任期到了。您可以按村子找现在的代表。' },
});
type Own = typeof problems;

declare module '../kernel/problems' {
  interface Problems extends Own {}
}
