import type { Hono } from 'hono';
import { http as directory, pages } from './directory/http';
import { office as directoryOffice } from './directory/office';
import { http as identity } from './identity/http';
import { http as notifications } from './notifications/http';
import type { Services } from './platform/call';
import { mountPages } from './platform/html';
import { createApp } from './platform/http';
import { mountEvents } from './platform/wechat-events';
import { pushed, http as requests } from './requests/http';
import { office as requestsOffice } from './requests/office';

/** What phones ask for, all day long. */
const phoneBindings = [...identity, ...directory, ...requests, ...notifications];

/** What an office does now and then with sheets, fonts and drawings: a function of its own, so that phones never wait for those to load. */
const officeBindings = [...directoryOffice, ...requestsOffice];

export const bindings = [...phoneBindings, ...officeBindings];

/** The API of every context; the one place that knows them all. */
export function apiOf(services: Services, options: { rateFactor?: number } = {}): Hono {
  const api = mountEvents(createApp(bindings, services, options), pushed, services);
  return mountPages(api, pages, services, options);
}
