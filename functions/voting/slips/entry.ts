import { createHmac, type KeyObject } from 'node:crypto';
import { BLANK, type Sheet } from '../../../shared/voting/ballot';
import { canonical, type Subject } from '../../../shared/voting/definition';
import { LIMITS } from '../../../shared/voting/limits';
import { type Serial, spellSerial } from '../../../shared/voting/slips/slip';
import type { SlipEntry } from '../queries-slips';
import { openBallot, sealText } from '../seal';

const MARK_BYTES = 16;

/** Blanks and signs between words are no difference: two people never set them alike. */
const bare = ({ words = '', ...sheet }: Sheet) => ({
  ...sheet,
  words: words.normalize('NFKC').replace(/[\s\p{P}]/gu, ''),
});

/** What was typed, shut like a ballot. Two passes that say the same have the same mark, which says no more than that. */
export function sealEntry(
  seal: KeyObject,
  serial: Serial,
  sheets: readonly Sheet[],
): Pick<SlipEntry, 'mark' | 'sealed'> {
  const name = spellSerial(serial);
  const macOf = (kind: string, of: unknown) =>
    createHmac('sha256', seal).update(`${kind}/${name}/`).update(canonical(of)).digest().subarray(0, MARK_BYTES);
  const id = macOf('entry', sheets).toString('hex');
  const sealed = sealText(seal, canonical({ sheets }), { id, voter: Buffer.from(name) });
  return { mark: macOf('mark', sheets.map(bare)), sealed };
}

export function openEntry(seal: KeyObject, serial: Serial, { sealed }: Pick<SlipEntry, 'sealed'>): Sheet[] {
  return JSON.parse(openBallot(seal, sealed, Buffer.from(spellSerial(serial)))).sheets;
}

/**
 * Whether two passes are not of one slip, as far as anybody can tell: they differ in more places than the limit, or in more than half of what
 * either has. Who types what they please would be told the rest; against a blank one it is all of it.
 */
export function areApart(passes: readonly (readonly Sheet[])[], differing: number): boolean {
  const filled = passes.map((sheets) => sheets.flatMap(({ answers, words }) => [...answers, words ? '1' : BLANK]));
  const [first = [], second = []] = filled;
  const either = first.filter((answer, at) => answer !== BLANK || (second[at] ?? BLANK) !== BLANK).length;
  return differing > Math.min(LIMITS.differing, Math.floor(either / 2));
}

export type Difference = { subject: string; question: number; first: string; second: string };

/** Every answer, and last the words, in which two passes differ. */
export function differencesOf(
  asked: readonly Subject[],
  first: readonly Sheet[],
  second: readonly Sheet[],
): Difference[] {
  const of = (sheets: readonly Sheet[], id: string) => sheets.find(({ subject }) => subject === id);
  return asked.flatMap(({ id }) => {
    const [one, other] = [of(first, id), of(second, id)];
    const width = Math.max(one?.answers.length ?? 0, other?.answers.length ?? 0);
    const answers = Array.from({ length: width }, (_, question) => ({
      subject: id,
      question,
      first: one?.answers[question] ?? BLANK,
      second: other?.answers[question] ?? BLANK,
    }));
    const words = { subject: id, question: -1, first: one?.words ?? '', second: other?.words ?? '' };
    const plain = (text: string) => bare({ subject: id, answers: '', words: text }).words;
    return [
      ...answers.filter((cell) => cell.first !== cell.second),
      ...(plain(words.first) === plain(words.second) ? [] : [words]),
    ];
  });
}
