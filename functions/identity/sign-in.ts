import { v7 } from 'uuid';
import type { signIn as contract, Session } from '../../shared/identity/contract';
import type { Input } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { hashSecret, newSecret } from '../platform/secrets';
import { selectPerson, upsertPerson } from './queries';
import { insertSession } from './queries-sessions';
import { accessFor, sessionEnd } from './session';

/** Signs a WeChat account in; the first time makes the person. @throws WeChatError for a bad code or when WeChat is away */
export async function signIn(call: Call, { code }: Input<typeof contract>): Promise<Session> {
  const { jurisdiction, device, now, services } = call;
  const { openid } = await services.wechat.code2Session(code);
  const refreshToken = newSecret();
  const sessionId = v7();
  const person = await call.write(async (tx) => {
    const { id } = await upsertPerson(tx, { jurisdiction, id: v7(), openid, now });
    const refreshHash = hashSecret(refreshToken);
    const session = { jurisdiction, id: sessionId, personId: id, refreshHash, now, expiresAt: sessionEnd(now), device };
    const [person] = await Promise.all([selectPerson(tx, jurisdiction, id), insertSession(tx, session)]);
    return person;
  });
  return { ...(await accessFor(call, person, { id: sessionId, desk: false, given: false })), refreshToken };
}
