import { hidePersonal } from '../../../shared/kernel/personal';
import type { Known } from '../queries/known';

/**
 * Words of a matter as a department reads them: without what a machine finds of who somebody is, and without what a clerk hid (decision 34), whoever wrote
 * them but that department itself.
 * @param matters the one they belong to, and those that were handled with it: an answer to all may name any of them
 */
export function hideFromDepartment(words: string, ...matters: readonly Known[]): string {
  return hidePersonal(words, knownOf(matters));
}

/** As words to be hidden wherever they stand. */
export function knownOf(matters: readonly Known[]): string[] {
  return matters.flatMap(({ name, hidden_words }) => [...(name === null ? [] : [name]), ...hidden_words]);
}
