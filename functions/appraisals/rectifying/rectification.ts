import type { rectification as contract } from '../../../shared/appraisals/rectification';
import { dayOf, dueOn } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import { workedOf } from '../../promises/public';
import { Settings } from '../settings';
import { figuresOf, publishedOf } from './published';
import { secondOf } from './second';

/** The last day of the county's term, from today. */
export async function termOf(call: Call, term: keyof typeof Settings.shape): Promise<string> {
  const { settings, calendar } = await countyDirectoryOf(call);
  return dueOn(dayOf(call.now), settings(Settings)[term], workingDays(calendar));
}

/** Every department that was rated, with what was said to it, what it promised, and what the office may do now. */
export async function rectification(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const due = await termOf(call, 'opinionTerm');
  return call.read(async (tx) => {
    const published = await publishedOf(tx, call, id);
    const { opinions, promises } = await workedOf(tx, call, { context: 'appraisals', id });
    return {
      title: published.campaign.draft.title,
      dueOn: due,
      departments: published.definition.subjects.map((department) => ({
        id: department.id,
        name: department.name,
        figures: figuresOf(published, department.id),
        opinion: opinions.find(({ departmentId }) => departmentId === department.id) ?? null,
        promises: promises.filter(({ departmentId }) => departmentId === department.id),
      })),
      second: await secondOf(tx, call, id),
    };
  });
}
