import type { giveOpinion as contract, PartLine } from '../../../shared/assignments/contract';
import { OWED } from '../../../shared/assignments/part/states';
import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happenToPart } from './happen';
import { lockPartMatter } from './matter';
import { partLines } from './show';

/** The first time it is given, and after that written anew: of both the words are in its history. */
export async function giveOpinion(
  call: Call<Person>,
  { id, version, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockPartMatter(tx, call, id, version);
    const event = OWED.includes(matter.part.state) || matter.facts.seenOlder ? 'given' : 'changed';
    const said = { words, opinion: words, given_on: dayOf(call.now) };
    const after = await happenToPart(tx, call, matter, event, said);
    const [line] = await partLines(tx, call, [after]);
    return line as PartLine;
  });
}
