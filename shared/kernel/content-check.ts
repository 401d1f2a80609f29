import { following, type Transitions } from '../kernel/lifecycle';

/** What WeChat says of words or of a picture (内容安全): `review` when a person has to look, `risky` when it thinks them bad. */
export type Verdict = 'pass' | 'review' | 'risky';

/** What a person at the station decides where WeChat is not sure (人工复核). */
export const DECISIONS = ['approved', 'withheld'] as const;
export type Decision = (typeof DECISIONS)[number];

export type WordsCheck = 'pending' | Verdict | Decision;
/** `off_board`: passed or approved, and left off the notice board by a person. */
export type PictureCheck = 'sending' | 'checking' | 'passed' | 'review' | 'risky' | 'off_board' | Decision;

/** A request's words. What waits for a person stays so: new words (`said`) can only make it worse. */
export const WORDS_CHECK: Transitions<WordsCheck, 'said' | Verdict | Decision> = {
  said: { pass: 'pending', approved: 'pending' },
  pass: { pending: 'pass', approved: 'pass' },
  // Doubtful words after something was withheld ask for a person again: otherwise they would be approved with the rest, unseen.
  review: { pending: 'review', pass: 'review', approved: 'review', withheld: 'review' },
  risky: { pending: 'risky', pass: 'risky', approved: 'risky', withheld: 'risky', review: 'risky' },
  approved: { review: 'approved', risky: 'approved', withheld: 'approved' },
  withheld: { review: 'withheld', risky: 'withheld' },
};

/** One picture. A later verdict can only make it worse, and nothing changes what a person decided but a person. */
export const PICTURE_CHECK: Transitions<PictureCheck, 'kept' | Verdict | Decision | 'left_off' | 'let_on'> = {
  kept: { sending: 'checking' },
  pass: { checking: 'passed' },
  review: { checking: 'review', passed: 'review' },
  risky: { checking: 'risky', passed: 'risky', review: 'risky' },
  approved: { review: 'approved', risky: 'approved', withheld: 'approved' },
  withheld: { review: 'withheld', risky: 'withheld' },
  left_off: { passed: 'off_board', approved: 'off_board' },
  let_on: { off_board: 'approved' },
};

/** Everybody may see it who may see the request. */
export function isPassed(check: WordsCheck | PictureCheck): boolean {
  return check === 'pass' || isForBoard(check) || isOffBoard(check);
}

/** A picture that stands on the notice board with its request. */
export function isForBoard(check: WordsCheck | PictureCheck): boolean {
  return check === 'passed' || check === 'approved';
}

/** A picture that who may see the request sees, and the notice board does not show. */
export function isOffBoard(check: WordsCheck | PictureCheck): boolean {
  return check === 'off_board';
}

/** Waits for a person (人工复核). */
export function isDoubted(check: WordsCheck | PictureCheck): check is 'review' | 'risky' {
  return check === 'review' || check === 'risky';
}

/** Waits for a person, or was withheld by one, who may decide otherwise. */
export function isForPerson(check: WordsCheck | PictureCheck): check is 'review' | 'risky' | 'withheld' {
  return isDoubted(check) || isWithheld(check);
}

/** Its bytes have not come yet. */
export function isSending(check: PictureCheck): boolean {
  return following(PICTURE_CHECK, 'kept', check) !== check;
}

/** WeChat has not said anything of it yet. */
export function isChecking(check: PictureCheck): boolean {
  return check === 'checking';
}

/** A person decided that only the station sees it. */
export function isWithheld(check: WordsCheck | PictureCheck): check is 'withheld' {
  return check === 'withheld';
}
