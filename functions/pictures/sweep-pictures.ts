import type { Call } from '../platform/call';
import { incomingKey, LOOSE_MS, pictureKey } from './pictures';
import { deleteLoosePictures, deleteTraces, selectLoosePictures } from './queries';

const HOUR_MS = 3_600_000;
const TRACE_MS = 7 * 24 * HOUR_MS;
const BATCH = 50;

/**
 * Removes pictures whose words never came, the file before its row, so that a run that breaks off is gone on with by the next. An hour
 * later than they may still be used. What WeChat's verdicts belonged to goes after a week.
 */
export async function sweepPictures(call: Call): Promise<void> {
  const { jurisdiction, now, services } = call;
  const before = new Date(now.getTime() - LOOSE_MS - HOUR_MS);
  for (;;) {
    const pictures = await call.read((tx) => selectLoosePictures(tx, jurisdiction, before, BATCH));
    for (const picture of pictures)
      for (const key of [pictureKey(jurisdiction, picture), incomingKey(jurisdiction, picture.id)])
        await services.storage.remove(key);
    const ids = pictures.map(({ id }) => id);
    if (ids.length) await call.write((tx) => deleteLoosePictures(tx, jurisdiction, ids));
    if (ids.length < BATCH) break;
  }
  await call.write((tx) => deleteTraces(tx, jurisdiction, new Date(now.getTime() - TRACE_MS)));
}
