import * as z from 'zod/mini';
import { Id } from '../../kernel/ids';
import { STANDINGS } from '../board';
import { Category } from './values';

const Village = z.string().check(z.regex(/^\d{12}$/, '请选一个村。'));
const Town = z.string().check(z.regex(/^\d{9}$/, '请选一个乡镇。'));

/** How the board is looked at. Every combination costs the same in any county (decision 37). */
export const BoardFilters = z.strictObject({
  village: z.optional(Village),
  /** The first nine digits of its villages' codes; with `village` that one counts. */
  town: z.optional(Town),
  category: z.optional(Category),
  department: z.optional(Id),
  standing: z.optional(z.enum(STANDINGS)),
});
export type BoardFilters = z.infer<typeof BoardFilters>;
