import { createHash, createHmac } from 'node:crypto';

/** As whom a function signs: its own role's credentials, which Lambda puts into its environment. */
export type Account = { region: string; accessKeyId: string; secretAccessKey: string; sessionToken: string | null };

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** `20151229T000000Z` */
export function amzTime(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** `20151229/cn-northwest-1/s3/aws4_request`: for which day, place and service a signature counts. */
export function scopeOf(service: string, region: string, time: string): string {
  return [time.slice(0, 8), region, service, 'aws4_request'].join('/');
}

/** AWS Signature Version 4 of a text, within a scope; in hexadecimal. */
export function signature(secretAccessKey: string, scope: string, text: string): string {
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, text).toString('hex');
}

/** The text that stands for a request: what is signed of it. */
export function textToSign(time: string, scope: string, canonicalRequest: string): string {
  return ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest)].join('\n');
}

/** RFC 3986 as AWS wants it: everything but letters, digits and `-._~` is escaped. */
export function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

type Presigned = { method: 'GET' | 'PUT' | 'DELETE'; url: string; query?: Record<string, string>; seconds: number };

/** An address with which anybody may do this one thing with this one object, for `seconds` from `at` on. The body is not signed. */
export function presign(account: Account, { method, url, query = {}, seconds }: Presigned, at: Date): string {
  const { host, pathname } = new URL(url);
  const time = amzTime(at);
  const scope = scopeOf('s3', account.region, time);
  const all: Record<string, string> = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${account.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
    ...(account.sessionToken ? { 'X-Amz-Security-Token': account.sessionToken } : {}),
    ...query,
  };
  const names = Object.keys(all).sort();
  const search = names.map((name) => `${escaped(name)}=${escaped(all[name] ?? '')}`).join('&');
  const request = [method, pathname, search, `host:${host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const signed = signature(account.secretAccessKey, scope, textToSign(time, scope, request));
  return `${url}?${search}&X-Amz-Signature=${signed}`;
}

type Policy = { conditions: unknown[]; expiresAt: Date };

/** The fields of a browser's upload form (S3 POST policy) that allow what `conditions` say and nothing else. */
export function signPolicy(account: Account, { conditions, expiresAt }: Policy, at: Date): Record<string, string> {
  const time = amzTime(at);
  const scope = scopeOf('s3', account.region, time);
  const fields: Record<string, string> = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${account.accessKeyId}/${scope}`,
    'x-amz-date': time,
    ...(account.sessionToken ? { 'x-amz-security-token': account.sessionToken } : {}),
  };
  const ours = Object.entries(fields).map(([name, value]) => ({ [name]: value }));
  const text = JSON.stringify({ expiration: expiresAt.toISOString(), conditions: [...conditions, ...ours] });
  const policy = Buffer.from(text).toString('base64');
  return { ...fields, policy, 'x-amz-signature': signature(account.secretAccessKey, scope, policy) };
}
