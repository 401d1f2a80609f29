import type { trial as contract } from '../../../shared/appraisals/contract';
import { STATES } from '../../../shared/appraisals/states';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { readMatter } from '../campaign';
import { subjectsOf } from '../departments';

/** The questionnaire for those who try it; once it is open there is a real one. */
export async function trial(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => {
    const { campaign, trials } = await readMatter(tx, call, id);
    ensure(STATES[campaign.state].changeable, 'campaign_not_open');
    const { version, draft } = campaign;
    const { title, asks, questions } = draft;
    return { title, version, asks, questions, subjects: subjectsOf(directory, draft), people: trials.people };
  });
}
