import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** A matter that was entered for the phone of whoever asks: where and when, and nothing else of it before they say that it is theirs. */
export const Offered = z.object({ id: Id, villageName: z.string(), enteredOn: Day });

export type Offered = z.infer<typeof Offered>;

/** What was entered for the caller's verified phone in the last months and is nobody's yet (这是您的事吗), the oldest first, twenty at most. */
export const offered = procedure({
  name: 'requests.offered',
  summary: '这是您的事吗：别人登记时留了我的手机号的',
  method: 'GET',
  path: '/requests/offered',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ items: z.array(Offered) }),
  problems: [],
  rate: 'read',
});

/**
 * It is theirs: they read it and speak from now on. Or not: the number is taken out, who entered it hears that it was wrong, and it is not
 * offered to them again. `not_found` for whoever it is not offered to, whatever became of it.
 */
export const confirmContact = procedure({
  name: 'requests.confirmContact',
  summary: '是我的，或不是我的',
  method: 'POST',
  path: '/requests/{id}/contact-confirmation',
  who: ['resident'],
  input: z.strictObject({ id: Id, mine: z.boolean() }),
  reply: z.object({ mine: z.boolean() }),
  problems: ['not_found'],
  rate: 'write',
  daily: 200,
  idempotent: true,
});
