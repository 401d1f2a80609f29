import * as z from 'zod/mini';

/** How many promises stand how. */
export const Figures = z.object({
  made: z.int(),
  kept: z.int(),
  kept_late: z.int(),
  to_look: z.int(),
  open: z.int(),
  due: z.int(),
  broken: z.int(),
  putOff: z.int(),
});

/** How many deputies said what. */
export const Tally = z.object({
  satisfied: z.int(),
  basically: z.int(),
  dissatisfied: z.int(),
  given: z.int(),
  none: z.int(),
});
