import { v7 } from 'uuid';
import { type Day, dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import { isDayToPromise } from '../../../shared/promises/rules';
import type { WorkedOpinion } from '../../../shared/promises/shown';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { Subject } from '../make';
import { insertOpinion, insertOpinionEvent } from './queries';
import { workOpinion } from './show';
import { tellOfOpinion } from './tell';

type Sent = { subject: Omit<Subject, 'public'>; departmentId: string; words: string; figures: string[]; dueOn: Day };

/**
 * The office says to a department what it has to answer, as part of what another context writes; once for each subject.
 * @throws ProblemError `promise_day_bad`, `opinion_sent_before`
 */
export async function sendOpinionTo(
  tx: Tx,
  call: Call<Person>,
  { subject, departmentId, words, figures, dueOn }: Sent,
): Promise<WorkedOpinion> {
  const { jurisdiction, now, caller } = call;
  ensure(isDayToPromise(dueOn, dayOf(now)), 'promise_day_bad');
  const opinion = {
    jurisdiction,
    id: v7(),
    subject_context: subject.context,
    subject_id: subject.id,
    department_id: departmentId,
    source: subject.source,
    words,
    due_on: dueOn,
    state: 'sent' as const,
    again: false,
    answered_on: null,
    reminded: null,
    version: 1,
    created_at: now,
    changed_at: now,
  };
  ensure(await insertOpinion(tx, { ...opinion, figures: JSON.stringify(figures) }), 'opinion_sent_before');
  const happened = {
    jurisdiction,
    opinion_id: opinion.id,
    id: v7(),
    kind: 'sent' as const,
    person_id: caller.personId,
  };
  await insertOpinionEvent(tx, { ...happened, words: null, due_on: dueOn, at: now });
  await tellOfOpinion(tx, call, { ...opinion, figures }, 'sent');
  return workOpinion(tx, call, { ...opinion, figures });
}
