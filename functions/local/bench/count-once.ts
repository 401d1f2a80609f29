import { clockCall } from '../../platform/call';
import { readConfig } from '../../platform/config';
import { openServices } from '../../platform/services';
import { finish } from '../../voting/finish';
import { publish } from '../../voting/publish';
import { COUNTY } from '../seed/county';
import type { Counted, CountNeeds } from './box';

/** A process that brings one vote from its close to its published file, and says what it took. */
async function main({ pollId }: CountNeeds): Promise<Counted> {
  const call = clockCall(openServices(readConfig(process.env), { connections: 2 }), COUNTY);
  const started = performance.now();
  if ((await finish(call, pollId)) !== 'counted' || !(await publish(call, pollId)))
    throw new Error('nothing was counted');
  return { ms: performance.now() - started, megabytes: process.resourceUsage().maxRSS / 1024 };
}

process.once('message', (needs: CountNeeds) => {
  main(needs).then(
    (counted) => process.send?.(counted),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
