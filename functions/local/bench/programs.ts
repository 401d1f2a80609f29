import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Bundles a file of `functions/` as `serverless.yml` does for a deployment: one minified CommonJS file. @returns where it is */
export async function bundle(source: string, directory: string): Promise<string> {
  const outfile = join(directory, `${source.replaceAll('/', '-').replace(/\.ts$/, '')}.cjs`);
  await build({
    entryPoints: [resolve(__dirname, '../..', source)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    external: ['pg-native'],
    logLevel: 'error',
  });
  return outfile;
}

export type Running = { port: number; stop(): Promise<void> };

/** A server in a process of its own, told what it needs by a message; it answers with its port. */
export async function start(program: string, needs: object, env: Record<string, string>): Promise<Running> {
  const child = fork(program, [], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    execArgv: [],
    serialization: 'advanced',
  });
  child.send(needs);
  const [port] = await Promise.race([once(child, 'message'), failure(child)]);
  return {
    port: port as number,
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`a server ended before it listened, with ${code}`);
}
