import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event of an HTTP API, payload version 2. */
export function eventOf(path: string): object {
  const http = { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'localhost', 'x-forwarded-for': '127.0.0.1' },
    requestContext: { http, domainName: 'localhost', requestId: 'bench', stage: '$default' },
    isBase64Encoded: false,
  };
}

/** The least a function can be. @returns where it is */
export function writeBareHandler(directory: string): string {
  const file = join(directory, 'bare-handler.cjs');
  const reply = `{ statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }`;
  writeFileSync(file, `exports.handler = async () => (${reply});\n`);
  return file;
}

const CALL_ONCE = `
  const [file, event] = process.argv.slice(1);
  // A log line of the first event would be taken for the reply.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  require(file).handler(JSON.parse(event), {}).then((reply) => write(String(reply.statusCode)));`;

export type Start = { handler: string; path: string; status: number; env: Record<string, string> };

/**
 * Milliseconds from starting `node` to the first event handled, as the parent sees it. The child gets no environment but `env`:
 * NODE_EXTRA_CA_CERTS alone would double the bare one.
 * @throws Error when the reply has another status than `status`
 */
export async function coldMs({ handler, path, status, env }: Start): Promise<number> {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ['-e', CALL_ONCE, handler, JSON.stringify(eventOf(path))], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  child.kill('SIGKILL');
  if (String(said) !== String(status)) throw new Error(`${path}: the first event ended with ${said}`);
  return ms;
}
