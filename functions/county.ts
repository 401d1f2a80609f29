import { obey } from './counties/obey';
import { openOperator } from './counties/open-operator';
import type { Outcome } from './counties/operator';
import { lazily } from './platform/lazily';
import { databaseUrl, readLogin, readParameters } from './platform/parameters';

const opened = lazily(async () => {
  const env = await readParameters(process.env);
  return openOperator(databaseUrl(env, await readLogin(env, env.OWNER_SECRET ?? '')), env);
});

/**
 * Acts on the counties of a deployed stage: `aws lambda invoke` with what `npm run county -- … --event` prints (docs/first-county.md). It
 * alone, beside the migrations, signs in as the owner of the database; nothing calls it but a person with the right to invoke it.
 */
export async function handler(event: unknown): Promise<Outcome> {
  return obey(await opened(), event);
}
