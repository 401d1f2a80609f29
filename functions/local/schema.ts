import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { migrate } from '../platform/migrate';
import { dumpSchema } from '../platform/schema-dump';
import { startPostgres } from './postgres';

/** `npm run schema`: runs the migrations on an empty database and writes down what they make. */
async function main(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-schema-'));
  const postgres = await startPostgres({ dataDir, durable: false });
  try {
    await migrate(postgres.url);
    fs.writeFileSync(path.join(__dirname, '../migrations/schema.sql'), await dumpSchema(postgres.url));
  } finally {
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
