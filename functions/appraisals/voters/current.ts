import type { current as contract } from '../../../shared/appraisals/contract';
import { PUBLIC } from '../../../shared/appraisals/states';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Call } from '../../platform/call';
import { selectCampaigns } from '../queries';
import { summaryOf } from '../summary';

const MOST = 20;

export async function current(call: Call<null>): Promise<Reply<typeof contract>> {
  const rows = await call.read((tx) => selectCampaigns(tx, call.jurisdiction, PUBLIC, MOST));
  return { appraisals: rows.map(summaryOf) };
}
