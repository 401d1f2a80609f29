import type * as z from 'zod/mini';
import type { Call } from '../../platform/call';
import type { Explained } from '../../platform/settings';
import { Settings } from '../settings';

/** A setting of whatever context, as the page shows it. */
export type Known = Explained & { name: string; schema: z.ZodMiniObject };

/** Every setting a county may decide, by its name, group by group: those of the other contexts in their order, then the directory's own. */
export async function knownSettings(call: Call): Promise<ReadonlyMap<string, Known>> {
  const contexts = await call.explained();
  const all = contexts.flatMap(({ schema, explained }) =>
    Object.entries(explained).map(([name, one]): Known => ({ ...one, name, schema })),
  );
  all.sort((a, b) => Number(a.schema === Settings) - Number(b.schema === Settings));
  const groups = [...new Set(all.map(({ group }) => group))];
  all.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  return new Map(all.map((one) => [one.name, one]));
}
