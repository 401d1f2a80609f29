import type { Hono } from 'hono';
import { office as directory } from './directory/office';
import type { Services } from './platform/call';
import { createApp } from './platform/http';
import { office as requests } from './requests/office';

/** What an office does now and then with sheets, fonts and drawings: a function of its own, so that phones never wait for those to load. */
export const officeBindings = [...directory, ...requests];

/** The office's part of the API. */
export function officeApp(services: Services): Hono {
  return createApp(officeBindings, services);
}
