import { afterCommit } from './after-commit';
import { DatabaseAway } from './database-errors';
import { logLine } from './log';
import { StorageAway } from './storage';

const linesOf = async (error: unknown) => {
  const lines: string[] = [];
  const log = (...[level, msg, fields]: Parameters<Parameters<typeof afterCommit>[0]['log']>) =>
    void lines.push(logLine(new Date(0), level, msg, fields));
  await afterCommit({ log }, async () => Promise.reject(error));
  return lines.map((line) => JSON.parse(line));
};

test.each([
  [new StorageAway('answered 503'), { error: 'StorageAway' }],
  [new DatabaseAway(Object.assign(new Error('13800000001'), { code: 'ECONNRESET' })), { system: 'ECONNRESET' }],
  [Object.assign(new Error('陈试用'), { code: '23505', constraint: 'person_phone' }), { sqlstate: '23505' }],
  [Object.assign(new Error('陈试用'), { code: 'EPIPE' }), { system: 'EPIPE' }],
  ['陈试用', { error: 'string' }],
])(
  'what fails behind a write is thrown at nobody and logged by its kind, without what it said: %#',
  async (error, said) => {
    const [line] = await linesOf(error);
    expect(line).toMatchObject({ level: 'error', msg: 'failed after the commit', ...said });
    expect(JSON.stringify(line)).not.toMatch(/陈试用|1380/);
    expect(line.dropped).toBeUndefined();
  },
);
