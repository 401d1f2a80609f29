import { v7 } from 'uuid';
import type { Call } from './call';

const MINUTES = 10;

/** `opens`: a browser shows it first. `id` is the file's own, where it was written down. */
type Made = {
  bytes: Uint8Array;
  type: string;
  extension: 'pdf' | 'xlsx' | 'docx' | 'zip';
  fileName?: string;
  opens?: boolean;
  id?: string;
};

/** Keeps what was made for one person, and gives the address that opens it for ten minutes. @throws StorageAway */
export async function handOut(
  { jurisdiction, services, now }: Pick<Call, 'jurisdiction' | 'services' | 'now'>,
  { bytes, extension, id = v7(), ...link }: Made,
): Promise<{ url: string; expiresAt: string }> {
  const key = `prints/${jurisdiction}/${id}.${extension}`;
  await services.storage.put(key, bytes, link.type);
  const url = services.storage.link(key, { ...link, minutes: MINUTES });
  return { url, expiresAt: new Date(now.getTime() + MINUTES * 60_000).toISOString() };
}
