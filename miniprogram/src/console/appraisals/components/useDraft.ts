import { useEffect, useRef } from 'react';
import { type Draft, edit, type preparation } from '../../../../../shared/appraisals/contract';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useForm } from '../../../platform/useForm';
import { toast } from '../../ui/Toast';
import { isSame, merge, PART_WORDS, type Part, tidy, unsaveable } from './draft';

export type Prepared = Reply<typeof preparation>;

/** `base` is what was on the screen before anybody wrote, of `version`. */
type Written = { draft: Draft; base: Draft; version: number };

/**
 * What is written at the desk until it is stored. Where somebody else stored theirs meanwhile, parts that only one of both changed are put
 * together by themselves; `both` are left to be decided, and nothing that was typed is lost.
 */
export function useDraft({ id, version, draft: now }: Prepared) {
  const fresh = { draft: now, base: now, version };
  const form = useForm<Written>(`appraisal.${id}`, fresh, { refreshes: ['appraisals'] });
  const { draft, base, version: seen } = form.value;
  const changed = !isSame(draft, base);
  const older = seen < version;
  const { merged, both, theirs } = merge(draft, base, now);
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    if (!older || both.length) return;
    if (!changed) form.drop(fresh);
    else {
      form.note({ draft: merged, base: now, version });
      toast(`刚才有人改了${sayParts(theirs)}，和您写的合在一起了`);
    }
  });
  const why = older ? '先看看刚才别人改了什么。' : unsaveable(draft);
  const save = () => {
    if (!changed || why || form.isPending) return;
    const sent = tidy(draft);
    const next = { draft: sent, base: sent, version: seen + 1 };
    form.send(
      edit,
      { id, version: seen, draft: sent },
      (reply) => {
        toast('存好了');
        // Written while it was under way: it grew out of what is stored now.
        if (!isSame(latest.current, sent)) form.note({ base: sent, version: reply.version });
      },
      next,
    );
  };
  return {
    draft,
    version: seen,
    changed,
    why,
    save,
    both: older ? both : [],
    busy: form.isPending,
    error: form.error,
    change: (step: Partial<Draft>) => form.change(({ draft }) => ({ draft: { ...draft, ...step } })),
    /** Of what both changed, one's own words stand. */
    keepMine: () => form.change({ draft: merged, base: now, version }),
    takeTheirs: () => form.drop(fresh),
  };
}

export type Writing = ReturnType<typeof useDraft>;

function sayParts(parts: readonly Part[]): string {
  return parts.map((part) => `“${PART_WORDS[part]}”`).join('、');
}
