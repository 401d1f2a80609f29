import { useSyncExternalStore } from 'react';
import { take } from '../../../../shared/appraisals/contract';
import type { Reply } from '../../../../shared/kernel/procedure';
import type { Sheet } from '../../../../shared/voting/ballot';
import { countedQuestions, type Question } from '../../../../shared/voting/definition';
import { call } from '../../platform/call';
import { formOf, keepForm, nameOf, watchForms } from '../../platform/forms';

export type Taken = Reply<typeof take>;
/** What was pressed for one department: the number of the answer to each counted question, 0 for none. */
export type Answers = { numbers: readonly number[]; words: string };

/** A ballot as it is filled in. It is on the phone with each press; `at`: which department was on the screen, their number once all were. */
export type Ballot = {
  taken: Taken | null;
  village: string | undefined;
  at: number;
  answers: Record<string, Answers>;
};
const BLANK: Ballot = { taken: null, village: undefined, at: 0, answers: {} };

const nameOfBallot = (id: string) => nameOf(`ballot.${id}`);

/** As it is now, for whoever is signed in on this phone. */
export function ballotOf(id: string): Ballot {
  return formOf(nameOfBallot(id), BLANK).value;
}

export function keepBallot(id: string, part: Partial<Ballot>): void {
  const name = nameOfBallot(id);
  const form = formOf(name, BLANK);
  keepForm(name, { ...form, value: { ...form.value, ...part } });
}

/** The same for a screen. */
export function useBallot(id: string): Ballot {
  return useSyncExternalStore(watchForms, () => ballotOf(id));
}

/** Has a ballot given out. Taken again it is the same one, with a pass and a revision of now. */
export async function takeBallot(id: string, village: string | undefined): Promise<void> {
  const taken = await call(take, { id, village, adult: true });
  keepBallot(id, { taken, village });
}

const none = (questions: readonly Question[]): Answers => ({ numbers: questions.map(() => 0), words: '' });

export function answersOf({ taken, answers }: Ballot, subject: string): Answers {
  return answers[subject] ?? none(countedQuestions({ questions: taken?.questions ?? [] }));
}

/** As it goes into the box; departments nobody said anything of are left out. */
export function sheetsOf({ answers }: Ballot): Sheet[] {
  return Object.entries(answers)
    .filter(([, one]) => isAnswered(one))
    .map(([subject, { numbers, words }]) => ({
      subject,
      answers: numbers.join(''),
      ...(words.trim() ? { words: words.trim() } : {}),
    }));
}

export function isAnswered({ numbers, words }: Answers): boolean {
  return numbers.some((number) => number > 0) || words.trim() !== '';
}
