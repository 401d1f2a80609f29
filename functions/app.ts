import type { Hono } from 'hono';
import { officeBindings } from './office-app';
import { phoneBindings, withDoors } from './phone-app';
import type { Services } from './platform/call';
import { createApp } from './platform/http';

export const bindings = [...phoneBindings, ...officeBindings];

/** The whole API in one process: what `npm start` serves. */
export function apiOf(services: Services, options: { rateFactor?: number } = {}): Hono {
  return withDoors(createApp(bindings, services, options), services, options);
}
