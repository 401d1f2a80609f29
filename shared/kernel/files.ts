import * as z from 'zod/mini';

/**
 * Where a file is sent to, once, within ten minutes: a form (`multipart/form-data`) with these fields in this order and then `file`.
 * Size and type are in the signature, so what is too large is refused there.
 */
export const SignedForm = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });
export type SignedForm = z.infer<typeof SignedForm>;
