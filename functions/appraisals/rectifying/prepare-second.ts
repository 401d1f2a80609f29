import { v7 } from 'uuid';
import type { prepareSecond as contract } from '../../../shared/appraisals/rectification';
import { SECOND_QUESTION } from '../../../shared/appraisals/second';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { shorten } from '../../../shared/kernel/text';
import { LENGTHS } from '../../../shared/voting/limits';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { promisingDepartments } from '../../promises/public';
import { subjectsOf } from '../departments';
import { insertCampaign, insertEvent, lockCampaign } from '../queries';
import { publishedOf } from './published';
import { termOf } from './rectification';
import { secondOf } from './second';

const SAYS = '：变好了吗';

/**
 * Prepares a vote of its own, for every resident, about the departments that promised something; the same procedure as any other from here on.
 * Two who prepare it at once prepare the same one.
 */
export async function prepareSecond(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const directory = await countyDirectoryOf(call);
  const closesOn = await termOf(call, 'secondTerm');
  return call.write(async (tx) => {
    await lockCampaign(tx, jurisdiction, id);
    const { campaign } = await publishedOf(tx, call, id);
    const before = await secondOf(tx, call, id);
    if (before) return { id: before.id };
    const promising = await promisingDepartments(tx, call, { context: 'appraisals', id });
    const current = new Set(directory.departments().map((one) => one.id));
    const departments = campaign.draft.departments.filter((one) => promising.has(one.id) && current.has(one.id));
    ensure(departments.length, 'nothing_promised');
    const { title, threshold } = campaign.draft;
    const draft = {
      title: shorten(title, LENGTHS.title[1] - SAYS.length) + SAYS,
      closesAt: new Date(`${closesOn}T20:00:00+08:00`).toISOString(),
      electorates: ['residents' as const],
      asks: null,
      threshold,
      questions: [SECOND_QUESTION],
      departments,
    };
    subjectsOf(directory, draft);
    const second = v7();
    await insertCampaign(tx, { jurisdiction, id: second, draft, follows: id, now });
    const event = { jurisdiction, campaign_id: second, id: v7(), person_id: caller.personId, at: now };
    await insertEvent(tx, { ...event, kind: 'created', detail: { version: 1 } });
    return { id: second };
  });
}
