import type { Draft } from '../../../../../shared/appraisals/contract';
import { LENGTHS as APPRAISAL, TRIALS } from '../../../../../shared/appraisals/limits';
import { type Length, lengthOf } from '../../../../../shared/kernel/text';
import { canonical, countedQuestions, optionsOf, type Question } from '../../../../../shared/voting/definition';
import { LENGTHS, LIMITS } from '../../../../../shared/voting/limits';
import { addUp } from '../../../../../shared/voting/weighted';

export type DraftQuestion = Question;

/** What a first appraisal begins with; every word of it can be changed. */
export const USUAL_QUESTIONS: readonly Question[] = [
  { kind: 'rating', words: '办事的人，态度怎么样？', options: [] },
  { kind: 'rating', words: '找它办事，快不快？', options: [] },
  { kind: 'rating', words: '您这边的事，解决得怎么样？', options: [] },
  { kind: 'words', words: '想说一句（可不写）', options: [] },
];

/** The parts of a draft that one person writes; two may write two of them at once. */
export const PARTS = [
  'title',
  'closesAt',
  'electorates',
  'asks',
  'threshold',
  'questions',
  'departments',
  'outcome',
  'weights',
  'slipsTwice',
] as const;
export type Part = (typeof PARTS)[number];
export const PART_WORDS: Record<Part, string> = {
  title: '名目',
  closesAt: '关票的日子',
  electorates: '谁来评',
  asks: '每人评几个',
  threshold: '几个人以下不公布',
  questions: '问卷',
  departments: '评哪些部门',
  outcome: '名目怎么定',
  weights: '折算',
  slipsTwice: '纸票录几遍',
};

/** How often a slip is typed; where nobody said it, twice. */
export const saySlipsTwice = ({ slipsTwice = true }: Pick<Draft, 'slipsTwice'>) =>
  slipsTwice ? '纸票录两遍，两个人各录一遍' : '纸票只录一遍';

/** As it is sent: a line that was left empty is none. */
export function tidy(draft: Draft): Draft {
  const departments = draft.departments.map(({ id, about }) => (about?.trim() ? { id, about } : { id }));
  return { ...draft, departments };
}

/** What was never written is as what was taken back; a slip is typed twice where nobody said it. */
const partOf = (draft: Draft, part: Part) => draft[part] ?? (part === 'slipsTwice' ? true : null);
const samePart = (one: Draft, other: Draft, part: Part) =>
  canonical(partOf(one, part)) === canonical(partOf(other, part));

export function isSame(one: Draft, other: Draft): boolean {
  const [a, b] = [tidy(one), tidy(other)];
  return PARTS.every((part) => samePart(a, b, part));
}

/**
 * Somebody else wrote `now` while `mine` grew out of `base`: each part as whoever changed it has it. `both` were changed by both, and there `mine`
 * is left.
 */
export function merge(mine: Draft, base: Draft, now: Draft): { merged: Draft; both: Part[]; theirs: Part[] } {
  const [own, before, theirs] = [tidy(mine), tidy(base), tidy(now)];
  const changed = PARTS.filter((part) => !samePart(before, theirs, part));
  const kept = PARTS.filter((part) => !samePart(own, before, part));
  const merged = { ...mine };
  for (const part of changed) if (!kept.includes(part)) Object.assign(merged, { [part]: now[part] });
  const both = changed.filter((part) => kept.includes(part) && !samePart(own, theirs, part));
  return { merged, both, theirs: changed };
}

const fits = (words: string, [fewest, most]: Length) => {
  const length = lengthOf(words.trim());
  return length >= fewest && length <= most;
};

/** What is wrong with a question, in words; null where nothing is. */
export function questionFault({ kind, words, options }: Question): string | null {
  if (!fits(words, LENGTHS.question)) return '题目写 2 到 40 个字。';
  if (kind !== 'choice') return null;
  if (options.length < 2) return '至少两个答案。';
  if (!options.every((one) => fits(one, LENGTHS.option))) return '每个答案写 1 到 12 个字。';
  return new Set(options.map((one) => one.trim())).size < options.length ? '有两个答案一样。' : null;
}

/** Six steps, of which the sixth is done when it is open. */
export const STEPS = ['name', 'departments', 'people', 'questions', 'trial', 'open'] as const;
export type Step = (typeof STEPS)[number];
export const STEP_WORDS: Record<Step, string> = {
  name: '名目和日子',
  departments: '评哪些部门',
  people: '谁来评',
  questions: '问卷',
  trial: '试投',
  open: '开票',
};

type Trials = { people: number; elder: boolean };

/** Exactly what is missing before it can open, step by step. What `openable` of the server asks for is among it. */
export function missingOf(draft: Draft, trials: Trials, now: number): { step: Step; words: string }[] {
  const missing: { step: Step; words: string }[] = [];
  const want = (step: Step, holds: boolean, words: string) => holds || missing.push({ step, words });
  want('name', fits(draft.title, LENGTHS.title), '名目还没写好');
  want('name', Date.parse(draft.closesAt) > now, '关票的日子要在今天以后');
  want('departments', draft.departments.length > 0, '还没选部门');
  want('departments', draft.departments.length <= LIMITS.subjects, `部门最多 ${LIMITS.subjects} 个`);
  want('departments', draft.departments.every(aboutFits), '有的部门“管什么”写得太长');
  want('people', draft.electorates.length > 0, '还没选谁来评');
  want('people', draft.outcome?.of !== 'roll' || draft.asks === null, '每人只评几个部门，名目就不能按全体算');
  want('people', !weightsFault(draft), '折算还没写好');
  want('questions', countedQuestions(draft).length > 0, '问卷里还没有能选的题');
  draft.questions.forEach((question, at) => {
    const fault = questionFault(question);
    want('questions', !fault, `第 ${at + 1} 条：${fault}`);
  });
  want('trial', trials.people >= TRIALS, `试投还差 ${TRIALS - trials.people} 位`);
  want('trial', trials.elder, '还没有人用长辈版试过');
  return missing;
}

const aboutFits = ({ about }: Draft['departments'][number]) => !about?.trim() || fits(about, APPRAISAL.about);

/** What is wrong with what each side weighs, in words; null where nothing is. */
export function weightsFault({ weights, electorates }: Draft): string | null {
  if (!weights) return null;
  if (electorates.length < 2) return '只请一边来评，没有可折算的。';
  return addUp(weights) ? null : '两边各占多少，都要填 1 到 99，加起来正好 100。';
}

/** Whether the server takes it as it is written: what is missing may follow, what is wrong may not. */
export function unsaveable(draft: Draft): string | null {
  if (!fits(draft.title, LENGTHS.title)) return '名目写 2 到 40 个字，才能存。';
  if (!draft.electorates.length) return '先选谁来评，才能存。';
  if (weightsFault(draft)) return weightsFault(draft);
  if (!draft.departments.every(aboutFits)) return '“管什么”最多 60 个字。';
  const bad = draft.questions.findIndex(
    ({ words, options }) => !fits(words, LENGTHS.question) || !options.every((one) => fits(one, LENGTHS.option)),
  );
  return bad < 0 ? null : `第 ${bad + 1} 条还没写好，写好了才能存。`;
}

/** The answers of a question as they are shown, also where somebody writes. */
export function answersShown(question: Question): readonly string[] {
  return question.kind === 'words' ? ['先审，去掉名字才给部门看'] : optionsOf(question);
}

/** How many departments one person is asked about. */
export function askedCount({ asks, departments }: Pick<Draft, 'asks' | 'departments'>): number {
  return Math.min(asks ?? departments.length, departments.length);
}
