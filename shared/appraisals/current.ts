import * as z from 'zod/mini';
import { Day, Instant } from '../kernel/days';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { STATE_NAMES } from './states';

export const State = z.enum(STATE_NAMES);

/** That the box shuts earlier or later than it was said at first: from when, to when, and why. */
export const Closing = z.object({ from: Instant, to: Instant, reason: z.string(), on: Day });
export type Closing = z.infer<typeof Closing>;

export const Summary = z.object({
  id: Id,
  title: z.string(),
  state: State,
  closesAt: Instant,
  /** The one after which it asks whether it got better; null where it is one of its own. A server of yesterday does not say. */
  follows: z.optional(z.nullable(Id)),
  closings: z.optional(z.array(Closing)),
});
export type Summary = z.infer<typeof Summary>;

/**
 * The appraisals residents may know of: open ones, and those that are over, newest first. It stands apart from the rest of the contract, because
 * the home page asks it, for which everybody waits.
 */
export const current = procedure({
  name: 'appraisals.current',
  summary: '正在评的、评完的',
  method: 'GET',
  path: '/appraisals',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ appraisals: z.array(Summary) }),
  problems: [],
  rate: 'public',
});
