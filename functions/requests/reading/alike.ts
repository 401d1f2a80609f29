import { bigramsOf, searchForm } from '../queries/bigrams';

/** Characters that stand in every other sentence: a pair with one of them says nothing of what it is about. */
const EVERYWHERE =
  /[的了是我你您他她它们这那哪有没不无在就都也还又很太和与跟给把被让到去来个一二两三几些什么怎啊呢吗吧呀请想说能会要再只着过得地等从对为以因所但如果真好多少上下里外年月日天]/u;
const TWO = /^.{2}$/su;

/** What tells what a text is about: its pairs of neighbouring characters, without those that stand everywhere, and without those of `names` (its village's). */
export function tellingPairs(words: string, names: readonly string[] = []): string[] {
  const known = new Set(names.flatMap((name) => bigramsOf(searchForm(name))));
  return bigramsOf(searchForm(words)).filter((pair) => TWO.test(pair) && !EVERYWHERE.test(pair) && !known.has(pair));
}

/** A matter that has some of the pairs: `near` is 0 where it is nearest, and `kind` whether it is of the same kind. */
export type Candidate = { id: string; shared: readonly string[]; near: number; kind: boolean };

/** A pair that so many of those looked at have tells nothing of any of them. */
const COMMON = 0.25;
const FEW = 8;

/**
 * The most alike, the nearest first; of one place what shares the rarer pairs. Of another kind two pairs have to be the same, since one is a chance.
 * @param looked how many were looked at
 */
export function mostAlike<C extends Candidate>(candidates: readonly C[], looked: number, most: number): C[] {
  const have = new Map<string, number>();
  for (const { shared } of candidates) for (const pair of shared) have.set(pair, (have.get(pair) ?? 0) + 1);
  const tells = (pair: string) => (have.get(pair) ?? 0) <= Math.max(FEW, looked * COMMON);
  const weight = (pair: string) => Math.log(1 + looked / (have.get(pair) ?? 1));
  return candidates
    .map((one) => ({ one, pairs: one.shared.filter(tells) }))
    .filter(({ one, pairs }) => pairs.length >= (one.kind ? 1 : 2))
    .map(({ one, pairs }) => ({ one, score: pairs.reduce((sum, pair) => sum + weight(pair), one.kind ? 1 : 0) }))
    .sort((a, b) => a.one.near - b.one.near || b.score - a.score || (a.one.id < b.one.id ? 1 : -1))
    .slice(0, most)
    .map(({ one }) => one);
}

/** The words two texts share, as they stand in the first: pairs that follow each other are one word. The longest first. */
export function sharedWords(form: string, shared: readonly string[], most: number): string[] {
  const letters = [...form];
  const runs: string[] = [];
  let run = '';
  for (let at = 0; at < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1] ?? ''}`;
    if (shared.includes(pair)) run += run ? letters[at + 1] : pair;
    else if (run) {
      runs.push(run);
      run = '';
    }
  }
  return [...new Set(runs)].sort((a, b) => b.length - a.length).slice(0, most);
}
