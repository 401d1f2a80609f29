import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { build } from '../local/build';

const ROOT = resolve(__dirname, '../..');
const SERVERLESS = join(ROOT, 'node_modules/serverless/bin/serverless.js');
const COPIED = ['serverless.yml', 'package.json', 'tsconfig.json'];
const LINKED = ['dist', 'deploy', 'functions', 'shared', 'node_modules'];

type Resource = { Type: string; Properties: Record<string, unknown> & { [name: string]: never } };

export type Packaged = {
  /** Holds everything; remove it at the end. */
  directory: string;
  /** The template CloudFormation would be given. */
  resources: Record<string, Resource>;
  template: string;
  /** Each function's files, by the function's name and the path in its zip. */
  functions: Record<string, Record<string, Uint8Array>>;
  /** Each function's zip unpacked, as AWS unpacks it; nothing of ours is above it. */
  unpacked(name: string): string;
  /** The source files of each file that was made of some, by its path in the zip. */
  sources: Record<string, string[]>;
};

/**
 * `serverless package` in a directory of its own, so that several may run at once, and with nothing of the caller's environment: no
 * account, no key, no home.
 * @throws what the command printed
 */
export async function packageStage(stage: string): Promise<Packaged> {
  await build('h5');
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-package-'));
  const project = join(directory, 'project');
  const out = join(directory, 'out');
  mkdirSync(project);
  for (const file of COPIED) copyFileSync(join(ROOT, file), join(project, file));
  for (const folder of LINKED) symlinkSync(join(ROOT, folder), join(project, folder));
  // What the command leaves in its temporary folder goes with the directory.
  const env = { PATH: process.env.PATH, HOME: directory, TMPDIR: directory };
  const command = [SERVERLESS, 'package', '--stage', stage, '--package', out];
  await promisify(execFile)(process.execPath, command, { cwd: project, env }).catch(
    (error: { stdout: string; stderr: string }) => {
      rmSync(directory, { recursive: true, force: true });
      throw new Error(`${error.stdout}${error.stderr}`);
    },
  );
  const template = readFileSync(join(out, 'cloudformation-template-update-stack.json'), 'utf8');
  const zips = readdirSync(out).filter((file) => file.endsWith('.zip'));
  const functions = Object.fromEntries(
    zips.map((file) => [file.slice(0, -4), unzipSync(new Uint8Array(readFileSync(join(out, file))))]),
  );
  return {
    directory,
    resources: JSON.parse(template).Resources,
    template,
    functions,
    unpacked: (name) => unpack(join(directory, name), functions[name] ?? {}),
    sources: sourcesIn(join(project, '.esbuild/.build')),
  };
}

function unpack(directory: string, files: Record<string, Uint8Array>): string {
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), bytes);
  }
  return directory;
}

function sourcesIn(build: string): Packaged['sources'] {
  const maps = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.map'));
  return Object.fromEntries(
    maps.map((file) => {
      const { sources } = JSON.parse(readFileSync(join(build, file), 'utf8')) as { sources: string[] };
      return [file.slice(0, -4), sources];
    }),
  );
}

export type Handled = { result?: unknown; error?: string };

const RUN = `
  const [file, name, events] = process.argv.slice(1);
  (async () => {
    const ends = [];
    for (const event of JSON.parse(events)) {
      // Required at the first event: what fails while it loads fails the event, as in Lambda.
      const handle = async () => require(require('node:path').resolve(file))[name](event, {});
      ends.push(await handle().then((result) => ({ result: result ?? null }), (error) => ({ error: String(error.message) })));
    }
    const read = Object.keys(require.cache).map((path) => require('node:path').relative(process.cwd(), path));
    require('node:fs').writeSync(3, JSON.stringify({ ends, read }));
    process.exit(0);
  })();`;

type Run = { ends: Handled[]; read: string[] };

/**
 * Lets a handler answer events one after another, in a process that has nothing but `env` and stands where the zip was unpacked. `read`
 * are the files of the zip whose code was loaded for it.
 */
export async function invoke(
  directory: string,
  handler: string,
  events: unknown[],
  env: Record<string, string>,
): Promise<Run> {
  const [file = '', name = ''] = handler.split('.');
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, ['-e', RUN, `${file}.js`, name, JSON.stringify(events)], {
    cwd: directory,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stdio[3]?.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise((closed) => child.once('close', closed));
  return JSON.parse(said || '{"ends":[],"read":[]}');
}

/** What API Gateway hands to a function: payload version 2.0. */
export function httpEvent(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
) {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const query = Object.fromEntries(new URLSearchParams(rawQueryString));
  return {
    version: '2.0',
    routeKey: `${method} /api/{path+}`,
    rawPath,
    rawQueryString,
    ...(rawQueryString ? { queryStringParameters: query } : {}),
    headers: {
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
      host: 'lianxin.example',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'example',
      domainName: 'lianxin.example',
      domainPrefix: 'lianxin',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} /api/{path+}`,
      stage: '$default',
      time: '22/Nov/2026:02:00:00 +0000',
      timeEpoch: 1795312800000,
    },
    pathParameters: { path: rawPath.replace(/^\/api\//, '') },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
