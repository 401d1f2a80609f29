import type { Formers, Json } from '../platform/formers';

/** The directory as version 1 of the API spoke of it. */
export const formers: Formers = { deputy: { reply: ({ joined, ...page }: Json) => page } };
