import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** The answer as a letter (答复函) to print on A4, the class at its head, as a PDF behind a link of ten minutes; for whoever has a part in it. */
export const printLetter = procedure({
  name: 'suggestions.printLetter',
  summary: '打印答复函',
  method: 'POST',
  path: '/office/suggestions/{id}/letter',
  who: ['deputy', 'department', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ url: z.string(), expiresAt: Instant }),
  problems: ['not_found', 'not_answered_yet'],
  rate: 'write',
});
