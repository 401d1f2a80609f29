import { openidOf } from '../identity/public';
import type { Call } from '../platform/call';
import { given } from '../platform/config';
import { drainTopic } from '../platform/schedules';
import { mayPass, WeChatError } from '../platform/wechat/errors';
import { DELIVER } from './public';
import { addSubscription, selectForDelivery, takeSubscription, updateDelivery } from './queries';
import { tellPhones } from './tell-phones';
import { tellRoles } from './tell-roles';

/** Where what was told before pages were written down leads. */
const HOME = 'pages/mine/index';
const STATES = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

/** Sends what waits in the outbox as subscribe messages (订阅消息). Without an acceptance the in-app inbox is all there is. */
export async function deliver(call: Call): Promise<void> {
  await tellRoles(call);
  await tellPhones(call);
  await drainTopic<Payload>(call, DELIVER, (payload) => send(call, payload));
}

type Payload = { notificationId: string };

async function send(call: Call, { notificationId }: Payload): Promise<void> {
  const { jurisdiction, services } = call;
  const found = await call.write(async (tx) => {
    const notification = await selectForDelivery(tx, jurisdiction, notificationId);
    // Read already, or sent by a run whose end was lost: a second message would be one too many.
    if (!notification || notification.read_at || notification.delivery !== 'inbox') return null;
    const { template } = notification;
    const accepted = await takeSubscription(tx, {
      jurisdiction,
      personId: notification.person_id,
      template,
      now: services.clock(),
    });
    return accepted ? { notification, openid: await openidOf(tx, jurisdiction, notification.person_id) } : null;
  });
  if (!found) return;
  const { notification, openid } = found;
  const { template } = notification;
  const message = {
    openid,
    templateId: given(services.config.wechat.templates)[template],
    page: notification.page ?? HOME,
    data: { thing1: notification.title, thing2: notification.body, time3: notification.created_at },
    state: STATES[services.config.wechat.envVersion],
  };
  const delivery = await services.wechat.sendSubscribeMessage(message).catch(async (error: unknown) => {
    if (error instanceof WeChatError && !mayPass(error)) return 'failed' as const;
    // Nothing was sent: the acceptance is given back, and the outbox tries again later.
    await call.write((tx) =>
      addSubscription(tx, { jurisdiction, personId: notification.person_id, template, now: services.clock() }),
    );
    throw error;
  });
  await call.write((tx) => updateDelivery(tx, jurisdiction, notificationId, delivery));
}
