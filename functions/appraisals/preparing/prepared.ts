import type { prepared as contract } from '../../../shared/appraisals/contract';
import { STATE_NAMES } from '../../../shared/appraisals/states';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { selectCampaigns } from '../queries';
import { summaryOf } from '../summary';

const MOST = 100;

export async function prepared(call: Call<Person>): Promise<Reply<typeof contract>> {
  const rows = await call.read((tx) => selectCampaigns(tx, call.jurisdiction, STATE_NAMES, MOST));
  return { appraisals: rows.map(summaryOf) };
}
