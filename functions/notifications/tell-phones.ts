import { PHONE_MOVED } from '../identity/public';
import type { Call } from '../platform/call';
import { drainTopic } from '../platform/schedules';
import { type NotificationKind, notify } from './public';

const PHONE_MOVED_KIND: NotificationKind = { name: 'phone_moved', template: 'received', page: () => 'pages/me/index' };

type Payload = { personId: string };

/** Tells people that another account verified their phone: a number that went to somebody else, a second WeChat, or somebody who has it in their hands. */
export async function tellPhones(call: Call): Promise<void> {
  const { jurisdiction, now } = call;
  await drainTopic<Payload>(call, PHONE_MOVED, ({ personId }) =>
    call.write((tx) =>
      notify(tx, {
        jurisdiction,
        personId,
        kind: PHONE_MOVED_KIND,
        subject: null,
        title: '您的手机号用在别的微信上了',
        body: '以后按这个号找您，找到的是那个微信。不是您自己或者家里人弄的，请打电话给联络站。',
        now,
      }),
    ),
  );
}
