/** Letters and digits of any script, and the marks that belong to them. What stands between them makes no difference. */
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu;
const MOST = 2_500; // A request has at most 2,100 characters; a lexeme list stays far below a tsvector's megabyte.

/**
 * The one form of a text, for what is stored and for what is asked: full-width, upper case, how a character is drawn, gaps and signs make no
 * difference, so that 5号 finds “5 号”.
 */
export function searchForm(text: string): string {
  return plain(text).replace(BETWEEN, '');
}

/** The words of a question, each in the form; a text has to contain all of them. */
export function searchTerms(words: string): string[] {
  return [...new Set(plain(words).split(BETWEEN).filter(Boolean))];
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{VS}/gu, '')
    .toLowerCase();
}

/**
 * What a text can be found by: every pair of neighbouring characters of its form, and the last one alone. PostgreSQL's trigrams need three
 * characters; most Chinese words have two.
 */
export function bigramsOf(form: string): string[] {
  return pairsOf(form, true).slice(0, MOST);
}

/**
 * The tsquery for the words of a question: all of their pairs; a single character finds every pair it begins. Null when there is nothing to
 * look for. What it finds still has to contain the words in a row.
 */
export function bigramQuery(terms: readonly string[]): string | null {
  const wanted = terms.flatMap((term) => {
    const isAlone = [...term].length === 1;
    return isAlone ? [`'${term}':*`] : pairsOf(term, false).map((pair) => `'${pair}'`);
  });
  return wanted.length ? [...new Set(wanted)].join(' & ') : null;
}

function pairsOf(form: string, withLast: boolean): string[] {
  const letters = [...form];
  const pairs = letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
  const last = letters.slice(withLast ? -1 : letters.length);
  return [...new Set([...pairs, ...last])];
}
