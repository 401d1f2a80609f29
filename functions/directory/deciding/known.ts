import type * as z from 'zod/mini';
import type { Call } from '../../platform/call';
import type { Explained } from '../../platform/settings';

/** A setting of whatever context, as the page shows it. */
export type Known = Explained & { name: string; schema: z.ZodMiniObject };

/** Every setting a county may decide, by its name: those of the other contexts in their order, then the directory's own. */
export async function knownSettings(call: Call): Promise<ReadonlyMap<string, Known>> {
  const contexts = await call.explained();
  const all = contexts.flatMap(({ schema, explained }) =>
    Object.entries(explained).map(([name, one]) => [name, { ...one, name, schema }] as const),
  );
  return new Map(all);
}
