import * as z from 'zod/mini';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { MOST_FOLLOWED } from './limits';
import './problems';

const Followed = z.object({ promises: z.array(Id) });

/** Which promises the caller hears of. */
export const followed = procedure({
  name: 'promises.followed',
  summary: '改了没有，会告诉我的那些事',
  method: 'GET',
  path: '/promises/followed',
  who: ['resident'],
  input: z.strictObject({}),
  reply: Followed,
  problems: [],
  rate: 'read',
});

/** From now on the caller hears whether these are kept, or (`on: false`) no more. Anybody may, whether they rated the department or not. */
export const follow = procedure({
  name: 'promises.follow',
  summary: '改了没有，告诉我',
  method: 'PUT',
  path: '/promises/followed',
  who: ['resident'],
  input: z.strictObject({
    promises: z.array(Id).check(z.minLength(1), z.maxLength(MOST_FOLLOWED)),
    on: z.boolean(),
  }),
  reply: Followed,
  problems: ['not_found'],
  rate: 'write',
});
