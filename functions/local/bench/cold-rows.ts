import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FirstEvent, openStarts } from './cold';
import { emptyContext } from './empty-context';
import { bundle } from './programs';
import { alternate, type Compared, spreadOf } from './rounds';

/** Of the code a first event reads. */
const PROMISED_BYTES = 400_000;

/** What is started beside ours: the least a function can be that does the same; ours without an empty context more. */
const BESIDE = {
  cold: { event: 'nothing', bare: writeBareHandler },
  'cold-county': { event: 'county', bare: (directory: string) => bundle('local/bench/bare-county.ts', directory) },
  'cold-sign-in': { event: 'sign-in', bare: (directory: string) => bundle('local/bench/bare-sign-in.ts', directory) },
  'cold-context': { event: 'county', bare: (directory: string) => apiIn(dirname(directory)) },
} as const satisfies Record<string, { event: FirstEvent; bare: (directory: string) => string | Promise<string> }>;

export type ColdName = keyof typeof BESIDE | 'bytes';

export function isCold(name: string): name is ColdName {
  return name === 'bytes' || name in BESIDE;
}

export async function cold(
  name: ColdName,
  env: Record<string, string>,
  directory: string,
  rounds: number,
): Promise<Compared> {
  const { start, close } = await openStarts(env);
  try {
    const ours =
      name === 'cold-context' ? await bundle('api.ts', join(directory, name), [emptyContext]) : await apiIn(directory);
    if (name === 'bytes') {
      const { bytes } = await start(ours, 'county');
      const kilobytes = (count: number) => spreadOf([count / 1000]);
      return { ours: kilobytes(bytes), bare: kilobytes(PROMISED_BYTES), ratio: spreadOf([bytes / PROMISED_BYTES]) };
    }
    const { event, bare } = BESIDE[name];
    const beside = await bare(join(directory, `${name}-bare`));
    const ms = (handler: string) => async () => (await start(handler, event)).ms;
    // A start takes a fiftieth of a round of calls, and two that should be the same must be told apart by a fiftieth.
    return await alternate(rounds * (name === 'cold-context' ? 12 : 3), ms(ours), ms(beside));
  } finally {
    await close();
  }
}

const bundled = new Map<string, Promise<string>>();

/** The api function as it is deployed, bundled once for all rows. */
function apiIn(directory: string): Promise<string> {
  const known = bundled.get(directory) ?? bundle('api.ts', join(directory, 'api'));
  bundled.set(directory, known);
  return known;
}

/** The least a function can be. @returns where it is */
function writeBareHandler(directory: string): string {
  const file = `${directory}.js`;
  const reply = `{ statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }`;
  writeFileSync(file, `exports.handler = async () => (${reply});\n`);
  return file;
}
