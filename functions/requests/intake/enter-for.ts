import { v7 } from 'uuid';
import { dayOf } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { enterFor as contract } from '../../../shared/requests/contract';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { isUniqueViolation } from '../../platform/database';
import { hashesOf } from '../../platform/phones';
import { begin, type Prepared, prepare } from '../lifecycle/begin';
import { selectSlip } from '../queries/requests';
import { offerToKnown, sealedContact } from './contact';

/**
 * Entered for a neighbour or a visitor without a phone (代为登记). A supervisor enters for their own village, a clerk for what their
 * stations serve, the office for the county. Whoever verified the phone is asked whether it is theirs (`offer-contacts.ts`).
 */
export async function enterFor(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { contactPhone, slipNumber, ...written } = input;
  const prepared = await prepare(call, written);
  const as = mayEnterAs(caller, prepared);
  const id = v7();
  return call
    .write(async (tx) => {
      ensure(as, 'not_found');
      // Nobody may be both sides: who enters it speaks for the resident.
      ensure(input.deputyId === undefined || input.deputyId !== caller.deputyId, 'own_matter');
      if (slipNumber)
        ensure(
          !(await selectSlip(tx, jurisdiction, { ...prepared, village: prepared.written.village }, slipNumber)),
          'slip_taken',
        );
      const by = { entered_by: caller.personId, entered_as: as, slip_number: slipNumber || null };
      const reply = await begin(tx, call, prepared, { ...by, ...sealedContact(call, id, contactPhone) }, id);
      const entry = { personId: caller.personId, objectKind: 'request', objectId: id, detail: { as, on: dayOf(now) } };
      await audit(tx, { jurisdiction, action: 'request_entered', ...entry, now });
      const hashes = contactPhone ? hashesOf(call.services.phones, contactPhone) : null;
      if (hashes) await offerToKnown(tx, call, prepared.directory, id, hashes);
      return reply;
    })
    .catch(slipTaken);
}

/** The same slip was entered in this very moment. */
function slipTaken(error: unknown): never {
  throw isUniqueViolation(error, 'request_slip') ? new ProblemError('slip_taken') : error;
}

function mayEnterAs(caller: Person, { written, directory, stationId }: Prepared): 'supervisor' | 'clerk' | null {
  if (caller.admin || (stationId !== null && caller.stationIds.includes(stationId))) return 'clerk';
  return caller.villages.map(directory.currentVillage).includes(written.village) ? 'supervisor' : null;
}
