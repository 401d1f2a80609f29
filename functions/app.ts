import type { Hono } from 'hono';
import { http as directory } from './directory/http';
import { http as identity } from './identity/http';
import { http as notifications } from './notifications/http';
import type { Services } from './platform/call';
import { createApp } from './platform/http';
import { http as requests } from './requests/http';

export const bindings = [...identity, ...directory, ...requests, ...notifications];

/** The API of every context; the one place that knows them all. */
export function apiOf(services: Services, options: { rateFactor?: number } = {}): Hono {
  return createApp(bindings, services, options);
}
