import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';

/** Why a short message (短信) did not arrive, or not yet. */
const TEXT_FAULTS = ['away', 'settings', 'number', 'stopped', 'too_many', 'unsure', 'late'] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

/** `sent`: the operator took it. `refused`: it will not, for this person. `failed`: nothing came of it that day. */
const TEXT_STATES = ['waiting', 'sent', 'refused', 'failed'] as const;

/** What became of the last message to somebody who gets what others read in WeChat as a short message; null: there was none yet. */
const TextTo = z.object({
  membershipId: Id,
  last: z.nullable(z.object({ state: z.enum(TEXT_STATES), fault: z.nullable(z.enum(TEXT_FAULTS)), on: Day })),
});

export type TextTo = z.infer<typeof TextTo>;

/** Who of one's departments, for the office of all, gets short messages because they have not come with WeChat yet. None where the county sends none. */
export const texts = procedure({
  name: 'notifications.texts',
  summary: '谁收短信，送到没有',
  method: 'GET',
  path: '/notifications/texts',
  who: ['department', 'admin'],
  input: z.strictObject({}),
  reply: z.object({ texts: z.array(TextTo) }),
  problems: [],
  rate: 'read',
});
