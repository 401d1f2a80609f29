import type { importBoundaries as contract } from '../../shared/directory/contract/office';
import { MOST_BYTES } from '../../shared/directory/limits';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { afterCommit } from '../platform/after-commit';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { readGeoJson } from './boundaries/geojson';
import { packBoundaries } from './boundaries/index-file';
import { directoryOf, forgetDirectory } from './directory';
import { replaceBoundary } from './queries';
import { fileKey } from './workbook-file';

/**
 * Puts the boundaries of a file in the place of those before: every polygon that is all right, while the others are told. When none
 * is, nothing changes. The file is removed once it was imported.
 */
export async function importBoundaries(
  call: Call<Person>,
  { fileId, coordinates }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller, services } = call;
  const key = fileKey(jurisdiction, fileId);
  const bytes = await services.storage.get(key, MOST_BYTES.boundaries);
  ensure(bytes, 'file_missing');
  const { polygons, faults, faultCount } = readGeoJson(bytes, coordinates, await directoryOf(call));
  if (!polygons.length) return { polygons: 0, villages: 0, faults };
  const counts = { polygons: polygons.length, villages: new Set(polygons.map(({ village }) => village)).size };
  const data = packBoundaries(polygons);
  await call.write(async (tx) => {
    await replaceBoundary(tx, { jurisdiction, data, polygons: counts.polygons, now });
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'directory.importBoundaries',
      objectKind: 'boundary',
      objectId: null,
      detail: { ...counts, faults: faultCount, coordinates },
      now,
    });
  });
  forgetDirectory(call);
  await afterCommit(services, () => services.storage.remove(key));
  return { ...counts, faults };
}
