import type { sendOpinion as contract } from '../../../shared/appraisals/rectification';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { sendOpinionTo } from '../../promises/public';
import { figuresOf, publishedOf } from './published';
import { termOf } from './rectification';

export async function sendOpinion(
  call: Call<Person>,
  { id, departmentId, words, dueOn }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const directory = await countyDirectoryOf(call);
  const due = dueOn ?? (await termOf(call, 'opinionTerm'));
  return call.write(async (tx) => {
    const published = await publishedOf(tx, call, id);
    const wasRated = published.definition.subjects.some((subject) => subject.id === departmentId);
    ensure(wasRated && !directory.hasEndedDepartment(departmentId), 'department_unknown');
    const subject = { context: 'appraisals', id, source: published.campaign.draft.title };
    const figures = figuresOf(published, departmentId);
    const sent = await sendOpinionTo(tx, call, { subject, departmentId, words, figures, dueOn: due });
    const entry = { jurisdiction, personId: caller.personId, objectKind: 'opinion', objectId: sent.id, now };
    await audit(tx, { ...entry, action: 'appraisals.sendOpinion' });
    return sent;
  });
}
