import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the script says that everybody can count again with. */
export function verify(text: string): { words: string } {
  const path = join(mkdtempSync(join(tmpdir(), 'lianxin-verify-')), 'vote.txt');
  writeFileSync(path, text);
  try {
    return {
      words: execFileSync(process.execPath, [join(__dirname, '../../voting/verify.mjs'), path], { encoding: 'utf8' }),
    };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { words: stdout + stderr };
  }
}
