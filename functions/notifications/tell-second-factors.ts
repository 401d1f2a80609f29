import { SECOND_FACTOR_TOLD, type SecondFactorTold } from '../identity/public';
import type { Call } from '../platform/call';
import { drainTopic } from '../platform/schedules';
import { type NotificationKind, notify } from './public';

const KIND: NotificationKind = { name: 'second_factor', template: 'received', page: () => 'pages/me/index' };

const SAID: Record<SecondFactorTold['what'], { title: string; body: string }> = {
  reset: {
    title: '您的动态码重置了',
    body: '下次到电脑上办事，扫一个新的就行。不是您自己弄的，也没请同事弄，请马上打电话给人大办公室。',
  },
  locked: {
    title: '有人用您的身份连着输错了动态码',
    body: '先锁半个钟头。不是您自己，就到“我”里看看登录的设备，不认识的退出，再打电话给人大办公室。',
  },
};

/** Tells people what became of their second factor without them, or by somebody who is not them. */
export async function tellSecondFactors(call: Call): Promise<void> {
  const { jurisdiction, now } = call;
  await drainTopic<SecondFactorTold>(call, SECOND_FACTOR_TOLD, ({ personId, what }) =>
    call.write((tx) => notify(tx, { jurisdiction, personId, kind: KIND, subject: null, ...SAID[what], now })),
  );
}
