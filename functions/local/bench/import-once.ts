import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { checkWorkbook } from '../../directory/check-workbook';
import { importWorkbook } from '../../directory/import-workbook';
import { clockCall, type Person } from '../../platform/call';
import { readConfig } from '../../platform/config';
import { openServices } from '../../platform/services';
import { type Imported, type ImportNeeds, OFFICE } from './import-needs';

/** A process that imports one workbook and says what it took. The file comes from the disk, as it would from the storage. */
async function main({ jurisdiction, file, rows }: ImportNeeds): Promise<Imported> {
  const services = openServices(readConfig(process.env), { connections: 1 });
  const storage = { ...services.storage, get: async () => readFileSync(file), remove: async () => undefined };
  const caller: Person = {
    personId: OFFICE,
    sessionId: v7(),
    deputyId: null,
    stationIds: [],
    villages: [],
    departmentIds: [],
    admin: true,
    phoneVerified: true,
  };
  const call = { ...clockCall({ ...services, storage }, jurisdiction), caller };
  const started = performance.now();
  const fileId = v7();
  const { digest, faults, ending } = await checkWorkbook(call, { fileId });
  if (faults.length) throw new Error(`the workbook has faults: ${JSON.stringify(faults.slice(0, 3))}`);
  const { changes } = await importWorkbook(call, { fileId, digest, ending: ending.terms });
  const ms = performance.now() - started;
  const read = changes.reduce((sum, change) => sum + change.rows, 0);
  if (read !== rows) throw new Error(`${read} rows were read of ${rows}`);
  return { ms, megabytes: process.resourceUsage().maxRSS / 1024 };
}

process.once('message', (needs: ImportNeeds) => {
  main(needs).then(
    (imported) => process.send?.(imported),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
