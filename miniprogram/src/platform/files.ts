import Taro from '@tarojs/taro';
import type { SignedForm } from '../../../shared/kernel/files';
import { ProblemError } from '../../../shared/kernel/problems';
import { newKey } from './call';
import { within } from './patience';
import { OfflineError } from './send';

const WEAPP = process.env.TARO_ENV === 'weapp';

/** Pictures that stay on the phone until they are sent: files of the mini-program; in a browser its own database. */
const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH}/${name}`;

/**
 * Keeps a picture that would be gone when the mini-program closes. @returns its name
 * @throws Error when the phone has no room
 */
export async function keepFile(from: string | Blob): Promise<string> {
  const name = `picture-${newKey()}.jpg`;
  if (typeof from !== 'string') await inStore('readwrite', (store) => store.put(from, name));
  else await within(SAVING_MS, moved(from, pathOf(name)), () => new Error('no answer'));
  return name;
}

const SAVING_MS = 15_000;

function moved(tempFilePath: string, filePath: string): Promise<unknown> {
  return new Promise((success, failed) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      filePath,
      success,
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    }),
  );
}

export async function dropFile(name: string): Promise<void> {
  if (WEAPP) Taro.getFileSystemManager().unlink({ filePath: pathOf(name), fail: () => undefined });
  else await inStore('readwrite', (store) => store.delete(name)).catch(() => undefined);
}

/** An address to show it by, as long as the page is open; null when it is not on the phone any more. */
export async function showFile(name: string): Promise<string | null> {
  if (WEAPP) return pathOf(name);
  const blob = await blobOf(name);
  return blob ? URL.createObjectURL(blob) : null;
}

/**
 * Sends it as the server's form says. @returns false when it is not on the phone any more
 * @throws OfflineError; ProblemError `picture_missing` where it was not taken, `database_away` when nobody there could take it
 */
export async function sendFile(name: string, { url, fields }: SignedForm): Promise<boolean> {
  const status = WEAPP ? await sendPath(name, url, fields) : await sendBlob(name, url, fields);
  if (status === null) return false;
  if (status >= 500) throw new ProblemError('database_away');
  if (status >= 300) throw new ProblemError('picture_missing');
  return true;
}

type Fields = SignedForm['fields'];

const UPLOAD_MS = 60_000;

async function sendPath(name: string, url: string, formData: Fields): Promise<number | null> {
  const filePath = pathOf(name);
  try {
    Taro.getFileSystemManager().accessSync(filePath);
  } catch {
    return null;
  }
  const asked = Taro.uploadFile({ url, filePath, name: 'file', formData, timeout: UPLOAD_MS });
  const sent = await within(UPLOAD_MS + 5_000, asked, () => new OfflineError()).catch(() => {
    throw new OfflineError();
  });
  return sent.statusCode;
}

async function sendBlob(name: string, url: string, fields: Fields): Promise<number | null> {
  const blob = await blobOf(name);
  if (!blob) return null;
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', blob, name);
  const asked = window.fetch(url, { method: 'POST', body: form });
  const sent = await within(UPLOAD_MS, asked, () => new OfflineError()).catch(() => {
    throw new OfflineError();
  });
  return sent.status;
}

async function blobOf(name: string): Promise<Blob | undefined> {
  return inStore<Blob | undefined>('readonly', (store) => store.get(name)).catch(() => undefined);
}

const STORE = 'pictures';

async function inStore<T = unknown>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const open = window.indexedDB.open('lianxin', 1);
  open.onupgradeneeded = () => open.result.createObjectStore(STORE);
  const database = (await done(open)) as IDBDatabase;
  try {
    return (await done(act(database.transaction(STORE, mode).objectStore(STORE)))) as T;
  } finally {
    database.close();
  }
}

function done(request: IDBRequest): Promise<unknown> {
  return new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
}
