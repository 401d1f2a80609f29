import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { obey } from '../../counties/obey';
import { openOperator } from '../../counties/open-operator';
import { migrate } from '../../platform/migrate';
import { runningPostgres, startPostgres } from '../postgres';
import { localSecrets } from '../secrets';
import { readWords } from './read-words';

const { env } = process;

/** `npm run county`: acts on the counties of `DATABASE_URL`, else of the directory of `npm start`, whether that runs or not. */
async function main(): Promise<boolean> {
  const words = readWords(process.argv.slice(2));
  if (typeof words === 'string') {
    process.stderr.write(`${words}\n`);
    return false;
  }
  if (words.event) {
    process.stdout.write(`${JSON.stringify(words.order)}\n`);
    return true;
  }
  const { url, keys, stop } = await databaseOf();
  try {
    await migrate(url);
    const operator = openOperator(url, keys);
    const { ok, said } = await obey(operator, words.order).finally(() => operator.database.close());
    (ok ? process.stdout : process.stderr).write(`${said.join('\n')}\n`);
    return ok;
  } finally {
    await stop();
  }
}

/** A database of one's own brings its own keys: with those of this machine's demo nobody could be found by their phone. */
async function databaseOf() {
  const { DATABASE_URL, LIANXIN_DATA } = env;
  const directory = resolve(LIANXIN_DATA ?? '.data');
  if (DATABASE_URL && !LIANXIN_DATA) return { url: DATABASE_URL, keys: env, stop: async () => undefined };
  mkdirSync(directory, { recursive: true });
  const keys = localSecrets(directory);
  const url = DATABASE_URL ?? (await runningPostgres(`${directory}/postgres`));
  if (url) return { url, keys, stop: async () => undefined };
  const own = await startPostgres({ dataDir: `${directory}/postgres` });
  return { url: own.url, keys, stop: own.stop };
}

main().then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
