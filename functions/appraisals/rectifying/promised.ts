import type { promised as contract } from '../../../shared/appraisals/rectification';
import { SETTLED } from '../../../shared/appraisals/states';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call } from '../../platform/call';
import { shownOf } from '../../promises/public';
import { selectCampaign } from '../queries';
import { secondFigures, secondOf } from './second';

/** What came of it, for everybody; nothing of it before the result is published. */
export async function promised(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => {
    const campaign = await selectCampaign(tx, call.jurisdiction, id);
    ensure(campaign && SETTLED.includes(campaign.state), 'not_found');
    const { opinions, promises } = await shownOf(tx, call, { context: 'appraisals', id });
    const second = await secondOf(tx, call, id);
    const figures = await secondFigures(tx, call, second);
    const departments = campaign.draft.departments.map((department) => ({
      id: department.id,
      opinion: opinions.find(({ departmentId }) => departmentId === department.id) ?? null,
      promises: promises.filter(({ departmentId }) => departmentId === department.id),
      ...figures(department.id),
    }));
    return { departments: departments.filter(({ opinion, promises }) => opinion || promises.length), second };
  });
}
