import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { CARRIED } from '../states';
import { State } from './values';
import '../problems';

const CARRYING = {
  id: Id,
  seen: Id,
  /** On which day it was handed over, or came back; not later than today. */
  on: Day,
  by: z.enum(CARRIED),
};
const PROBLEMS = ['not_found', 'moved_since', 'not_now', 'is_merged', 'request_closed'] as const;

/** The station brought it to a deputy of a level above the county who has no account; its resident sees when and how. The clock goes on. */
export const tellHigher = procedure({
  name: 'requests.tellHigher',
  summary: '告诉了没有用连心站的上级代表',
  method: 'POST',
  path: '/requests/{id}/higher-telling',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject(CARRYING),
  reply: z.object({ state: State }),
  problems: [...PROBLEMS],
  rate: 'write',
  idempotent: true,
});

/** What that deputy said is the answer, in their own words: the station writes it down, and its resident says whether it is solved. */
export const answerHigher = procedure({
  name: 'requests.answerHigher',
  summary: '记下没有用连心站的上级代表怎么答的',
  method: 'POST',
  path: '/requests/{id}/higher-answer',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...CARRYING, words: words(...LENGTHS.answer) }),
  reply: z.object({ state: State }),
  problems: [...PROBLEMS, 'own_matter'],
  rate: 'write',
  idempotent: true,
});
