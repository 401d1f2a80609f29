import type { Services } from './call';
import { type Part, readConfig } from './config';
import { lazily } from './lazily';
import { readParameters } from './parameters';
import { openServices } from './services';

/** What a deployed function works with: opened by its first event and kept as long as the instance lives. */
export function lambdaServices(part: Part, options: { connections: number }): () => Promise<Services> {
  return lazily(async () => openServices(readConfig(await readParameters(process.env), part), options));
}
