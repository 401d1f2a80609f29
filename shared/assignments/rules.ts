import type { ResultClass } from './values';

/**
 * 正在办、排进了计划: the department says what is done by which day, so that somebody can look (重庆 24, 28: 承诺事项台账). `promises` undefined: a
 * phone of yesterday, which has no field for them; its answer is taken as before.
 */
export function isPromiseMissing(resultClass: ResultClass, promises: readonly unknown[] | undefined): boolean {
  return resultClass === 'B' && promises?.length === 0;
}
