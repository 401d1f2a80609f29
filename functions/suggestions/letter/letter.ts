import type { ResultClass } from '../../../shared/assignments/values';
import type { Day } from '../../../shared/kernel/days';

/** The answer of a department to deputies (答复函), on paper and as a document. */
export type Letter = {
  countyName: string;
  /** `闭会建议 2026-20 号`. */
  called: string;
  title: string;
  /** The lead first. */
  deputies: readonly string[];
  departmentName: string;
  resultClass: ResultClass;
  /** What the county calls that class. */
  className: string;
  words: string;
  /** What those who worked on it with that department said; null: nothing by then. */
  said?: readonly { departmentName: string; words: string | null }[];
  on: Day;
  printedOn: Day;
};

/** Whom it is to, and the sentence before the answer. */
export function beginningOf({ deputies, title }: Letter): { to: string; first: string } {
  return {
    to: `${deputies.map((name) => `${name}代表`).join('、')}：`,
    first: `${deputies.length > 1 ? '各位' : '您'}提的《${title}》收到了，答复如下。`,
  };
}

/** What stands between the beginning and who signs it: the answer, and what those who worked on it said (主办的答复要写明协办的意见). */
export function bodyOf({ words, said = [] }: Letter): string[] {
  const others = said.map(
    (one) => `${one.departmentName}${one.words === null ? '到答复时没有回话。' : `说：${one.words}`}`,
  );
  return [
    ...words.split('\n'),
    ...(others.length ? ['一起办的部门：', ...others.flatMap((one) => one.split('\n'))] : []),
  ];
}
