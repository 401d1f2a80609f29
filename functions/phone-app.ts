import type { Hono } from 'hono';
import * as directoryContract from '../shared/directory/contract';
import type { Procedure } from '../shared/kernel/procedure';
import * as requestsContract from '../shared/requests/contract';
import { http as directory, pages as directoryPages } from './directory/http';
import { http as identity, pages as identityPages } from './identity/http';
import { http as notifications } from './notifications/http';
import type { Services } from './platform/call';
import { mountPages } from './platform/html';
import { createApp } from './platform/http';
import { mountEvents } from './platform/wechat-events';
import { pushed, http as requests } from './requests/http';

/** What phones ask for, all day long. */
export const phoneBindings = [...identity, ...directory, ...requests, ...notifications];

/** What the other function does: by its contract alone, so that nothing heavy comes with it. */
const officeProcedures = [directoryContract, requestsContract]
  .flatMap((contract) => Object.values(contract))
  .filter((one): one is Procedure => typeof one === 'object' && 'path' in one && one.path.startsWith('/office/'));

/** The API without the office's part, which its document describes all the same. */
export function phoneApp(services: Services): Hono {
  const documented = [...phoneBindings.map(({ procedure }) => procedure), ...officeProcedures];
  return withDoors(createApp(phoneBindings, services, { documented }), services);
}

/** What is there besides procedures: where WeChat pushes events, and the pages for whoever came without WeChat. */
export function withDoors(app: Hono, services: Services, options: { rateFactor?: number } = {}): Hono {
  return mountPages(mountEvents(app, pushed, services), [...directoryPages, ...identityPages], services, options);
}
