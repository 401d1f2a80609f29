import { dayOf } from '../../shared/kernel/days';
import { countyDirectoryOf } from '../directory/public';
import { phoneOfWaiting } from '../identity/public';
import type { Call } from '../platform/call';
import type { Ending } from '../platform/outbox';
import { drainTopic } from '../platform/schedules';
import { SmsError } from '../platform/sms/errors';
import { isDaytime, sendsTexts, TEXT } from './public';
import { lockText, type TextRow, updateText } from './queries-texts';

type Payload = { textId: string };
type Became = Pick<TextRow, 'state' | 'fault'>;
type Message = { phone: string; template: TextRow['kind']; params: readonly string[] };

const DROPPED: Became = { state: 'dropped', fault: null };

/**
 * Sends what waits as short messages (短信). Tencent has nothing by which it knows a message again, so each is handed over once at the most: that it is
 * about to be is written before, and where what came of it is not known it is not sent again.
 */
export async function sendTexts(call: Call): Promise<void> {
  await drainTopic<Payload>(call, TEXT, ({ textId }) => send(call, textId));
}

async function send(call: Call, id: string): Promise<Ending | undefined> {
  const { jurisdiction, services } = call;
  const write = (became: Became): Ending => {
    const now = services.clock();
    return (tx) => updateText(tx, { jurisdiction, id, ...became, now });
  };
  const taken = await take(call, id, write);
  if (!taken) return;
  if ('state' in taken) return write(taken);
  try {
    await services.sms?.send(taken);
    return write({ state: 'sent', fault: null });
  } catch (error) {
    if (!(error instanceof SmsError)) throw error;
    const { kind } = error;
    if (kind === 'unsure') return write({ state: 'failed', fault: kind });
    if (kind !== 'away' && kind !== 'settings') return write({ state: 'refused', fault: kind });
    // Nothing was sent: the outbox tries again later.
    await call.write(write({ state: 'waiting', fault: kind }));
    throw error;
  }
}

/** The message, which from now on counts as being sent; or what becomes of it instead. Null where it is over. */
async function take(call: Call, id: string, write: (became: Became) => Ending): Promise<Message | Became | null> {
  const { jurisdiction, services, now } = call;
  const directory = await countyDirectoryOf(call);
  if (!services.sms && sendsTexts(directory))
    services.log('error', 'short messages are on, and nothing is set up to send them', { jurisdiction });
  return call.write(async (tx) => {
    const text = await lockText(tx, jurisdiction, id);
    // An attempt that never came to its end.
    if (text?.state === 'sending') return { state: 'failed', fault: 'unsure' };
    if (text?.state !== 'waiting') return null;
    const to = await phoneOfWaiting(tx, call, text.membership_id);
    if (!to || directory.hasEndedDepartment(to.departmentId) || !sendsTexts(directory)) return DROPPED;
    // A line about yesterday helps nobody, and at night nobody is woken.
    if (text.day !== dayOf(now) || !isDaytime(now)) return { state: 'failed', fault: text.fault ?? 'late' };
    if (!services.sms?.has(text.kind)) return { state: 'failed', fault: 'settings' };
    await write({ state: 'sending', fault: null })(tx);
    return { phone: to.phone, template: text.kind, params: text.params };
  });
}
