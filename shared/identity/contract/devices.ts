import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

/** Where somebody is signed in: on which kind of device, since when, when it was used last; `current` is the one that asks. */
const SignedIn = z.object({
  id: Id,
  device: z.nullable(z.string()),
  desk: z.boolean(),
  since: Instant,
  usedAt: Instant,
  current: z.boolean(),
});

export type SignedIn = z.infer<typeof SignedIn>;

/** One's own sessions, the one used last first. */
export const sessions = procedure({
  name: 'identity.sessions',
  summary: '我在哪些手机和电脑上登录着',
  method: 'GET',
  path: '/identity/sessions',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ sessions: z.array(SignedIn) }),
  problems: [],
  rate: 'read',
});

/** Ends one of one's own sessions. Nothing is written from there any more; what is read ends within a quarter of an hour. Twice it is done. */
export const endSession = procedure({
  name: 'identity.endSession',
  summary: '让一部手机或一台电脑退出',
  method: 'DELETE',
  path: '/identity/sessions/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ ended: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
});

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = procedure({
  name: 'identity.endOtherSessions',
  summary: '除了这一台，都退出',
  method: 'DELETE',
  path: '/identity/sessions',
  who: ['resident'],
  input: z.strictObject({}),
  reply: z.object({ ended: z.int() }),
  problems: [],
  rate: 'write',
});
