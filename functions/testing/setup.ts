import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { startPostgres } from '../local/postgres';
import { migrate } from '../platform/migrate';
import { onServer, TEST_SERVER, TEST_TEMPLATE, urlOf } from './server';

declare global {
  // Jest hands nothing from its setup to its teardown but globals.
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** A day that no test means, with all that is odd about a day in it. */
const TODAY = '2028-02-29T04:00:00Z';

/** Until jest ends, it and every process it starts take the date from here; `TEST_TODAY` is another instant to start from. */
function moveDate(): void {
  const moved = Date.parse(process.env.TEST_TODAY ?? TODAY) - Date.now();
  process.env.LIANXIN_DATE_MOVED_MS = String(moved);
  // Between quotes a backslash would escape.
  const preload = `--require "${path.join(__dirname, 'date.cjs').replaceAll('\\', '/')}"`;
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' ');
}

/** Once a jest run: a server (`TEST_DATABASE_URL`, else the embedded one) and a migrated database that each test file clones. */
export default async function setUp(): Promise<void> {
  moveDate();
  const server = process.env.TEST_DATABASE_URL ?? (await startGuarded());
  const template = `lianxin_template_${process.pid}`;
  const stopServer = globalThis.stopTestServer;
  globalThis.stopTestServer = async () => {
    if (!stopServer) await onServer(`drop database ${template} with (force)`);
    await stopServer?.();
  };
  process.env[TEST_SERVER] = server;
  process.env[TEST_TEMPLATE] = template;
  await onServer(`create database ${template}`);
  await migrate(urlOf(template));
}

/** Started last of all things and stopped first, whatever ends jest: it waits for the pipe from jest to close. */
const GUARD = `
  const fs = require('node:fs');
  const [directory] = process.argv.slice(1);
  process.stdin.resume().on('end', async () => {
    const pidFile = directory + '/cluster/postmaster.pid';
    for (let i = 0; i < 3_000 && fs.existsSync(pidFile); i += 1) {
      try { process.kill(Number(fs.readFileSync(pidFile, 'utf8').split('\\n')[0]), process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT'); } catch {}
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });`;

async function startGuarded(): Promise<string> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-test-'));
  // A killed jest runs no teardown, so the cleaning up is a process of its own, and out of reach of the terminal's Ctrl-C.
  const guard = spawn(process.execPath, ['-e', GUARD, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  globalThis.stopTestServer = async () => {
    const gone = once(guard, 'exit');
    guard.stdin.end();
    await gone;
  };
  const { url } = await startPostgres({ dataDir, durable: false });
  return url;
}
