import { useSyncExternalStore } from 'react';
import type { submit } from '../../../shared/requests/contract';
import { newKey } from './call';
import { now } from './clock';
import { jurisdiction } from './county';
import { dropFile } from './files';
import { listeners } from './listeners';
import { carried, type Picture } from './pictures';
import type { RawInput } from './send';
import { signedInAs } from './session';
import { readStored, store } from './storage';

/** A request on its way: written, not yet acknowledged. */
export type Draft = {
  /** What it is called on this phone. It stays when the key changes. */
  id: string;
  county: string;
  /** Whose it is; null while nobody has signed in. Another person on the same phone neither sees nor sends it. */
  personId: string | null;
  /** Null where it goes to all deputies of the village. */
  deputyName: string | null;
  /** The act's own, so that however often it is sent there is one. */
  key: string;
  changedAt: number;
  /** Where writing it was left. */
  step: number;
  /** The last try found no network; it waits and is sent again. */
  waits: boolean;
  /** Why it was refused when it went by itself, as a sentence; gone with the next change. */
  problem?: string;
  /** What was written before it was changed did arrive, with this reply (null where the server does not say). */
  arrived?: unknown;
  /** What on the notice board it is the same as (`input.sameAs`) is called there. */
  sameTitle?: string;
  pictures: Picture[];
  input: Omit<Partial<RawInput<typeof submit>>, 'pictures'>;
};

/** Words, place, kind, who sees it; then it is looked through once more. */
export const STEPS = 4;

/** Nothing is left to write: it only has to be sent. */
export function isWritten({ step }: Draft): boolean {
  return step >= STEPS;
}

/** As it was kept when there was one to each deputy. */
type OldDraft = Omit<Draft, 'id' | 'county' | 'step' | 'pictures'> & { deputyId: string };

const KEY = 'lianxin.drafts';

/** More than anybody writes at a time, and far below the megabyte that WeChat keeps under one name. */
export const MOST_DRAFTS = 20;

function all(): Draft[] {
  return (readStored<(Draft | OldDraft)[]>(KEY) || []).map((kept) => ('id' in kept ? kept : upgraded(kept)));
}

function upgraded({ deputyId, ...old }: OldDraft): Draft {
  const county = old.input.village?.slice(0, 6) ?? jurisdiction();
  return { ...old, id: old.key, county, step: 0, pictures: [], input: { ...old.input, deputyId } };
}

const isMine = ({ county, personId }: Draft) =>
  county === jurisdiction() && (personId === null || personId === signedInAs());

const { tell, watch } = listeners();
let known: { whose: string; drafts: Draft[] } | null = null;

function keep(next: Draft[]): void {
  store(KEY, next);
  known = null;
  tell();
}

/** This person's drafts on this phone, the one written last first. */
export function drafts(): Draft[] {
  const whose = `${jurisdiction()} ${signedInAs()}`;
  if (known?.whose === whose) return known.drafts;
  const own = all().filter(isMine);
  known = { whose, drafts: own.sort((a, b) => b.changedAt - a.changedAt) };
  return known.drafts;
}

/** The same for a screen: one that was sent meanwhile is gone from it. */
export function useDrafts(): Draft[] {
  return useSyncExternalStore(watch, drafts);
}

export function draftOf(id: string): Draft | undefined {
  return drafts().find((draft) => draft.id === id);
}

/** One that is on the phone with its first word. */
export function newDraft(deputyName: string | null, input: Draft['input']): Draft {
  const own = { id: newKey(), key: newKey(), county: jurisdiction(), personId: signedInAs() };
  return { ...own, deputyName, changedAt: now(), step: 0, waits: false, pictures: [], input };
}

export function keepDraft(draft: Draft): void {
  put({ ...draft, personId: draft.personId ?? signedInAs(), changedAt: now() });
}

function put(draft: Draft): void {
  keep([...all().filter(({ id }) => id !== draft.id), draft]);
}

/** Where writing was left, which changes nothing of what was written. */
export function noteStep(id: string, step: number): void {
  const found = draftOf(id);
  if (found && found.step !== step) put({ ...found, step });
}

/** How far its pictures have come, which changes nothing either. */
export function notePictures(id: string, pictures: Picture[]): void {
  const found = draftOf(id);
  if (found) put({ ...found, pictures: carried(found.pictures, pictures) });
}

/** What became of `tried`: null when it arrived. Words written while it was under way were not tried: they are neither forgotten nor marked. */
export function settleDraft(tried: Draft, now: Partial<Draft> | null): void {
  const found = draftOf(tried.id);
  if (found?.changedAt !== tried.changedAt) return;
  if (now) keepDraft({ ...found, ...now });
  else dropDraft(tried.id);
}

/** Forgets it, with its pictures. */
export function dropDraft(id: string): void {
  for (const { name } of draftOf(id)?.pictures ?? []) void dropFile(name);
  keep(all().filter((draft) => draft.id !== id));
}
