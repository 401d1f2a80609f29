import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { shown as contract, shownToFollower as followerContract } from '../../../shared/promises/contract';
import type { Opinion, Shown } from '../../../shared/promises/shown';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hideIn } from '../hide';
import { matterOf } from '../matter';
import { selectOpinionsOfSubject } from '../opinions/queries';
import { showOpinions } from '../opinions/show';
import { isFollowed, type PromiseRow, selectPromise } from '../queries';
import { showAll, toDepartment } from './show';

export async function shown(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => {
    const promise = await selectPromise(tx, call.jurisdiction, id);
    ensure(promise?.public, 'not_found');
    return showWhole(tx, call, promise);
  });
}

export async function shownToFollower(
  call: Call<Person>,
  { id }: Input<typeof followerContract>,
): Promise<Reply<typeof followerContract>> {
  const { jurisdiction, caller } = call;
  return call.read(async (tx) => {
    const promise = await selectPromise(tx, jurisdiction, id);
    ensure(promise, 'not_found');
    const { sides } = matterOf(call, promise);
    const follows = await isFollowed(tx, { jurisdiction, personId: caller.personId }, id);
    ensure(promise.public || sides.length > 0 || follows, 'not_found');
    const whole = await showWhole(tx, call, promise);
    const isDepartments = !promise.public && !follows && sides.every((side) => side === 'department');
    return isDepartments ? toDepartment(whole, (await hideIn(tx, call, [promise]))(promise)) : whole;
  });
}

async function showWhole(tx: Tx, call: Call, promise: PromiseRow): Promise<Reply<typeof contract>> {
  const [one] = await showAll(tx, call, [promise]);
  const { subject_context, subject_id, department_id } = promise;
  const said = await selectOpinionsOfSubject(tx, call.jurisdiction, subject_context, subject_id);
  const opinions = await showOpinions(
    tx,
    call,
    said.filter((each) => each.department_id === department_id),
  );
  const subject = { context: subject_context, id: subject_id };
  return { ...(one as Shown), subject, opinion: opinions[0] ? opinionOf(opinions[0]) : null };
}

/** What was said and when, on which numbers, and the answer that stands. */
function opinionOf({ words, figures, events }: Opinion) {
  const on = events.find(({ kind }) => kind === 'sent')?.on;
  const answer = events.filter(({ kind }) => kind === 'answered').at(-1);
  return { on, words, figures, answer: answer ? { on: answer.on, words: answer.words } : null };
}
