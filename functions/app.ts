import { Hono } from 'hono';
import type { Procedure } from '../shared/kernel/procedure';
import { contexts, offices } from './contexts';
import type { Services } from './platform/call';
import { mountPages } from './platform/html';
import { type Binding, mountApi } from './platform/http';
import type { Plug } from './platform/plug';
import type { Schedule } from './platform/schedules';
import { mountEvents } from './platform/wechat-events';

type Options = { rateFactor?: number };
type Parts = Record<string, () => Promise<readonly Binding[]>>;

/** The API without the office's part, which its document describes all the same. */
export function phoneApp(services: Services, options: Options = {}): Hono {
  return mounted(phoneParts(), services, options);
}

/** The office's part of the API. */
export function officeApp(services: Services): Hono {
  return mountApi(new Hono(), officeParts(), services, { documented });
}

/** The whole API in one process: what `npm start` serves. */
export function wholeApp(services: Services, options: Options = {}): Hono {
  return mounted({ ...phoneParts(), ...officeParts() }, services, options);
}

function mounted(parts: Parts, services: Services, options: Options): Hono {
  const app = new Hono();
  // Before the API, whose paths begin alike.
  mountEvents(app, async () => merged(await allPlugs(), 'pushedEvents'), services);
  mountApi(app, parts, services, { ...options, documented });
  return mountPages(app, async () => merged(await allPlugs(), 'pages'), services, options);
}

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
function phoneParts(): Parts {
  const parts = Object.entries(contexts).map(([name, load]) => [name, async () => (await load()).plug.procedures]);
  return Object.fromEntries(parts);
}

/** What an office does now and then. */
function officeParts(): Parts {
  const parts = Object.entries(offices).map(([name, load]) => [`office/${name}`, async () => (await load()).office]);
  return Object.fromEntries(parts);
}

/** The whole contract, without what an office's part would load. */
async function documented(): Promise<Procedure[]> {
  const plugs = Object.values(await allPlugs());
  return plugs.flatMap(({ procedures, office = [] }) => [...procedures.map(({ procedure }) => procedure), ...office]);
}

function merged<Name extends 'pages' | 'pushedEvents'>(plugs: Record<string, Plug>, name: Name) {
  return Object.assign({}, ...Object.values(plugs).map((plug) => plug[name])) as NonNullable<Plug[Name]>;
}
