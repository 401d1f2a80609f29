import { v7 } from 'uuid';
import type { create as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { subjectsOf } from '../departments';
import { insertCampaign, insertEvent } from '../queries';
import { ensureWeighable } from './weighable';

export async function create(call: Call<Person>, { draft }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    subjectsOf(directory, draft);
    ensureWeighable(draft);
    const id = v7();
    await insertCampaign(tx, { jurisdiction, id, draft, now });
    const event = { jurisdiction, campaign_id: id, id: v7(), person_id: caller.personId, at: now };
    await insertEvent(tx, { ...event, kind: 'created', detail: { version: 1 } });
    return { id, version: 1 };
  });
}
