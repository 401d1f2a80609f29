import type { Length } from '../kernel/text';

export const LENGTHS = { about: [1, 60] } as const satisfies Record<string, Length>;

/** How many people have to try an appraisal before it opens (试投). */
export const TRIALS = 3;
