import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testDatabase } from '../../testing/server';
import { localSecrets } from '../secrets';

const store = testDatabase();
const directory = mkdtempSync(join(tmpdir(), 'lianxin-county-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const LIST = join(__dirname, '../../testing/divisions/370283.csv');

/** The command line, on the test's database. */
async function county(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { PATH } = process.env;
  const env = { PATH, DATABASE_URL: store.url, ...localSecrets(directory) };
  const command = ['--import', 'tsx', join(__dirname, 'main.ts'), ...args];
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  );
}

test('a county is added, listed, and what is said goes where it belongs', async () => {
  const added = await county('add', '370283', '--divisions', LIST, '--admin-phone', '13800000009');
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(added.out).toContain('村、社区 363 个');
  expect((await county('list')).out).toContain('370283 平度市');
  const refused = await county('add', '370284', '--divisions', LIST);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('这份名单是 370283 的，不是 370284 的');
}, 120_000);

test('words that are not understood are said, with how it is meant', async () => {
  for (const [args, said] of [
    [[], '用法：'],
    [['add', '370283', '--divisions', '/nowhere.csv'], '没有这个文件：/nowhere.csv'],
    [['add', '370283', '--adminphone', '1'], '用法：'],
    [['fly'], '什么也没有写进去'],
  ] as const) {
    const { code, err } = await county(...args);
    expect([code, err.includes(said)]).toEqual([1, true]);
  }
}, 120_000);

test('what a deployed function is invoked with is printed, and nothing is done', async () => {
  const file = join(directory, 'list.csv');
  writeFileSync(file, '330881001000,双塔街道\n');
  const { out } = await county('add', '330881', '--divisions', file, '--name', '江山市', '--event');
  const event = JSON.parse(out);
  expect(event).toEqual({ do: 'add', county: '330881', name: '江山市', divisions: expect.any(String) });
  expect(Buffer.from(event.divisions, 'base64').toString()).toBe('330881001000,双塔街道\n');
  expect((await county('list')).out).not.toContain('330881');
}, 120_000);
