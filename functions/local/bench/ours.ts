import { getRequestListener } from '@hono/node-server';
import { apiOf } from '../../app';
import { readConfig } from '../../platform/config';
import { openServices } from '../../platform/services';
import { type Needs, serveParent } from './serving';

// The whole API as `npm start` mounts it; only the limits on calls a minute are lifted.
serveParent(({ pool }: Needs) => {
  const services = openServices(readConfig(process.env), { connections: pool });
  return getRequestListener(apiOf(services, { rateFactor: 1e6 }).fetch);
});
