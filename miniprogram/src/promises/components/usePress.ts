import type { Day } from '../../../../shared/kernel/days';
import { askExtension, askWhy, decideExtension, explain, look, reopen } from '../../../../shared/promises/contract';
import type { Worked } from '../../../../shared/promises/shown';
import { useAct } from '../../platform/act';
import { type PromiseAct, REFRESHES } from './acts';

type Written = { words: string; day: Day | null };

/** 做好了 has a form of its own (`DoneForm`). */
export type FormAct = Exclude<PromiseAct, 'done'>;

/** What one button of a promise sends. */
export function usePress({ id, version }: Worked, act: FormAct) {
  const extend = useAct(askExtension, REFRESHES);
  const decide = useAct(decideExtension, REFRESHES);
  const seen = useAct(look, REFRESHES);
  const ask = useAct(askWhy, REFRESHES);
  const say = useAct(explain, REFRESHES);
  const again = useAct(reopen, REFRESHES);
  const step = { id, version };
  const sends = {
    extend: ({ words, day }: Written, then: () => void) =>
      extend.send({ ...step, reason: words, dueOn: day ?? '' }, then),
    explain: ({ words }: Written, then: () => void) => say.send({ ...step, words }, then),
    grant: ({ words }: Written, then: () => void) =>
      decide.send({ ...step, granted: true, ...(words ? { reason: words } : {}) }, then),
    refuse: ({ words }: Written, then: () => void) =>
      decide.send({ ...step, granted: false, ...(words ? { reason: words } : {}) }, then),
    seen_done: ({ words }: Written, then: () => void) => seen.send({ ...step, words, done: true }, then),
    seen_not_done: ({ words }: Written, then: () => void) => seen.send({ ...step, words, done: false }, then),
    ask_why: ({ words }: Written, then: () => void) => ask.send({ ...step, words }, then),
    reopen: ({ words, day }: Written, then: () => void) =>
      again.send({ ...step, reason: words, dueOn: day ?? '' }, then),
  } satisfies Record<FormAct, (written: Written, then: () => void) => Promise<void>>;
  const all = [extend, decide, seen, ask, say, again];
  return {
    press: sends[act],
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
  };
}
