import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '../..');
const SOURCES = ['miniprogram/babel.config.js', 'miniprogram/config', 'miniprogram/src', 'shared', 'package.json'];

/**
 * Builds the mini-program (`weapp`) or its pages for a browser (`h5`) when their sources changed since the last build: about a
 * minute the first time, nothing after. Whoever comes while another process builds waits for it.
 * @returns the directory they are in
 * @throws Error with what the build said last
 */
export async function build(type: 'weapp' | 'h5', onStart: () => void = () => undefined): Promise<string> {
  const built = join(ROOT, 'dist', type);
  const stamp = join(ROOT, 'dist', `.${type}-built-from`);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  await alone(join(ROOT, 'dist', `.${type}-building`), async () => {
    const sources = fingerprint();
    if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
    onStart();
    // Nobody may take a build that was cut off for a whole one.
    rmSync(stamp, { force: true });
    await run([join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type, '--no-check']);
    writeFileSync(stamp, sources);
  });
  return built;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  // The address and the county it is built for are in it.
  for (const [name, value] of Object.entries(process.env).sort())
    if (name.startsWith('TARO_APP_')) hash.update(`${name}=${value}`);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(ROOT, path);
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  else if (!/\.test\.tsx?$/.test(path)) hash.update(path).update(readFileSync(full));
}

async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  while (!taken(lock)) await sleep(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** True when the lock is ours now. One left behind by a process that was killed is thrown away. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    rmSync(lock, { force: true });
  }
  return false;
}

function run(args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: join(ROOT, 'miniprogram'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`没有生成成功：\n${Buffer.concat(said).toString('utf8').slice(-2000)}`)),
    );
  });
}
