import type { acceptInvitation as contract } from '../../shared/identity/contract';
import { ensure, type ProblemCode, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { isUniqueViolation, type Tx } from '../platform/database';
import { announceRole } from './announce-role';
import { mayTakeNow } from './give-way';
import { hashInvitation } from './invitation';
import { lockPerson, selectPerson } from './queries';
import { countActions, lockInvitation, updateMembership } from './queries-memberships';
import { seatOf } from './seat';
import { accessFor } from './session';

const GUESSES_A_DAY = 10;
const DAY_MS = 86_400_000;
const GUESSED = 'invitation_guessed';

/** Binds the person to the role the code was made for. Once; but who used it may send it again, should the reply have been lost. */
export async function acceptInvitation(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  // Before the slow hash is made.
  ensure((await call.read((tx) => countGuesses(tx, call))) < GUESSES_A_DAY, 'too_many_guesses');
  const hash = await hashInvitation(jurisdiction, code);
  const names = await countyDirectoryOf(call);
  // A wrong guess is written down, so a problem must not undo the transaction.
  const { problem, person, seat } = await call.write(async (tx) => {
    const problem = await accept(tx, call, names, hash);
    const person = await selectPerson(tx, jurisdiction, caller.personId);
    return { problem, person, seat: await seatOf(tx, call, person) };
  });
  if (problem) throw new ProblemError(problem);
  return accessFor(call, person, { id: caller.sessionId, ...seat });
}

async function accept(tx: Tx, call: Call<Person>, names: CountyDirectory, hash: Buffer): Promise<ProblemCode | null> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  await lockPerson(tx, jurisdiction, personId);
  if ((await countGuesses(tx, call)) >= GUESSES_A_DAY) return 'too_many_guesses';
  const invitation = await lockInvitation(tx, jurisdiction, hash, now);
  if (invitation?.person_id === personId) return null;
  if (!invitation || invitation.person_id !== null) {
    await audit(tx, { jurisdiction, personId, action: GUESSED, objectKind: 'person', objectId: personId, now });
    return 'invitation_bad';
  }
  const { id, person_id: nobody, ...role } = invitation;
  if (!(await mayTakeNow(tx, call, names, { personId, role }))) return 'role_taken';
  await updateMembership(tx, jurisdiction, invitation.id, { person_id: personId }).catch(takenMeanwhile);
  await announceRole(tx, call, { membershipId: invitation.id, personId, by: 'invitation' });
  return null;
}

function countGuesses(tx: Tx, { jurisdiction, caller, now }: Call<Person>): Promise<number> {
  const since = new Date(now.getTime() - DAY_MS);
  return countActions(tx, { jurisdiction, personId: caller.personId, action: GUESSED, since });
}

/** Another transaction made the person a deputy in this very moment. */
function takenMeanwhile(error: unknown): never {
  throw isUniqueViolation(error) ? new ProblemError('role_taken') : error;
}
