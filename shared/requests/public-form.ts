import { hideKnown, hidePersonal } from '../kernel/personal';

/**
 * What everybody will read of a matter on the notice board: as it was said, without what somebody could be recognised by, as far as that is found. Its
 * author sees it before they agree, and the station begins with it.
 */
export function publicForm({ title, words, name }: { title: string; words: string; name: string | null }) {
  return { title: hidePersonal(title, [name]), words: hidePersonal(words, [name]) };
}

type Agreed = {
  public_title: string | null;
  public_words: string | null;
  public_answer: string | null;
  hidden_words: readonly string[];
};

/** What a station agreed to, without what a clerk hid since: as everybody reads it, and as it is found. */
export function publicOf({ public_title, public_words, public_answer, hidden_words }: Agreed) {
  const [title, words, answer] = [public_title, public_words, public_answer].map(
    (said) => said && hideKnown(said, hidden_words),
  );
  return { title: title || null, words: words || null, answer: answer || null };
}
