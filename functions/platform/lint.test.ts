import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** Each: a file, a line in it, and whether the linter lets it pass. */
const LINES: [file: string, line: string, passes: boolean][] = [
  ['functions/one/verb.ts', 'new Date()', false],
  ['functions/one/verb.test.ts', 'Date.now()', false],
  ['functions/local/seed/write.ts', 'Date()', false],
  ['shared/one/rules.ts', 'Date.now() + 1', false],
  ['miniprogram/test/find.h5.test.ts', '[new Date().toISOString()]', false],
  ['functions/one/later.ts', "new Date('2026-11-18')", true],
  ['functions/one/sooner.ts', 'new Date(0).getTime()', true],
  // What starts a process takes the machine's date and hands it on; a phone sets its own by the server's.
  ['functions/platform/services.ts', 'new Date()', true],
  ['functions/local/main.ts', 'new Date()', true],
  ['miniprogram/src/one/page.ts', 'new Date()', false],
  ['miniprogram/src/platform/clock.ts', 'Date.now()', true],
  ['functions/requests/reading/list.ts', "(state: string) => state === 'asked'", false],
  ['miniprogram/src/requests/tabs/list.ts', "(item: { state: string }) => item.state !== 'closed'", false],
  ['shared/requests/rules.ts', "(item: { state: string }) => item.state === 'new'", false],
  ['shared/requests/lifecycle.ts', "(state: string) => state === 'asked'", true],
  ['miniprogram/src/ui/list.ts', "(state: string) => state === 'now'", true],
];

test('nobody reads the machine’s date but who starts a process, nor asks for a state by its name but the lifecycle', () => {
  const house = mkdtempSync(join(tmpdir(), 'lianxin-lint-'));
  for (const file of ['biome.json', '.biome', '.gitignore'])
    cpSync(join(ROOT, file), join(house, file), { recursive: true });
  for (const [file, line] of LINES) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `export const x = ${line};\n`);
  }
  const { stdout } = spawnSync(process.execPath, [BIOME, 'lint', '--reporter=json', '.'], {
    cwd: house,
    encoding: 'utf8',
  });
  rmSync(house, { recursive: true });
  const bitten = LINES.filter(([file]) => stdout.includes(`"${file}"`)).map(([file]) => file);
  expect(bitten).toEqual(LINES.filter(([, , passes]) => !passes).map(([file]) => file));
});
