import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { findPrograms, isOpen, type Programs } from './postgres-programs';

/** What belongs to one data directory. */
export type Cluster = { files: string; password: string; portFile: string; log: string; programs: Programs };

/** Finds the cluster in `dataDir`, or makes one: with a password of its own, for nobody but this directory's owner to read. */
export function openCluster(dataDir: string, durable: boolean): Cluster {
  fs.mkdirSync(dataDir, { recursive: true });
  const cluster = {
    files: path.join(fs.realpathSync(dataDir), 'cluster'),
    password: passwordIn(dataDir),
    portFile: path.join(dataDir, 'port'),
    log: path.join(dataDir, 'log'),
    programs: findPrograms(),
  };
  if (!fs.existsSync(cluster.files)) createFiles(cluster, durable);
  return cluster;
}

function passwordIn(dataDir: string): string {
  const file = path.join(dataDir, 'password');
  const draft = `${file}.${process.pid}`;
  if (!fs.existsSync(file)) {
    fs.writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    try {
      // Two first starts at once must end with one password: a link fails where a rename would replace.
      fs.linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.unlinkSync(draft);
    }
  }
  return fs.readFileSync(file, 'utf8');
}

/** Made in a directory beside it and moved when it is whole, so that a start that was killed halfway leaves no half cluster. */
function createFiles(cluster: Cluster, durable: boolean): void {
  const draft = `${cluster.files}.${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(path.join(draft, 'cluster'), { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(draft, 'password'), cluster.password, { mode: 0o600 });
  const { runAs } = cluster.programs;
  for (const place of ['.', 'cluster', 'password'])
    if (runAs) fs.chownSync(path.join(draft, place), runAs.uid, runAs.gid);
  try {
    runInitdb(cluster, path.join(draft, 'cluster'), durable);
    fs.renameSync(path.join(draft, 'cluster'), cluster.files);
  } catch (error) {
    // Another first start may have been faster; then its cluster is ours too.
    if (!fs.existsSync(cluster.files)) throw error;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(cluster: Cluster, files: string, durable: boolean): void {
  const seen = seenByPostgres(cluster, files);
  const flags = ['--username=postgres', '--encoding=UTF8', '--auth=scram-sha-256', `--pwfile=${seen}/../password`];
  // With the locale C, trigrams of Chinese are empty; macOS and Windows have no C.UTF-8 but the one PostgreSQL 17 brings along.
  flags.push(...(process.platform === 'linux' ? [] : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']));
  flags.push(`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`, ...(durable ? [] : ['--no-sync']));
  const made = spawnSync(cluster.programs.initdb, ['-D', seen, ...flags], {
    ...spawnOptions(cluster, files),
    encoding: 'utf8',
  });
  if (made.status === 0) return;
  throw new Error(`PostgreSQL could not make its files in ${files}: ${made.stderr || made.error}`);
}

/** Programs of the cluster run in `directory`, without our environment: PGPORT and its like would change what they do. */
export function spawnOptions(cluster: Cluster, directory: string) {
  const { PATH, SystemRoot } = process.env;
  return { ...cluster.programs.runAs, cwd: directory, env: { PATH, SystemRoot, TZ: 'UTC', LC_ALL: 'C' } };
}

/**
 * How a program that runs in `directory` may call it. Started by root, PostgreSQL runs as nobody, who cannot walk through a closed
 * directory above (a clone below /root, a `mktemp -d`); Linux lets it reach the directory it was started in all the same.
 */
export function seenByPostgres({ programs }: Cluster, directory: string): string {
  return programs.runAs && process.platform === 'linux' && !isOpen(path.dirname(directory))
    ? '/proc/self/cwd'
    : directory;
}
