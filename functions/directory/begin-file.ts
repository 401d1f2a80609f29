import { v7 } from 'uuid';
import type { beginFile as contract } from '../../shared/directory/contract/office';
import { MOST_BYTES } from '../../shared/directory/limits';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { fileKey } from './workbook-file';

const MINUTES = 10;
const KINDS = {
  workbook: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    maxBytes: MOST_BYTES.workbook,
  },
  boundaries: { type: 'application/geo+json', maxBytes: MOST_BYTES.boundaries },
};

/** Where an office sends a workbook or boundaries to. What is larger is refused there. */
export async function beginFile(call: Call<Person>, { kind }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const fileId = v7();
  const key = fileKey(call.jurisdiction, fileId);
  return { fileId, form: call.services.storage.signForm({ key, ...KINDS[kind], minutes: MINUTES }) };
}
