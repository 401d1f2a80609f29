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
  require(file).handler(JSON.parse(event), {}).then((reply) => process.stdout.write(String(reply.statusCode)));`;

/** Milliseconds from starting `node` to the first event handled, as the parent sees it. @throws Error when the reply is not a 200 */
export async function coldMs(handler: string, path: string, env: Record<string, string>): Promise<number> {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, ['-e', CALL_ONCE, handler, JSON.stringify(eventOf(path))], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  child.kill('SIGKILL');
  if (String(said) !== '200') throw new Error(`${path}: the first event ended with ${said}`);
  return ms;
}
