import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { isAway } from './platform/database-errors';
import { ensureLoginRole } from './platform/login-role';
import { migrate } from './platform/migrate';
import { databaseUrl, readLogin } from './platform/parameters';

/** A proxy that was made a moment ago takes some minutes before it reaches its database. */
const PATIENCE_MS = 8 * 60_000;

/**
 * Brings the database up to date in the middle of a deployment: CloudFormation starts it after the database and before the code of
 * the other functions, whenever there is a newer migration, and a failure takes the deployment back. `aws lambda invoke` with `{}`
 * does the same by hand. Returns the names of the files it applied.
 */
export async function handler(event: Partial<CloudFormationCustomResourceEvent>): Promise<string[]> {
  if (!event.ResponseURL) return bringUpToDate();
  try {
    const applied = isBackward(event) ? [] : await bringUpToDate();
    await answer(event, { Status: 'SUCCESS' });
    return applied;
  } catch (error) {
    // What PostgreSQL says of a migration is about tables; no secret is in it. CloudFormation takes 4 KB.
    await answer(event, { Status: 'FAILED', Reason: (error as Error).message.slice(0, 1_000) });
    throw error;
  }
}

/** Migrations only go forward: a deployment that is taken back or removed leaves the database as it is. */
function isBackward(event: Partial<CloudFormationCustomResourceEvent>): boolean {
  if (event.RequestType === 'Delete') return true;
  return event.RequestType === 'Update' && event.ResourceProperties?.Newest < event.OldResourceProperties?.Newest;
}

async function bringUpToDate(): Promise<string[]> {
  const env = process.env;
  const owner = await readLogin(env, env.OWNER_SECRET ?? '');
  const app = await readLogin(env, env.DATABASE_SECRET ?? '');
  const url = databaseUrl(env, owner);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const applied = await migrate(url, join(__dirname, 'migrations'));
      await ensureLoginRole(url, app);
      return applied;
    } catch (error) {
      if (!isConnecting(error) || Date.now() > until) throw error;
      await wait(10_000);
    }
  }
}

/** FATAL is how a server, or the proxy in front of it, refuses a connection; a statement that fails is an ERROR. */
function isConnecting(error: unknown): boolean {
  return isAway(error) || (error as { severity?: string }).severity === 'FATAL';
}

async function answer(
  event: Partial<CloudFormationCustomResourceEvent>,
  said: { Status: string; Reason?: string },
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = JSON.stringify({ ...said, PhysicalResourceId: 'migrations', StackId, RequestId, LogicalResourceId });
  await fetch(event.ResponseURL ?? '', { method: 'PUT', body, headers: { 'content-type': '' } });
}
