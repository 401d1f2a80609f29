import * as z from 'zod/mini';
import { VillageCode } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { BoardItem } from './board';
import { Category } from './values';
import '../problems';

/**
 * What stands on the notice board and is like what somebody is writing (有人说过差不多的): at most three, of the same village first, none older than a
 * year; without a village, of the county's newest. Nothing that is not public is looked at, so whoever writes for the first time and has not signed in yet
 * may ask too. The words travel in the body, so that they stand in no address and no log.
 */
export const similar = procedure({
  name: 'requests.similar',
  summary: '公开栏上差不多的事',
  method: 'POST',
  path: '/requests/similar',
  who: 'anyone',
  input: z.strictObject({
    village: z.optional(VillageCode),
    category: z.optional(Category),
    words: words(2, LENGTHS.request[1]),
  }),
  reply: z.object({ items: z.array(BoardItem) }),
  problems: [],
  rate: 'public',
});
