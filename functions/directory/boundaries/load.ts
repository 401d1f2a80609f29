import type { Call } from '../../platform/call';
import type { Database } from '../../platform/database';
import type { Directory } from '../directory';
import { selectBoundary } from '../queries';
import { type Boundaries, openBoundaries } from './index-file';

type Kept = { builtAt: number; boundaries: Promise<Boundaries | null> };
const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * The county's boundaries, read once a process and again when the directory says that others were built. Null when there are none, or
 * none that this version can read.
 */
export function boundariesOf(call: Call, { boundariesBuiltAt }: Directory): Promise<Boundaries | null> {
  if (!boundariesBuiltAt) return Promise.resolve(null);
  const { database } = call.services;
  const counties = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, counties);
  const builtAt = boundariesBuiltAt.getTime();
  const known = counties.get(call.jurisdiction);
  if (known?.builtAt === builtAt) return known.boundaries;
  const boundaries = read(call);
  counties.set(call.jurisdiction, { builtAt, boundaries });
  boundaries.catch(() => counties.delete(call.jurisdiction));
  return boundaries;
}

async function read(call: Call): Promise<Boundaries | null> {
  const bytes = await call.read((tx) => selectBoundary(tx, call.jurisdiction));
  const boundaries = bytes && openBoundaries(bytes);
  if (bytes && !boundaries)
    call.services.log('error', 'boundaries cannot be read', { jurisdiction: call.jurisdiction });
  return boundaries;
}
