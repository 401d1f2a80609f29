import type { Services } from './call';
import { readConfig } from './config';
import { readParameters } from './parameters';
import { openServices } from './services';

/**
 * What a deployed function works with: opened by its first event and kept as long as the instance lives. A start that failed
 * is tried again by the next event, so one bad second of AWS does not poison an instance.
 */
export function lambdaServices(options: { connections: number }): () => Promise<Services> {
  let opened: Promise<Services> | undefined;
  return () => {
    opened ??= readParameters(process.env).then((env) => openServices(readConfig(env), options));
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
}
