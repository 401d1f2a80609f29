import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { answerOpinion as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { makePromises } from '../make';
import { happenToOpinion } from './happen';
import { workOpinion } from './show';

export async function answerOpinion(
  call: Call<Person>,
  { id, version, words, promises }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const opinion = await happenToOpinion(tx, call, { id, seen: version, event: 'answered', words });
    const { subject_context: context, subject_id, source, department_id: departmentId } = opinion;
    const subject = { context, id: subject_id, source, public: true };
    await makePromises(tx, call, { subject, departmentId, promised: promises });
    return workOpinion(tx, call, opinion);
  });
}
