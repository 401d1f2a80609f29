import type * as z from 'zod/mini';
import type { Call } from '../../platform/call';
import type { Explained } from '../../platform/settings';

/** A setting of whatever context, as the page shows it. */
export type Known = Explained & { name: string; schema: z.ZodMiniObject };

/** What is changed most stands first; any other group follows in the order of its context. */
const FIRST = ['居民的事', '部门', '公开栏', '代表建议', '评议', '提醒'];

/** Every setting a county may decide, by its name, group by group. */
export async function knownSettings(call: Call): Promise<ReadonlyMap<string, Known>> {
  const all = (await call.explained()).flatMap(({ schema, explained }) =>
    Object.entries(explained).map(([name, one]): Known => ({ ...one, name, schema })),
  );
  const groups = [...new Set([...FIRST, ...all.map(({ group }) => group)])];
  all.sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  return new Map(all.map((one) => [one.name, one]));
}
