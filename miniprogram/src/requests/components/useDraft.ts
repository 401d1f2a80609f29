import { useRef } from 'react';
import type { DeputyPage } from '../../../../shared/directory/contract';
import type { ProblemError } from '../../../../shared/kernel/problems';
import type { BoardItem } from '../../../../shared/requests/contract';
import { type Draft, draftOf, keepDraft, newDraft, useDrafts } from '../../platform/drafts';
import { anotherAct } from '../../platform/outgoing';
import type { Picture } from '../../platform/pictures';
import { currentPlace } from '../../platform/place';
import { UNLESS_CHOSEN } from './form';

type Fields = Draft['input'];

/** To one deputy, or with null to all deputies of the village. */
export type Whom = { id: string; name: string } | null;

/** What each step of writing is given. `deputy` is null where it goes to all of the village's. */
export type StepProps = { draft: Draft; deputy: DeputyPage | null; change: (fields: Fields) => void };

export type Writing = {
  draft: Draft;
  change: (fields: Fields) => void;
  changePictures: (next: (now: Picture[]) => Picture[]) => void;
  changeWhom: (whom: Whom, village?: string) => void;
  /** It is the same as this one on the notice board, or (null) as none. */
  changeSame: (same: Pick<BoardItem, 'id' | 'title' | 'category'> | null) => void;
  mark: (waits: boolean) => void;
  /** What was written before did arrive; from now on it is an act of its own. */
  arrive: (error: ProblemError) => void;
};

/** The draft that is being written; every change is on the phone before the next key is pressed. */
export function useDraft(begun: Draft): Writing {
  // A photo that took its time is put into the draft as it is then.
  const last = useRef(begun);
  const kept = useDrafts().find(({ id }) => id === begun.id);
  if (kept) last.current = kept;
  const keep = (next: (now: Draft) => Partial<Draft>) => {
    const now = draftOf(begun.id) ?? last.current;
    last.current = { ...now, ...next(now) };
    keepDraft(last.current);
  };
  // Half a sentence must not go by itself: what is being changed waits no more.
  const edit = (next: (now: Draft) => Partial<Draft>) =>
    keep((now) => ({ waits: false, problem: undefined, ...next(now) }));
  return {
    draft: kept ?? last.current,
    change: (fields) => edit(({ input }) => ({ input: { ...input, ...fields } })),
    changePictures: (next) => edit(({ pictures }) => ({ pictures: next(pictures) })),
    changeWhom: (whom, village) =>
      edit(({ input }) => ({
        deputyName: whom?.name ?? null,
        input: { ...input, deputyId: whom?.id, village: village ?? input.village },
      })),
    changeSame: (same) =>
      edit(({ input }) => ({
        sameTitle: same?.title,
        input: { ...input, sameAs: same?.id, category: input.category ?? same?.category },
      })),
    mark: (waits) => keep(() => ({ waits, problem: undefined })),
    arrive: (error) => keep(() => anotherAct(error)),
  };
}

/** A new one. */
export function beginDraft(whom: Whom, village?: string): Draft {
  return newDraft(whom?.name ?? null, { deputyId: whom?.id, village, ...UNLESS_CHOSEN });
}

/** The village the person lives in, when this deputy stands for it; else it has to be asked. */
export function villageFor(deputy: DeputyPage): string | undefined {
  const place = currentPlace();
  if (!place) return undefined;
  return standsForAll(deputy) || deputy.villageCodes.includes(place.village) ? place.village : undefined;
}

/** City, provincial and national deputies are elected for the whole county. */
export function standsForAll(deputy: DeputyPage): boolean {
  return deputy.mandates.some(({ electedBy }) => electedBy !== null);
}
