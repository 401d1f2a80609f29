import type { SignedForm } from '../../../../../shared/kernel/files';
import { ProblemError } from '../../../../../shared/kernel/problems';
import { sayFault } from '../../../platform/faults';
import { OfflineError } from '../../../platform/send';

/**
 * Sends a file as the server's form says.
 * @throws OfflineError; ProblemError `too_large`, `file_missing` where it was not taken, `database_away` when nobody there could take it
 */
export async function sendFile({ url, fields }: SignedForm, file: File): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  const reply = await window.fetch(url, { method: 'POST', body: form }).catch(() => {
    throw new OfflineError();
  });
  if (reply.ok) return;
  if (reply.status >= 500) throw new ProblemError('database_away');
  throw new ProblemError((await reply.text()).includes('EntityTooLarge') ? 'too_large' : 'file_missing');
}

/** A sentence for what happened to a file; `limit` says how large it may be. */
export function sayFile(error: Error, limit: string): string {
  return error instanceof ProblemError && error.code === 'too_large' ? `文件太大了。${limit}` : sayFault(error);
}
