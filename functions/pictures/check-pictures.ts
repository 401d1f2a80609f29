import { isChecking } from '../../shared/kernel/content-check';
import { openidOf } from '../identity/public';
import type { Call } from '../platform/call';
import { enqueue } from '../platform/outbox';
import { drainTopic } from '../platform/schedules';
import { mayPass, WeChatError } from '../platform/wechat/errors';
import { pictureKey } from './pictures';
import { insertTrace, selectPicture, updateCheck, updatePicture } from './queries';

// What waits in an outbox has this name since pictures belonged to requests alone.
export const CHECK_PICTURES = 'requests.check-pictures';

/** WeChat says within half an hour what it thinks of a picture. */
const VERDICT_MS = 40 * 60_000;
const LINK_MINUTES = 60;
const MOST_TIMES = 3;

/** `asked` is how often WeChat was asked before. */
type Payload = { pictureId: string; asked: number };

/**
 * Has WeChat check pictures that were kept. The verdict is pushed later (`record-picture-verdict.ts`); one that never comes is asked for again,
 * and after three times a person looks. While WeChat is away the outbox keeps them.
 */
export async function checkPictures(call: Call): Promise<void> {
  await drainTopic<Payload>(call, CHECK_PICTURES, (payload) => check(call, payload));
}

async function check(call: Call, { pictureId, asked }: Payload): Promise<void> {
  const { jurisdiction, services } = call;
  const found = await call.read(async (tx) => {
    const picture = await selectPicture(tx, jurisdiction, pictureId);
    return picture && { picture, openid: await openidOf(tx, jurisdiction, picture.owner_id) };
  });
  if (!found?.picture.type || !isChecking(found.picture.state)) return;
  if (asked >= MOST_TIMES || !found.openid) return toPerson(call, pictureId);
  const { type } = found.picture;
  const url = services.storage.link(pictureKey(jurisdiction, found.picture), { type, minutes: LINK_MINUTES });
  const traceId = await services.wechat
    .checkPicture({ openid: found.openid, url, scene: 'comment' })
    .catch((error: unknown) => {
      // Refused for good, for instance because they were here more than two hours ago: a person has to look.
      if (error instanceof WeChatError && !mayPass(error)) return null;
      throw error;
    });
  if (!traceId) return toPerson(call, pictureId);
  const now = services.clock();
  await call.write(async (tx) => {
    await insertTrace(tx, { trace_id: traceId, jurisdiction, picture_id: pictureId, created_at: now });
    await updatePicture(tx, jurisdiction, pictureId, { trace_id: traceId, asked_at: now });
    const payload: Payload = { pictureId, asked: asked + 1 };
    const runAt = new Date(now.getTime() + VERDICT_MS);
    await enqueue(tx, { jurisdiction, topic: CHECK_PICTURES, payload, runAt, now });
  });
}

async function toPerson(call: Call, id: string): Promise<void> {
  const { jurisdiction } = call;
  const transitions = { checking: 'review' } as const;
  await call.write((tx) => updateCheck(tx, jurisdiction, { id, label: null, transitions }));
}
