import { phoneApp } from '../../app';
import { readConfig } from '../../platform/config';
import { listenerOf } from '../../platform/node-http';
import { openServices } from '../../platform/services';
import { type Needs, serveParent } from './serving';

// What phones ask for, as it is deployed; only the limits on calls a minute are lifted.
serveParent(({ pool }: Needs) => {
  const services = openServices(readConfig(process.env), { connections: pool });
  return listenerOf(phoneApp(services, { rateFactor: 1e6, dailyFactor: 1e4 }));
});
