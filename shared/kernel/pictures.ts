import * as z from 'zod/mini';
import { Id } from './ids';

/** That go with one thing somebody says: a request, an answer, a promise that was kept. */
export const MOST_PICTURES = 9;

/** Each sent before (`requests.beginPicture`). */
export const Pictures = z.optional(z.array(Id).check(z.maxLength(MOST_PICTURES, `最多 ${MOST_PICTURES} 张。`)));

/**
 * A picture as it may be seen: `url` opens it for a quarter of an hour; null while it is withheld, but for the station.
 * `checked` false: only those who handle the matter see it yet.
 */
export const Picture = z.object({
  id: Id,
  url: z.nullable(z.string()),
  checked: z.boolean(),
  /** The station left it off what everybody sees. */
  offBoard: z.optional(z.boolean()),
  width: z.int(),
  height: z.int(),
});

export type Picture = z.infer<typeof Picture>;
