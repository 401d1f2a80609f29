import { openidOf } from '../identity/public';
import type { Call } from '../platform/call';
import { drainTopic } from '../platform/schedules';
import { mayPass, WeChatError } from '../platform/wechat';
import { selectRequest, updateRequest } from './queries';

export const CHECK_WORDS = 'requests.check-words';

/**
 * Has WeChat check words that were sent (内容安全). Until then, and after any verdict, only the handlers see them; nothing is dropped.
 * While WeChat is away the outbox keeps them and tries again.
 */
export async function checkWords(call: Call): Promise<void> {
  await drainTopic<Payload>(call, CHECK_WORDS, (payload) => check(call, payload));
}

type Payload = { requestId: string };

async function check(call: Call, { requestId }: Payload): Promise<void> {
  const { jurisdiction, services } = call;
  const found = await call.read(async (tx) => {
    const request = await selectRequest(tx, jurisdiction, requestId);
    if (request?.text_check !== 'pending') return null;
    return {
      words: request.words,
      place: request.place,
      openid: await openidOf(tx, jurisdiction, request.resident_id),
    };
  });
  if (!found) return;
  const content = [found.words, found.place].filter(Boolean).join('\n');
  const verdict = await services.wechat
    .checkText({ openid: found.openid, content, scene: 'comment' })
    .catch((error: unknown) => {
      // Refused for good, for instance because the resident was here more than two hours ago: a person has to look.
      if (error instanceof WeChatError && !mayPass(error)) return { suggest: 'review' as const };
      throw error;
    });
  await call.write((tx) => updateRequest(tx, jurisdiction, requestId, { text_check: verdict.suggest }));
}
