import { hidePersonal } from '../kernel/personal';

/**
 * What everybody will read of a matter on the notice board: as it was said, without what somebody could be recognised by, as far as that is found. Its
 * author sees it before they agree, and the station begins with it.
 */
export function publicForm({ title, words, name }: { title: string; words: string; name: string | null }) {
  return { title: hidePersonal(title, [name]), words: hidePersonal(words, [name]) };
}
