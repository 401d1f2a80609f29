import { useState } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import { newKey } from '../../platform/call';
import { type Draft, draftFor, keepDraft } from '../../platform/drafts';
import { currentPlace } from '../../platform/place';

type Fields = Draft['input'];

/** What each step of writing is given. */
export type StepProps = { draft: Draft; deputy: DeputyPage; change: (fields: Fields) => void };

/** The draft to this deputy; every change is on the phone before the next key is pressed. */
export function useDraft(deputy: DeputyPage): {
  draft: Draft;
  change: (fields: Fields) => void;
  mark: (waits: boolean) => void;
  /** What is written from now on is an act of its own. */
  rekey: () => void;
} {
  const [draft, setDraft] = useState(() => {
    const found = draftFor(deputy.id, deputy.name);
    return {
      ...found,
      input: { village: villageFor(deputy), openness: 'handlers' as const, nameFor: 'deputy' as const, ...found.input },
    };
  });
  const keep = (next: Draft) => {
    setDraft(next as typeof draft);
    keepDraft(next);
  };
  return {
    draft,
    // Half a sentence must not go by itself: what is being changed waits no more.
    change: (fields) => keep({ ...draft, waits: false, problem: undefined, input: { ...draft.input, ...fields } }),
    mark: (waits) => keep({ ...draft, waits, problem: undefined }),
    rekey: () => keep({ ...draft, key: newKey(), waits: false }),
  };
}

/** The village the person lives in, when this deputy stands for it; else it has to be asked. */
function villageFor(deputy: DeputyPage): string | undefined {
  const place = currentPlace();
  if (!place) return undefined;
  return standsForAll(deputy) || deputy.villageCodes.includes(place.village) ? place.village : undefined;
}

/** City, provincial and national deputies are elected for the whole county. */
export function standsForAll(deputy: DeputyPage): boolean {
  return deputy.mandates.some(({ electedBy }) => electedBy !== null);
}
