import { openidOf } from '../identity/public';
import type { Call } from '../platform/call';
import { given } from '../platform/config';
import type { Ending } from '../platform/outbox';
import { drainTopic } from '../platform/schedules';
import { mayPass, WeChatError } from '../platform/wechat/errors';
import { DELIVER } from './public';
import { selectForDelivery, updateDelivery } from './queries';
import { tellPhones } from './tell-phones';
import { tellRoles } from './tell-roles';
import { tellSecondFactors } from './tell-second-factors';
import { tellSettings } from './tell-settings';

/** Where what was told before pages were written down leads. */
const HOME = 'pages/mine/index';
const STATES = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

/** Sends what waits in the outbox as subscribe messages (订阅消息). Without an acceptance the in-app inbox is all there is. */
export async function deliver(call: Call): Promise<void> {
  await tellRoles(call);
  await tellPhones(call);
  await tellSecondFactors(call);
  await tellSettings(call);
  await drainTopic<Payload>(call, DELIVER, (payload) => send(call, payload));
}

type Payload = { notificationId: string };

/** Two at once for one acceptance are both tried: WeChat counts too, and says no to the second (`refused`). */
async function send(call: Call, { notificationId }: Payload): Promise<Ending | undefined> {
  const { jurisdiction, services } = call;
  const found = await call.read(async (tx) => {
    const notification = await selectForDelivery(tx, jurisdiction, notificationId);
    // Read already: a message would be one too many.
    if (!notification?.accepted || notification.read_at || notification.delivery !== 'inbox') return null;
    return { notification, openid: await openidOf(tx, jurisdiction, notification.person_id) };
  });
  if (!found) return;
  const { notification, openid } = found;
  const { template, person_id: personId } = notification;
  const message = {
    openid,
    templateId: given(services.config.wechat.templates)[template],
    page: notification.page ?? HOME,
    data: { thing1: notification.title, thing2: notification.body, time3: notification.created_at },
    state: STATES[services.config.wechat.envVersion],
  };
  const delivery = await services.wechat.sendSubscribeMessage(message).catch((error: unknown) => {
    if (error instanceof WeChatError && !mayPass(error)) return 'failed' as const;
    // Nothing was sent: the acceptance is still there, and the outbox tries again later.
    throw error;
  });
  const now = services.clock();
  return (tx) => updateDelivery(tx, { jurisdiction, id: notificationId, delivery, personId, template, now });
}
