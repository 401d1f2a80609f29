import type { Services } from './call';
import { type Part, readConfig } from './config';
import { lazily } from './lazily';
import { readParameters } from './parameters';
import { openServices } from './services';
import type { openSms } from './sms';

/** What a deployed function works with: opened by its first event and kept as long as the instance lives. */
export function lambdaServices(
  part: Part,
  options: { connections: number; sms?: typeof openSms },
): () => Promise<Services> {
  return lazily(async () => openServices(readConfig(await readParameters(process.env), part), options));
}

/**
 * Asks before the first event, which then finds the parameters read, a connection open and the counties known, and whatever `more` does.
 * What fails here fails again there, and is said there.
 */
export function warm(services: () => Promise<Services>, more?: (services: Services) => Promise<unknown>): void {
  services()
    .then((opened) => Promise.all([opened.counties.known(opened.clock()), more?.(opened)]))
    .catch(() => undefined);
}
