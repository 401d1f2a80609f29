import { ProblemError } from '../../../shared/kernel/problems';
import { beginPicture, keepPicture } from '../../../shared/requests/contract';
import { call } from './call';
import { sendFile } from './files';

/** A picture on this phone that goes with something written. */
export type Picture = {
  /** Its file (`files.ts`). */
  name: string;
  /** What the server calls it, once its bytes are there. */
  id?: string;
  /** The server looked at it and keeps it: it need not be sent again. */
  kept?: boolean;
  /** Why the server would not have it, as a sentence. */
  refused?: string;
};

/**
 * Sends what is not there yet, one after the other. `onChange` hears of every step, so that a phone that dies in between goes on from there.
 * One that is refused is marked, and does not keep the others.
 * @throws OfflineError, or the ProblemError that concerns all of them
 */
async function sendPictures(pictures: readonly Picture[], onChange: (pictures: Picture[]) => void): Promise<Picture[]> {
  const sent = [...pictures];
  for (const [index, picture] of pictures.entries()) {
    const remember = (next: Picture) => {
      sent[index] = next;
      onChange([...sent]);
    };
    if (!picture.kept && !picture.refused) await sendOne(picture, remember);
  }
  return sent;
}

/** How far they have come, put to those that are there now: one that was taken out meanwhile stays out. */
export function carried(now: readonly Picture[], sent: readonly Picture[]): Picture[] {
  return now.map((old) => sent.find(({ name }) => name === old.name) ?? old);
}

/** What goes with the words: those that the server keeps. */
function idsOf(pictures: readonly Picture[]): string[] {
  return pictures.flatMap(({ id, kept }) => (id && kept ? [id] : []));
}

/** As they were before they were sent: the server keeps none for longer than two days without words. */
function unsent(pictures: readonly Picture[]): Picture[] {
  return pictures.map((picture) => (picture.refused ? picture : { name: picture.name }));
}

/**
 * Pictures, and then what is said with their names. Those that waited too long at the server, or went with words of before, go once more.
 * @throws OfflineError, ProblemError; with `picture_bad` the rest is there and can go without the one that is marked
 */
export async function withPictures<T>(
  pictures: readonly Picture[],
  onChange: (pictures: Picture[]) => void,
  say: (ids: string[]) => Promise<T>,
): Promise<T> {
  const sent = await sendAll(pictures, onChange);
  try {
    return await say(idsOf(sent));
  } catch (error) {
    if (!isLost(error)) throw error;
    const again = unsent(sent);
    onChange(again);
    return say(idsOf(await sendAll(again, onChange)));
  }
}

async function sendAll(before: readonly Picture[], onChange: (pictures: Picture[]) => void): Promise<Picture[]> {
  const after = await sendPictures(before, onChange);
  const bad = after.filter(({ refused }, index) => refused && !before[index]?.refused).length;
  if (bad === 0) return after;
  const message = `有 ${bad} 张照片用不了，已经标出来了。再点一次，就不带它送出。`;
  throw new ProblemError('picture_bad', [{ path: 'pictures', message }]);
}

function isLost(error: unknown): boolean {
  return error instanceof ProblemError && (error.code === 'picture_missing' || error.code === 'picture_taken');
}

async function sendOne(picture: Picture, remember: (next: Picture) => void): Promise<void> {
  const { name } = picture;
  const id = picture.id ?? (await upload(name));
  if (!id) return remember({ name, refused: '手机里找不到这张了，请重新加。' });
  remember({ name, id });
  try {
    await call(keepPicture, { id });
    remember({ name, id, kept: true });
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : null;
    if (code === 'picture_bad') return remember({ name, refused: (error as Error).message });
    // Of an earlier try that was cut off: its place is gone, or nothing arrived there.
    const lost = picture.id !== undefined && (code === 'picture_missing' || code === 'not_found');
    if (!lost) throw error;
    await sendOne({ name }, remember);
  }
}

/** @returns the server's name for it; null when it is not on the phone any more */
async function upload(name: string): Promise<string | null> {
  const { id, form } = await call(beginPicture, {});
  return (await sendFile(name, form)) ? id : null;
}
