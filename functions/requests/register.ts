import { v7 } from 'uuid';
import { dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { register as contract } from '../../shared/requests/contract';
import type { Names } from '../directory/public';
import { personOfPhone } from '../identity/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { isUniqueViolation, type Tx } from '../platform/database';
import { claimAll } from './claim';
import { selectSlip } from './queries';
import { prepare, send } from './submit';

/**
 * Entered for a neighbour or a visitor without a phone (代为登记). A supervisor enters for their own village, a clerk for what their
 * stations serve, the office for the county. With a phone it becomes theirs once that phone is verified in WeChat (`claim.ts`).
 */
export async function register(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now, services } = call;
  const { contactPhone, slipNumber, ...matter } = input;
  const ready = await prepare(call, matter);
  const as = mayEnterAs(caller, input.village, ready.stationId);
  const id = v7();
  return call
    .write(async (tx) => {
      ensure(as, 'not_found');
      // Nobody may be both sides: who enters it speaks for the resident.
      ensure(input.deputyId === undefined || input.deputyId !== caller.deputyId, 'own_matter');
      if (slipNumber) ensure(!(await selectSlip(tx, jurisdiction, ready.stationId, slipNumber)), 'slip_taken');
      const contact = contactPhone && services.phones.phoneHash(contactPhone);
      const reply = await send(
        tx,
        call,
        ready,
        {
          entered_by: caller.personId,
          entered_as: as,
          slip_number: slipNumber || null,
          contact_cipher: contactPhone ? services.phones.encrypt(contactPhone, { jurisdiction, personId: id }) : null,
          contact_hash: contact ? contact.hash : null,
          contact_hash_key: contact ? contact.key : null,
        },
        id,
      );
      await audit(tx, {
        jurisdiction,
        personId: caller.personId,
        action: 'request_entered',
        objectKind: 'request',
        objectId: id,
        detail: { as, on: dayOf(now) },
        now,
      });
      if (contactPhone) await giveKnown(tx, call, ready.names, contactPhone);
      return reply;
    })
    .catch(slipTaken);
}

/** The same slip was entered in this very moment. */
function slipTaken(error: unknown): never {
  throw isUniqueViolation(error, 'request_slip') ? new ProblemError('slip_taken') : error;
}

/** A phone that was verified before brings it to its person at once. */
async function giveKnown(tx: Tx, call: Call, names: Names, phone: string): Promise<void> {
  const hashes = call.services.phones.phoneHashes(phone).map(({ hash }) => hash);
  const personId = await personOfPhone(tx, call.jurisdiction, hashes);
  if (personId) await claimAll(tx, { ...call, caller: null }, names, personId);
}

function mayEnterAs(caller: Person, village: string, stationId: string | null): 'supervisor' | 'clerk' | null {
  if (caller.admin || (stationId !== null && caller.stationIds.includes(stationId))) return 'clerk';
  return caller.villages.includes(village) ? 'supervisor' : null;
}
