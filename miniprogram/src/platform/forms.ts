import { newKey } from './call';
import { now } from './clock';
import { jurisdiction } from './county';
import { dropFile } from './files';
import { listeners } from './listeners';
import type { Picture } from './pictures';
import { signedInAs } from './session';
import { forgetStored, readStored, store } from './storage';

/**
 * What somebody writes into a form, until it has arrived. `key` makes it one act, however often it is sent. `arrived`: what was written before it
 * was changed did arrive, with this reply (null where the server does not say).
 */
export type Form<T> = { key: string; at: number; value: T; arrived?: unknown };

// Another person on the same phone or computer neither sees nor sends it.
const indexFor = (person: string | null) => `lianxin.forms.${jurisdiction()}.${person}`;
const ownIndex = () => indexFor(signedInAs());

/** Of whose forms this is one, also when nobody is signed in any more. */
const indexOf = (name: string) => name.split('.').slice(0, 4).join('.');

const namesIn = (index: string) => readStored<string[]>(index) || [];

/** `what` names the act and the thing it is done to: each keeps its own words. */
export const nameOf = (what: string) => `${ownIndex()}.${what}`;

const DAY_MS = 86_400_000;
// Whoever has not come back by then does not.
const KEPT_DAYS = 30;

const { tell, watch } = listeners();
/** Those on a screen, and those changed since the app was opened: two pages of the same thing show the same words. */
const shown = new Map<string, Form<object>>();

export const watchForms = watch;

function show(name: string, form: Form<object> | null): void {
  if (form) shown.set(name, form);
  else shown.delete(name);
  tell();
}

/** As it was left; else as it is before anybody wrote. `former` is where an older package kept its fields beside the key. */
export function formOf<T extends object>(name: string, blank: T, former?: string): Form<T> {
  const known = shown.get(name);
  if (known) return known as Form<T>;
  const kept = keptForm(name) ?? (former ? formerForm(former) : null) ?? { key: newKey(), at: now(), value: {} };
  const form = { ...kept, value: { ...blank, ...kept.value } };
  shown.set(name, form);
  return form;
}

/** A form that is opened: where nobody wrote before, it begins as what it is about stands now. */
export function openForm(name: string): void {
  if (!keptForm(name)) shown.delete(name);
}

function keptForm(name: string): Form<object> | null {
  const kept = readStored<Form<object>>(name);
  return kept && now() - kept.at < KEPT_DAYS * DAY_MS ? kept : null;
}

function formerForm(name: string): Form<object> | null {
  const { key, ...value } = readStored<{ key?: string }>(name) || {};
  return key ? { key, at: now(), value } : null;
}

/** On the phone before the next key is pressed. */
export function keepForm(name: string, form: Form<object>): void {
  const next = { ...form, at: now() };
  if (!keptForm(name)) enter(name);
  store(name, next);
  show(name, next);
}

/** One that is begun. Those that nobody came back for go, also one of the same name. */
function enter(name: string): void {
  const others = namesIn(indexOf(name)).filter((known) => known !== name);
  for (const old of [name, ...others]) if (!keptForm(old)) forget(old);
  store(indexOf(name), [...others.filter(keptForm), name]);
}

/** With its pictures, also where no screen showed it. */
function forget(name: string, form = readStored<Form<object>>(name)): void {
  const { pictures = [] } = (form?.value ?? {}) as { pictures?: Picture[] };
  for (const picture of pictures) void dropFile(picture.name);
  forgetStored(name);
}

/** It arrived, or was thrown away. */
export function dropForm(name: string, former?: string): void {
  forget(name, shown.get(name));
  if (former) forgetStored(former);
  const left = namesIn(indexOf(name)).filter((known) => known !== name);
  store(indexOf(name), left);
  show(name, null);
}

/** Where the next of its kind begins. */
export function beginForm(name: string, value: object): void {
  show(name, { key: newKey(), at: now(), value });
}

/** Of this person, on this phone or computer. */
export function unsentForms(): string[] {
  return namesIn(ownIndex()).filter((name) => keptForm(name));
}

/** Whoever leaves a shared computer, or has all of theirs erased, leaves no words on it. */
export function forgetForms(person = signedInAs()): void {
  for (const name of namesIn(indexFor(person))) dropForm(name);
}
