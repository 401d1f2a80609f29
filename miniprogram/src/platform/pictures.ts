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

/** The contract's. */
export const MOST_PICTURES = 9;

/**
 * Sends what is not there yet, one after the other. `onChange` hears of every step, so that a phone that dies in between goes on from there.
 * One that is refused is marked, and does not keep the others.
 * @throws OfflineError, or the ProblemError that concerns all of them
 */
export async function sendPictures(
  pictures: readonly Picture[],
  onChange: (pictures: Picture[]) => void,
): Promise<Picture[]> {
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

/** What goes with the words: those that the server keeps. */
export function idsOf(pictures: readonly Picture[]): string[] {
  return pictures.flatMap(({ id, kept }) => (id && kept ? [id] : []));
}

/** As they were before they were sent: the server keeps none for longer than two days without words. */
export function unsent(pictures: readonly Picture[]): Picture[] {
  return pictures.map((picture) => (picture.refused ? picture : { name: picture.name }));
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
