import { hidePersonal } from '../../../shared/kernel/personal';
import type { RequestRow } from '../queries/requests';

/** Words of a matter as a department reads them: without what a machine finds of who somebody is, and without what a clerk hid (decision 34). */
export function hideFromDepartment(
  words: string,
  { name, hidden_words: hidden }: Pick<RequestRow, 'name' | 'hidden_words'>,
): string {
  return hidePersonal(words, [name, ...hidden]);
}
