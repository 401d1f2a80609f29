import { v7 } from 'uuid';
import type { Reply } from '../../shared/kernel/procedure';
import type { beginPicture as contract } from '../../shared/requests/contract';
import type { Call, Person } from '../platform/call';
import { MAX_BYTES } from '../platform/images';
import { incomingKey } from './pictures';
import { insertPicture } from './queries';

const FORM_MINUTES = 10;

/** A place for one picture. It is sent as bytes of no type: what it is shows when it is looked at. */
export async function beginPicture(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now, services } = call;
  const id = v7();
  await call.write((tx) =>
    insertPicture(tx, { jurisdiction, id, owner_id: caller.personId, state: 'sending', created_at: now }),
  );
  const form = services.storage.signForm({
    key: incomingKey(jurisdiction, id),
    type: 'application/octet-stream',
    maxBytes: MAX_BYTES,
    minutes: FORM_MINUTES,
  });
  return { id, form };
}
