import { Hono } from 'hono/tiny';
import type { Procedure } from '../shared/kernel/procedure';
import { contexts } from './contexts';
import type { LoadOwned, LoadSubject, Services } from './platform/call';
import { mountPages } from './platform/html';
import { mountApi, type Parts, proceduresOf } from './platform/http';
import type { Plug } from './platform/plug';
import type { Schedule } from './platform/schedules';
import type { LoadSettings } from './platform/settings';
import type { ReadStanding } from './platform/standing';
import { mountEvents } from './platform/wechat-events';

export type Options = { rateFactor?: number; dailyFactor?: number };

/** The API without the office's part, which its document describes all the same. */
export function phoneApp(services: Services, options: Options = {}): Hono {
  return mounted(phoneParts(), services, options);
}

/** What takes ballots, and nothing else: on an appraisal's last evening everybody comes at once, and nobody else waits for them. */
export function ballotsApp(services: Services): Hono {
  const { voting } = phoneParts();
  return mountApi(new Hono(), { voting: voting as Parts[string] }, services, {
    documented,
    standing,
    subjects,
    owned,
    explained,
  });
}

/** These parts of the API, pages for browsers and what WeChat pushes. */
export function mounted(parts: Parts, services: Services, options: Options): Hono {
  const app = new Hono();
  // Before the API, whose paths begin alike.
  mountEvents(app, async () => merged(await allPlugs(), 'pushedEvents'), services);
  mountApi(app, parts, services, { ...options, documented, standing, subjects, owned, explained });
  return mountPages(app, async () => merged(await allPlugs(), 'pages'), services, options);
}

/** Asked by whoever writes; it loads with the first who does. */
export const standing: ReadStanding = async (tx, who, hold) => {
  const { standingOf } = await import('./identity/public');
  return standingOf(tx, who, hold);
};

/** What the contexts have, for a mechanism; one loads when something of it is first asked for. */
export const subjects: LoadSubject = async (context) => {
  const loaded = Object.hasOwn(contexts, context) ? await contexts[context]?.() : undefined;
  return loaded?.plug.subject ?? null;
};

/** What every context keeps of a person: all load, because none may be forgotten. */
export const owned: LoadOwned = async () => {
  const loads = Object.values(await allPlugs()).flatMap(({ ownData }) => ownData ?? []);
  return Promise.all(loads.map(async (load) => (await load()).ownData));
};

/** What every context lets a county decide; its words load with the page that shows them. */
export const explained: LoadSettings = async () => {
  const loads = Object.values(await allPlugs()).flatMap(({ settings }) => settings ?? []);
  return Promise.all(loads.map(async (load) => (await load()).settings));
};

/** Every context, by its name. */
async function allPlugs(): Promise<Record<string, Plug>> {
  const loaded = Object.entries(contexts).map(async ([name, load]) => [name, (await load()).plug] as const);
  return Object.fromEntries(await Promise.all(loaded));
}

/** Everything the clock starts, under its full name (`requests.lapse`). */
export async function allSchedules(): Promise<Record<string, Schedule>> {
  const full = Object.entries(await allPlugs()).flatMap(([context, { schedules = {} }]) =>
    Object.entries(schedules).map(([name, schedule]) => [`${context}.${name}`, schedule] as const),
  );
  return Object.fromEntries(full);
}

/** What phones ask for, all day long. */
export function phoneParts(): Parts {
  const parts = Object.entries(contexts).map(([name, load]) => [name, async () => (await load()).plug.procedures]);
  return Object.fromEntries(parts);
}

/** The whole contract, without what an office's part would load. */
export async function documented(): Promise<Procedure[]> {
  const plugs = Object.values(await allPlugs()).map(async ({ procedures, office }) => [
    ...procedures.map(({ procedure }) => procedure),
    ...(office ? proceduresOf(await office()) : []),
  ]);
  return (await Promise.all(plugs)).flat();
}

function merged<Name extends 'pages' | 'pushedEvents'>(plugs: Record<string, Plug>, name: Name) {
  return Object.assign({}, ...Object.values(plugs).map((plug) => plug[name])) as NonNullable<Plug[Name]>;
}
