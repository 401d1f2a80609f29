import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import '../problems';

const Absence = z.object({ id: Id, from: Day, to: Day });

/** A deputy's own days away (外出), those that are not over. */
export const absences = procedure({
  name: 'directory.absences',
  summary: '我哪几天不在',
  method: 'GET',
  path: '/directory/absences',
  who: ['deputy'],
  input: z.strictObject({}),
  reply: z.object({ absences: z.array(Absence) }),
  problems: [],
  rate: 'read',
});

/** Days on which a deputy does not answer (外出), both included; residents read it before they write. `days_bad` names the field. */
export const goAway = procedure({
  name: 'directory.goAway',
  summary: '这几天不在，居民会先看到',
  method: 'POST',
  path: '/directory/absences',
  who: ['deputy'],
  input: z.strictObject({ from: Day, to: Day }),
  reply: Absence,
  problems: ['days_bad'],
  rate: 'write',
  idempotent: true,
});

/** Takes days away back, before or while they run. Done twice it is done. */
export const comeBack = procedure({
  name: 'directory.comeBack',
  summary: '不外出了，或者提前回来了',
  method: 'DELETE',
  path: '/directory/absences/{id}',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ back: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
});
