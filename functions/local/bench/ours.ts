import { getRequestListener } from '@hono/node-server';
import { phoneBindings } from '../../phone-app';
import { readConfig } from '../../platform/config';
import { createApp } from '../../platform/http';
import { openServices } from '../../platform/services';
import { type Needs, serveParent } from './serving';

// What phones ask for, as it is deployed; only the limits on calls a minute are lifted.
serveParent(({ pool }: Needs) => {
  const services = openServices(readConfig(process.env), { connections: pool });
  return getRequestListener(createApp(phoneBindings, services, { rateFactor: 1e6 }).fetch);
});
