import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Procedure } from '../../shared/kernel/procedure';
import { proceduresOf } from '../platform/http';

const SHARED = join(__dirname, '../../shared');

/** Every procedure of every contract in `shared/`, the office's included: found, not listed, so that none can be left out of a test. */
export const procedures: readonly Procedure[] = readdirSync(SHARED)
  .flatMap((context) => ['contract.ts', 'contract/index.ts', 'contract/office.ts'].map((file) => `${context}/${file}`))
  .filter((file) => existsSync(join(SHARED, file)))
  .flatMap((file) => proceduresOf(require(join(SHARED, file))));
