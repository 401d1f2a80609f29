import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { type Field, refusalOf } from './storage-policy';

const ACCOUNT = { region: 'cn-local-1', id: 'AKIALOCAL', secret: 'local-storage-key' };
const BUCKETS = { UPLOADS_BUCKET: 'lianxin-uploads', INCOMING_BUCKET: 'lianxin-incoming', KEYS_BUCKET: 'lianxin-keys' };
const AHEAD_MS = 15 * 60_000;

/** The environment of a server whose storage is this one at `url` (the origin). */
export function storageEnv(url: string): Record<string, string> {
  return {
    ...BUCKETS,
    AWS_REGION: ACCOUNT.region,
    AWS_ACCESS_KEY_ID: ACCOUNT.id,
    AWS_SECRET_ACCESS_KEY: ACCOUNT.secret,
    AWS_ENDPOINT_URL_S3: `${url}/stand-in/storage`,
  };
}

type Options = {
  /** Where files are kept: a file of bytes and one of its type each. */
  directory: string;
  now: () => Date;
};

/** S3 where there is none, as far as Lianxin uses it, with the same refusals. Mount `app` at `/`. `away`: it answers 503. */
export function storageStandIn({ directory, now }: Options): { app: Hono; faults: { away: boolean } } {
  const faults = { away: false };
  const files = filesIn(directory);
  const app = new Hono().basePath('/stand-in/storage');
  app.use('*', cors({ origin: '*', allowMethods: ['GET', 'POST'] }));
  app.use('*', async (c, next) => (faults.away ? refuse(c, 503, 'SlowDown') : next()));
  app.use('/:bucket/*', async (c, next) =>
    Object.values(BUCKETS).includes(c.req.param('bucket')) ? next() : refuse(c, 404, 'NoSuchBucket'),
  );
  app.post('/:bucket', (c) => takeForm(c, files, now()));
  app.on(['GET', 'PUT', 'DELETE'], '/:bucket/:key{.+}', async (c) => {
    const fault = signatureFault(c, now());
    if (fault) return refuse(c, 403, fault);
    const place = placeOf(c);
    if (c.req.method === 'GET') return give(c, files.read(place));
    if (c.req.method === 'DELETE') {
      files.remove(place);
      return c.body(null, 204);
    }
    const type = c.req.header('content-type') ?? 'binary/octet-stream';
    files.write(place, Buffer.from(await c.req.arrayBuffer()), type);
    return c.body(null, 200);
  });
  return { app, faults };
}

function refuse(c: Context, status: 400 | 403 | 404 | 503, code: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return c.body(body, status, { 'content-type': 'application/xml' });
}

function placeOf(c: Context): string {
  return `${c.req.param('bucket')}/${c.req.param('key')}`;
}

type Files = ReturnType<typeof filesIn>;

function filesIn(directory: string) {
  // What a key may look like is the client's business; here it must not leave the directory.
  const pathOf = (place: string) => {
    if (!/^[\w.-]+(\/[\w.-]+)*$/.test(place) || place.includes('..')) throw new TypeError('not a key of ours');
    return join(directory, place);
  };
  return {
    read(place: string): { bytes: Buffer; type: string } | null {
      try {
        return { bytes: readFileSync(pathOf(place)), type: readFileSync(`${pathOf(place)}.type`, 'utf8') };
      } catch {
        return null;
      }
    },
    write(place: string, bytes: Buffer, type: string): void {
      const path = pathOf(place);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.type`, type);
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
    },
    remove(place: string): void {
      rmSync(pathOf(place), { force: true });
      rmSync(`${pathOf(place)}.type`, { force: true });
    },
  };
}

function give(c: Context, file: { bytes: Buffer; type: string } | null): Response {
  if (!file) return refuse(c, 404, 'NoSuchKey');
  const said = (name: string) => c.req.query(`response-${name}`);
  const etag = `"${createHash('md5').update(file.bytes).digest('hex')}"`;
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': said('content-type') ?? file.type,
    etag,
    ...(said('content-disposition') ? { 'content-disposition': said('content-disposition') as string } : {}),
    ...(said('cache-control') ? { 'cache-control': said('cache-control') as string } : {}),
  });
}

/** Takes a browser's upload form: fields, then the file; what comes after the file does not count. */
async function takeForm(c: Context, files: Files, now: Date): Promise<Response> {
  const form = await c.req.formData().catch(() => null);
  if (!form) return refuse(c, 400, 'MalformedPOSTRequest');
  const fields: Field[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      fields.push({ name: name.toLowerCase(), value });
      continue;
    }
    if (name !== 'file') return refuse(c, 400, 'InvalidArgument');
    const bytes = Buffer.from(await value.arrayBuffer());
    const fieldOf = (wanted: string) => fields.find((field) => field.name === wanted)?.value ?? '';
    const sign = (text: string) => signatureOf(scopeIn(fieldOf('x-amz-credential')), text);
    const refusal = refusalOf({ bucket: c.req.param('bucket') ?? '', fields, size: bytes.length, now, sign });
    if (refusal) return refuse(c, refusal.status, refusal.code);
    files.write(`${c.req.param('bucket')}/${fieldOf('key')}`, bytes, fieldOf('content-type'));
    return c.body(null, 204);
  }
  return refuse(c, 400, 'InvalidArgument');
}

/** `AKIALOCAL/20261118/cn-local-1/s3/aws4_request` → what comes after the name; empty when it is not ours. */
function scopeIn(credential: string): string {
  const [id, day, ...rest] = credential.split('/');
  const ours = id === ACCOUNT.id && rest.join('/') === `${ACCOUNT.region}/s3/aws4_request`;
  return ours ? `${day}/${rest.join('/')}` : '';
}

function signatureOf(scope: string, text: string): string | null {
  if (!scope) return null;
  const hmac = (key: string | Buffer, part: string) => createHmac('sha256', key).update(part).digest();
  let key: string | Buffer = `AWS4${ACCOUNT.secret}`;
  for (const part of scope.split('/')) key = hmac(key, part);
  return hmac(key, text).toString('hex');
}

/** S3's code for what is wrong with a signed address, or null. */
function signatureFault(c: Context, now: Date): string | null {
  const url = new URL(c.req.url);
  const pairs = url.search.slice(1).split('&');
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const date = given('X-Amz-Date');
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const seconds = Number(given('X-Amz-Expires'));
  if (!y || !(seconds >= 1 && seconds <= 604_800)) return 'AuthorizationQueryParametersError';
  const at = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (now.getTime() > at + seconds * 1000 || now.getTime() < at - AHEAD_MS) return 'AccessDenied';
  const scope = scopeIn(given('X-Amz-Credential'));
  const query = pairs.filter((pair) => !pair.startsWith('X-Amz-Signature=')).sort();
  const host = c.req.header('host') ?? url.host;
  const request = [c.req.method, url.pathname, query.join('&'), `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const hash = createHash('sha256').update(request.join('\n')).digest('hex');
  const signature = signatureOf(scope, ['AWS4-HMAC-SHA256', date, scope, hash].join('\n'));
  return signature && signature === given('X-Amz-Signature') ? null : 'SignatureDoesNotMatch';
}
