import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../voting/verify.mjs');

/** What the script says that everybody can count again with. `sound`: it found nothing wrong. */
export function verify(text: string): { words: string; sound: boolean } {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-verify-'));
  const path = join(directory, 'vote.txt');
  writeFileSync(path, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, path], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  return { words: stdout + stderr, sound: status === 0 };
}
