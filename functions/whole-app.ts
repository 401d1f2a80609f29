import { Hono } from 'hono';
import { documented, explained, mounted, type Options, owned, phoneParts, standing, subjects } from './app';
import { offices } from './offices';
import type { Services } from './platform/call';
import { mountApi, type Parts } from './platform/http';

/** The office's part of the API. */
export function officeApp(services: Services): Hono {
  return mountApi(new Hono(), officeParts(), services, { documented, standing, subjects, owned, explained });
}

/** The whole API in one process: what `npm start` serves. */
export function wholeApp(services: Services, options: Options = {}): Hono {
  return mounted({ ...phoneParts(), ...officeParts() }, services, options);
}

/** What an office does now and then. */
export function officeParts(): Parts {
  const parts = Object.entries(offices).map(([name, load]) => [`office/${name}`, async () => (await load()).office]);
  return Object.fromEntries(parts);
}
