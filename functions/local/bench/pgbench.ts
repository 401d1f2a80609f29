import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { again, type Statement } from './recording';

/** Null when there is no `pgbench` on PATH; npm does not bring it along. */
export function pgbenchVersion(): string | null {
  const { status, stdout } = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Writes a recording as a pgbench script: each message as it was sent, with a random id or number where the recording had one. */
export function writeScript(statements: readonly Statement[], directory: string): string {
  const sets: string[] = [];
  const draw = (kind: 'id' | 'number', below: number) => {
    sets.push(`\\set r${sets.length} random(1, ${below})`);
    return `<${kind} r${sets.length - 1}>`;
  };
  const made = again(statements, {
    newId: () => draw('id', 2 ** 47),
    newNumber: () => draw('number', 999_999_999),
  });
  const messages = made.map(({ text, values }) => {
    const filled = text.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]));
    // The parts of one message go to the server together: pgbench spells that `\;`.
    return `${filled.replaceAll(';', ' \\;').replace(/\s+/g, ' ')};`;
  });
  const file = join(directory, 'submit.pgbench.sql');
  writeFileSync(file, [...sets, ...messages, ''].join('\n'));
  return file;
}

const DRAWN = /<(id|number) (r\d+)>/g;

/** A value as SQL text; pgbench fills in its variables, so what holds one is put together by the server. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  if (value instanceof Date) return `'${value.toISOString()}'`;
  const text = `'${String(value).replaceAll("'", "''")}'`;
  if (!text.match(DRAWN)) return text;
  const joined = text.replace(DRAWN, (_, kind, name) =>
    kind === 'id'
      ? `' || '00000001-0000-7000-8000-' || lpad(to_hex(:${name}), 12, '0') || '`
      : `' || lpad((:${name})::text, 9, '0') || '`,
  );
  const type = text.startsWith("'<id ") ? '::uuid' : text.startsWith("'{") ? '::jsonb' : '';
  return `(${joined})${type}`;
}

/** Transactions a second. @throws Error when one of them failed */
export async function pgbench(url: string, script: string, clients: number, transactions: number): Promise<number> {
  const each = Math.ceil(transactions / clients);
  const args = ['-n', '-f', script, '-c', String(clients), '-t', String(each), url];
  const { stdout } = await promisify(execFile)('pgbench', args);
  const failed = /failed transactions: (\d+)/.exec(stdout)?.[1];
  if (failed !== '0') throw new Error(`pgbench: ${stdout}`);
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
}
