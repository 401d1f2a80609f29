import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { edit as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { citedOf } from '../../requests/public';
import { act } from '../act';
import { putAttachments } from '../attachments';
import type { Matter } from '../matter';
import { replaceRequests, selectRequestIds, updateCosigner, updateCosigners, upsertCosigners } from '../queries';
import { checkWritten, type Written, wordsOf } from './write';

export async function edit(
  call: Call<Person>,
  { id, textVersion, ...written }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, { id, textVersion }, 'edited', async (tx, matter) => {
    const { suggestion, cosigners } = matter;
    const rows = await selectRequestIds(tx, call.jurisdiction, [id]);
    const requests = rows.map(({ request_id }) => request_id);
    const asked = cosigners.filter(({ state }) => state !== 'dropped').map(({ deputy_id }) => deputy_id);
    await checkWritten(tx, call, written, { cosigners: asked, requests });
    // What another deputy has by now the form can't show, and so can't send back: it stays in.
    const cited = await citedOf(tx, call, requests);
    const unseen = cited.flatMap(({ id: one, deputyId }) => (deputyId === call.caller.deputyId ? [] : one));
    const wanted = [...new Set([...written.requests, ...unseen])];
    const words = wordsOf(written);
    const otherPictures = await putAttachments(tx, call, id, written.pictures);
    const isSame =
      !otherPictures &&
      Object.entries(words).every(([key, value]) => suggestion[key as keyof typeof words] === value) &&
      [...wanted].sort().join() === [...requests].sort().join();
    await replaceRequests(tx, call.jurisdiction, id, wanted);
    // Whoever had signed other words has not signed these.
    if (!isSame)
      await updateCosigners(tx, call.jurisdiction, { id, from: ['signed'] }, { state: 'asked', changed_at: call.now });
    await askThose(tx, call, matter, written);
    return isSame ? {} : { set: { ...words, text_version: suggestion.text_version + 1 } };
  });
}

/** Who was not asked yet is, who is not wanted any more is left off, and everybody else is left as they are. */
async function askThose(tx: Tx, call: Call, { suggestion: { id }, cosigners }: Matter, { cosigners: wanted }: Written) {
  const { jurisdiction, now } = call;
  const known = cosigners.filter(({ state }) => state !== 'dropped').map(({ deputy_id }) => deputy_id);
  const left = known.filter((one) => !wanted.includes(one));
  for (const deputyId of left)
    await updateCosigner(tx, jurisdiction, { id, deputyId }, { state: 'dropped', changed_at: now });
  const added = [...new Set(wanted)].filter((one) => !known.includes(one));
  await upsertCosigners(
    tx,
    added.map((deputy_id, index) => ({
      jurisdiction,
      suggestion_id: id,
      deputy_id,
      state: 'asked',
      position: cosigners.length + index,
      round: 0,
      attitude: null,
      result: null,
      words: null,
      changed_at: now,
    })),
  );
}
