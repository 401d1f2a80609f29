import { openDatabase } from '../platform/database';
import { type Keys, readKeys } from '../platform/keys';
import { openPhones } from '../platform/phones';
import type { Opened } from './operator';

type Env = Readonly<Record<string, string | undefined>>;

/** What signs in as the owner of the database and seals phones as the functions that answer calls do. One connection: it acts and goes. */
export function openOperator(url: string, env: Env): Opened {
  const keys = keysOf(env, 'PHONE_KEYS', 32);
  const hashKeys = keysOf(env, 'PHONE_HASH_KEYS');
  return {
    clock: () => new Date(),
    database: openDatabase(url, { max: 1, role: 'owner' }),
    phones: openPhones({ keys, hashKeys }),
  };
}

/** @throws Error one sentence that names the variable; its value is never in it */
function keysOf(env: Env, name: string, exactly?: number): Keys {
  const keys = readKeys(env[name] ?? '', exactly);
  if (!keys) throw new Error(`没法启动：${env[name] ? '写得不对的是' : '缺少'} ${name}（和小程序后台用的是同一份）。`);
  return keys;
}
