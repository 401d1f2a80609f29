import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, parse, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

// serverless.yml reads it too, so it has no types.
const { settings }: { settings: BuildOptions & { plugins: Plugin[] } } = require('../../deploy/bundling.cjs');

/**
 * Bundles a file of `functions/` as `serverless.yml` does for a deployment. `changes`: plugins that change it. @returns where it is; its
 * chunks lie in a folder beside it
 */
export async function bundle(source: string, directory: string, changes: Plugin[] = []): Promise<string> {
  await build({
    ...settings,
    plugins: [...settings.plugins, ...changes],
    entryPoints: [resolve(__dirname, '../..', source)],
    outdir: directory,
    logLevel: 'error',
  });
  return join(directory, `${parse(source).name}.js`);
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
