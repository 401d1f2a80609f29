/** `label` says of what kind: 100 nothing, 20001 politics, … `review` is for a person to look at; it is never a reason to drop words. */
export type TextVerdict = { suggest: 'pass' | 'review' | 'risky'; label: number; traceId: string };

const LONGEST = 2_500;
const OVERLAP = 50; // so that a word on the seam is seen whole by one of the two pieces
const SEVERITY = { pass: 0, review: 1, risky: 2 };

/** Cuts a text into pieces WeChat takes; blank text has none. */
export function textPieces(content: string): string[] {
  const pieces: string[] = [];
  for (let rest = content.trim(); rest; ) {
    const piece = rest.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
    pieces.push(piece);
    rest = piece.length < rest.length ? rest.slice(piece.length - OVERLAP).replace(/^[\udc00-\udfff]/, '') : '';
  }
  return pieces;
}

/** Asks one piece after the other until one is risky; the worst verdict counts. */
export async function worstOf(pieces: string[], check: (piece: string) => Promise<TextVerdict>): Promise<TextVerdict> {
  let worst: TextVerdict = { suggest: 'pass', label: 100, traceId: '' };
  for (const piece of pieces) {
    const verdict = await check(piece);
    if (!worst.traceId || SEVERITY[verdict.suggest] > SEVERITY[worst.suggest]) worst = verdict;
    if (worst.suggest === 'risky') break;
  }
  return worst;
}
