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
  words: string;
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
