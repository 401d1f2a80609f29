import type { confirmQrSignIn as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { hashSecret } from '../platform/secrets';
import { lockQrSignInByCode, updateQrSignIn } from './queries-qr-sign-in';
import { isDesk } from './queries-sessions';

/** The person says that they sit at the computer that shows this code. The first to say so; they may say it again. */
export async function confirmQrSignIn(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  return call.write(async (tx) => {
    ensure(!(await isDesk(tx, jurisdiction, caller.sessionId)), 'qr_by_phone');
    const qrSignIn = await lockQrSignInByCode(tx, jurisdiction, hashSecret(code), now);
    ensure(qrSignIn && (qrSignIn.person_id === null || qrSignIn.person_id === personId), 'qr_code_bad');
    if (qrSignIn.person_id === null) {
      await updateQrSignIn(tx, jurisdiction, qrSignIn.id, { person_id: personId });
      await audit(tx, {
        jurisdiction,
        personId,
        action: 'desk_confirmed',
        objectKind: 'person',
        objectId: personId,
        now,
      });
    }
    return { confirmed: true };
  });
}
