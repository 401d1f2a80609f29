import { ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { openSlip as contract } from '../../../shared/voting/contract';
import { spellSerial } from '../../../shared/voting/slips/slip';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import { openBox } from '../open-box';
import { differencesFor } from './enter-slip';
import { comeBack, takeInHand } from './in-hand';
import { askedOfSlip } from './serial';

/** A slip in the clerk's hand: whoever has it here has it back. */
export async function openSlip(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const box = await openBox(call, input.id);
  const { definition } = box;
  return call.write(async (tx) => {
    const hand = await comeBack(tx, call, await takeInHand(tx, call, box, input));
    const { slip, entries, facts } = hand;
    if (slip.state === 'spoiled') throw new ProblemError('slip_spoiled');
    if (slip.state === 'entered') throw new ProblemError('slip_entered');
    const [first] = entries;
    return {
      serial: spellSerial(slip),
      stationName: definition.stations.find(({ id }) => id === slip.station_id)?.name ?? '',
      state: slip.state,
      pass: slip.state === 'third' ? 3 : facts.mine === 1 ? 1 : Math.min(entries.length + 1, 2),
      firstBy: first ? await nameOfPerson(tx, call.jurisdiction, first.person_id) : null,
      questions: definition.questions,
      subjects: askedOfSlip(definition, slip),
      differences: differencesFor(box, hand),
    };
  });
}
