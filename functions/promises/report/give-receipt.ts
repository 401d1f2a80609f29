import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { giveReceipt as contract } from '../../../shared/promises/report/contract';
import { refusal } from '../../../shared/promises/report/lifecycle';
import type { Call, Person } from '../../platform/call';
import { happenToReport } from './happen';
import { lockMatter } from './matter';
import { selectReport, updateReceipt } from './queries';
import { showReport } from './show';

/** The last one who is asked ends the round. @throws ProblemError `receipt_why` */
export async function giveReceipt(
  call: Call<Person>,
  { id, round, rating, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, { round });
    await happenToReport(tx, call, matter, 'receipt_given');
    ensure(rating !== 'dissatisfied' || words, 'receipt_why');
    const mine = matter.receipts.find((one) => one.round === round && one.deputy_id === caller.deputyId);
    ensure(mine, 'not_found');
    const said = { rating, words: words ?? null, person_id: caller.personId };
    await updateReceipt(tx, mine, { state: 'given', ...said, changed_at: now });
    const given = await lockMatter(tx, call, id);
    if (refusal('rated', given.facts, given.sides) === null) await happenToReport(tx, call, given, 'rated');
    const after = await selectReport(tx, jurisdiction, id);
    return showReport(tx, call, after ?? given.report);
  });
}
