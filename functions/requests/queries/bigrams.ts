// Chinese characters in a row, or letters and digits in a row that are none.
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const MOST = 2_500; // A request has at most 2,100 characters; a lexeme list stays far below a tsvector's megabyte.

/** One form for one word: full-width, upper case and how a character is drawn make no difference. `search.ts` does the same to what is stored. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{VS}/gu, '')
    .toLowerCase();
}

function runsOf(text: string): string[] {
  return searchForm(text).match(RUN) ?? [];
}

/**
 * What a text can be found by: every pair of neighbouring Chinese characters and the last one of a run alone, and words of letters and
 * digits whole. PostgreSQL's trigrams need three characters; most Chinese words have two.
 */
export function bigramsOf(text: string): string[] {
  const bigrams = runsOf(text).flatMap((run) => (isHan(run) ? pairsOf(run, true) : [run.slice(0, 40)]));
  return [...new Set(bigrams)].slice(0, MOST);
}

/**
 * The tsquery for words: all of their pairs; a single character finds every pair it begins, a word of letters its beginning.
 * Null when there is nothing to look for. What it finds still has to contain the words in a row.
 */
export function bigramQuery(words: string): string | null {
  const terms = runsOf(words).flatMap((run) => {
    if (!isHan(run)) return [`${quoted(run.slice(0, 40))}:*`];
    const letters = [...run];
    return letters.length === 1 ? [`${quoted(run)}:*`] : pairsOf(run, false).map(quoted);
  });
  return terms.length ? [...new Set(terms)].join(' & ') : null;
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

function pairsOf(run: string, withLast: boolean): string[] {
  const letters = [...run];
  const pairs = letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
  return withLast ? [...pairs, letters[letters.length - 1] ?? ''] : pairs;
}

function quoted(term: string): string {
  return `'${term.replace(/['\\]/g, '')}'`;
}
