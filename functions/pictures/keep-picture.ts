import { isSending } from '../../shared/kernel/content-check';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { keepPicture as contract } from '../../shared/requests/contract';
import { afterCommit } from '../platform/after-commit';
import type { Call, Person } from '../platform/call';
import { MAX_BYTES, type Picture, type Refusal, rebuildPicture } from '../platform/images';
import { enqueue } from '../platform/outbox';
import { CHECK_PICTURES } from './check-pictures';
import { incomingKey, pictureKey, shown } from './pictures';
import { isUsed, lockPicture, selectPicture, updatePicture } from './queries';

const BROKEN = '这张图片打不开，请换一张照片，或者用手机再拍一张。';

/** What to do about a file that is not taken. */
const REFUSALS: Record<Refusal, string> = {
  not_a_picture: '这不是照片，请换一张 JPG 或 PNG 的照片。',
  heic: '这种照片（HEIC）很多手机打不开，请换成 JPG 的照片。',
  too_large: '这张图片太大了，请换一张小一点的，或者用手机再拍一张。',
  too_many_pixels: '这张图片的尺寸太大了，请换一张小一点的，或者用手机再拍一张。',
  animated: '这是动图，请换一张不会动的照片。',
  truncated: BROKEN,
  odd: BROKEN,
};

/**
 * Keeps a picture that was sent: what draws it, and nothing of where it was taken. WeChat checks it soon after. What is no picture
 * we take stays where it is for a day and is never shown.
 */
export async function keepPicture(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, services } = call;
  const begun = await call.read((tx) => selectPicture(tx, jurisdiction, id));
  ensure(begun?.owner_id === caller.personId, 'not_found');
  // What belongs to something is seen there, by whoever may see it.
  if (isUsed(begun)) return { ...shown(call, begun), url: null };
  if (!isSending(begun.state)) return shown(call, begun);
  const sent = await services.storage.get(incomingKey(jurisdiction, id), MAX_BYTES);
  // The same call at once may have kept it since, and removed what was sent.
  const since = sent ? begun : await call.read((tx) => selectPicture(tx, jurisdiction, id));
  if (since && !isSending(since.state)) return shown(call, since);
  ensure(sent, 'picture_missing');
  const picture = rebuildPicture(sent);
  if ('refused' in picture) throw new ProblemError('picture_bad', [{ path: 'id', message: REFUSALS[picture.refused] }]);
  const kept = await keep(call, id, picture);
  // Where it could not be removed it ends by itself within a day.
  await afterCommit(services, () => services.storage.remove(incomingKey(jurisdiction, id)));
  return shown(call, kept);
}

/** One of two calls at once keeps it, and what it kept is what lies there: the bytes are put while the row is locked. */
async function keep({ jurisdiction, now, services, write }: Call, id: string, picture: Picture) {
  return write(async (tx) => {
    const begun = await lockPicture(tx, jurisdiction, id);
    ensure(begun, 'not_found');
    if (!isSending(begun.state)) return begun;
    const { type, bytes, width, height } = picture;
    await services.storage.put(pictureKey(jurisdiction, begun), bytes, type);
    const found = { state: 'checking' as const, type, bytes: bytes.length, width, height };
    await updatePicture(tx, jurisdiction, id, found);
    const payload = { pictureId: id, asked: 0 };
    await enqueue(tx, { jurisdiction, topic: CHECK_PICTURES, payload, runAt: now, now });
    return { ...begun, ...found };
  });
}
