import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { storageEnv, storageStandIn } from '../local/storage-stand-in';
import { presign, signature, signPolicy } from './sigv4';
import { openStorage, type Storage, StorageAway, type StorageSettings } from './storage';

const START = Date.parse('2026-11-18T02:00:00Z');
const MINUTE = 60_000;
const KEY = 'pictures/330822/0193a8f0-0000-7000-8000-000000000001';
const INCOMING = KEY.replace('pictures', 'incoming');

const directory = mkdtempSync(join(tmpdir(), 'lianxin-storage-test-'));
let clock = START;
const now = () => new Date(clock);
const { app, faults } = storageStandIn({ directory, now });
let server: Server;
let asked = 0;
let origin: string;
let settings: StorageSettings;
let storage: Storage;

beforeAll(async () => {
  server = createServer({ keepAliveTimeout: 0 }, getRequestListener(app.fetch));
  server.on('request', () => {
    asked += 1;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = storageEnv(origin);
  settings = {
    region: env.AWS_REGION ?? '',
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: null,
    uploads: env.UPLOADS_BUCKET ?? '',
    incoming: env.INCOMING_BUCKET ?? '',
    keys: env.KEYS_BUCKET ?? '',
    url: env.AWS_ENDPOINT_URL_S3 ?? '',
  };
  storage = openStorage(settings, now);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(directory, { recursive: true });
});
beforeEach(() => {
  clock = START;
  asked = 0;
  faults.away = false;
});

const bytes = (text: string) => new TextEncoder().encode(text);
const ofType = 'image/jpeg';

/** What a phone sends: the fields in their order, then the file. */
async function send(form: { url: string; fields: Record<string, string> }, file: Uint8Array, more?: [string, string]) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  if (more) body.append(...more);
  body.append('file', new Blob([new Uint8Array(file)]), 'picture.jpg');
  const response = await fetch(form.url, { method: 'POST', body });
  return { status: response.status, code: /<Code>(\w+)/.exec(await response.text())?.[1] };
}

describe('signatures are those of the documentation', () => {
  const account = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    sessionToken: null,
  };

  test('a presigned GET (Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters")', () => {
    const url = 'https://examplebucket.s3.amazonaws.com/test.txt';
    const at = new Date('2013-05-24T00:00:00Z');
    expect(presign(account, { method: 'GET', url, seconds: 86_400 }, at)).toBe(
      `${url}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request` +
        '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
        '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  test('a POST policy ("Example: Browser-Based Upload using HTTP POST")', () => {
    const lines = [
      '{ "expiration": "2015-12-30T12:00:00.000Z",',
      '  "conditions": [',
      '    {"bucket": "sigv4examplebucket"},',
      '    ["starts-with", "$key", "user/user1/"],',
      '    {"acl": "public-read"},',
      '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
      '    ["starts-with", "$Content-Type", "image/"],',
      '    {"x-amz-meta-uuid": "14365123651274"},',
      '    {"x-amz-server-side-encryption": "AES256"},',
      '    ["starts-with", "$x-amz-meta-tag", ""],',
      '',
      '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
      '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
      '    {"x-amz-date": "20151229T000000Z" }',
      '  ]',
      '}',
    ];
    const policy = Buffer.from(lines.join('\r\n')).toString('base64');
    expect(signature(account.secretAccessKey, '20151229/us-east-1/s3/aws4_request', policy)).toBe(
      '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    );
  });

  test('a role’s session goes into both', () => {
    const role = { ...account, sessionToken: 'session/token==' };
    const at = new Date(START);
    const url = new URL(presign(role, { method: 'GET', url: 'https://b.example/k', seconds: 60 }, at));
    expect(url.searchParams.get('X-Amz-Security-Token')).toBe('session/token==');
    const fields = signPolicy(role, { conditions: [], expiresAt: at }, at);
    expect(fields['x-amz-security-token']).toBe('session/token==');
    expect(JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString()).conditions).toContainEqual({
      'x-amz-security-token': 'session/token==',
    });
  });
});

describe('a form', () => {
  const form = (maxBytes = 10) => storage.signForm({ key: INCOMING, type: ofType, maxBytes, minutes: 10 });

  test('takes one file under its key, and again', async () => {
    expect(await send(form(), bytes('one'))).toEqual({ status: 204, code: undefined });
    expect(await send(form(), bytes('two'))).toMatchObject({ status: 204 });
    expect(await storage.get(INCOMING, 10)).toEqual(bytes('two'));
  });

  test('what is too large, or nothing, is refused there', async () => {
    expect(await send(form(), bytes('x'.repeat(11)))).toEqual({ status: 400, code: 'EntityTooLarge' });
    expect(await send(form(), bytes(''))).toEqual({ status: 400, code: 'EntityTooSmall' });
    expect(await send(form(), bytes('x'.repeat(10)))).toMatchObject({ status: 204 });
  });

  test('is good for ten minutes', async () => {
    const signed = form();
    clock += 10 * MINUTE;
    expect(await send(signed, bytes('late'))).toEqual({ status: 403, code: 'AccessDenied' });
  });

  test.each([
    ['another key', { key: INCOMING.replace('330822', '330823') }],
    ['another type', { 'Content-Type': 'text/html' }],
    [
      'another policy',
      { policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') },
    ],
    ['another signature', { 'x-amz-signature': '0'.repeat(64) }],
    ['another account', { 'x-amz-credential': 'AKIAOTHER/20261118/cn-local-1/s3/aws4_request' }],
  ])('with %s is refused', async (_, changes) => {
    const signed = form();
    const changed = { ...signed, fields: { ...signed.fields, ...changes } };
    expect((await send(changed, bytes('x'))).status).toBe(403);
  });

  test('with a field nobody allowed, in another bucket or for nobody’s bucket is refused', async () => {
    expect((await send(form(), bytes('x'), ['acl', 'public-read'])).status).toBe(403);
    const signed = form();
    const elsewhere = { ...signed, url: signed.url.replace(settings.incoming, settings.uploads) };
    expect((await send(elsewhere, bytes('x'))).status).toBe(403);
    const nowhere = { ...signed, url: signed.url.replace(settings.incoming, 'nobody') };
    expect((await send(nowhere, bytes('x'))).status).toBe(404);
  });
});

describe('a link', () => {
  beforeAll(() => storage.put(KEY, bytes('<script>alert(1)</script>'), 'text/html'));

  test('opens the file as what it was said to be, for a quarter of an hour', async () => {
    const link = storage.link(KEY, { type: ofType, minutes: 15 });
    const response = await fetch(link);
    expect(response.headers.get('content-type')).toBe(ofType);
    expect(response.headers.get('content-disposition')).toBe('inline');
    expect(await response.text()).toContain('script');
    clock += 15 * MINUTE - 1_000;
    expect((await fetch(link)).status).toBe(200);
    clock += 2_000;
    expect((await fetch(link)).status).toBe(403);
  });

  test('that is steady is the same within five minutes and another one later, and lives no longer than any', async () => {
    const link = () => storage.link(KEY, { type: ofType, minutes: 15, steady: true });
    clock = Math.ceil(clock / (5 * MINUTE)) * 5 * MINUTE;
    const first = link();
    clock += 5 * MINUTE - 1;
    expect(link()).toBe(first);
    clock += 1;
    expect(link()).not.toBe(first);
    clock += 10 * MINUTE - 1_000;
    expect((await fetch(first)).status).toBe(200);
    clock += 2_000;
    expect((await fetch(first)).status).toBe(403);
  });

  test('can save it under a Chinese name', async () => {
    const link = storage.link(KEY, { type: 'application/pdf', minutes: 10, fileName: '回执 (1).pdf' });
    const said = (await fetch(link)).headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(said)).toBe("attachment; filename*=UTF-8''回执 (1).pdf");
  });

  test('can open it under a Chinese name', async () => {
    const link = storage.link(KEY, { type: 'application/pdf', minutes: 10, fileName: '回执.pdf', opens: true });
    const said = (await fetch(link)).headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(said)).toBe("inline; filename*=UTF-8''回执.pdf");
  });

  test('changed in any part does not open', async () => {
    const link = storage.link(KEY, { type: ofType, minutes: 15 });
    for (const [from, to] of [
      ['image%2Fjpeg', 'text%2Fhtml'],
      ['inline', 'attachment'],
      ['X-Amz-Expires=900', 'X-Amz-Expires=86400'],
      ['330822', '330823'],
    ] as const) {
      expect(link).toContain(from);
      expect((await fetch(link.replace(from, to))).status).toBe(403);
    }
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403);
  });
});

test('files are put, read, replaced and removed; what is not there is null', async () => {
  const key = 'prints/330822/receipt-1.pdf';
  expect(await storage.get(key, 100)).toBeNull();
  await storage.put(key, bytes('%PDF'), 'application/pdf');
  await storage.put(key, bytes('%PDF-2'), 'application/pdf');
  expect(await storage.get(key, 6)).toEqual(bytes('%PDF-2'));
  await expect(storage.get(key, 5)).rejects.toThrow(StorageAway);
  await storage.remove(key);
  await storage.remove(key);
  expect(await storage.get(key, 100)).toBeNull();
});

test('what people send lies in a bucket of its own', () => {
  const aws = openStorage({ ...settings, url: null, region: 'cn-northwest-1' }, now);
  const form = aws.signForm({ key: INCOMING, type: ofType, maxBytes: 1, minutes: 10 });
  expect(form.url).toBe(`https://${settings.incoming}.s3.cn-northwest-1.amazonaws.com.cn`);
  expect(aws.link(KEY, { type: ofType, minutes: 15 })).toMatch(
    new RegExp(`^https://${settings.uploads}\\.s3\\.cn-northwest-1\\.amazonaws\\.com\\.cn/${KEY}\\?`),
  );
  const abroad = openStorage({ ...settings, url: null, region: 'eu-central-1' }, now);
  expect(new URL(abroad.link(KEY, { type: ofType, minutes: 1 })).host).toMatch(/\.s3\.eu-central-1\.amazonaws\.com$/);
});

test.each(['pictures/330822/../330823/x', 'secrets/330822/x', 'pictures/33082/x', 'pictures/330822/a b', ''])(
  'the key %p is nobody’s',
  async (key) => {
    expect(() => storage.link(key, { type: ofType, minutes: 1 })).toThrow(TypeError);
    await expect(storage.get(key, 1)).rejects.toThrow(TypeError);
  },
);

test('a storage that is away is asked three times, and what it says names no file', async () => {
  faults.away = true;
  const error: unknown = await storage.get(KEY, 100).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StorageAway);
  expect(String(error)).toBe('StorageAway: answered 503');
  expect(asked).toBe(3);
  const gone = openStorage({ ...settings, url: 'http://127.0.0.1:9' }, now);
  await expect(gone.put(KEY, bytes('x'), ofType)).rejects.toThrow('no answer');
});

test('what is refused is not asked again', async () => {
  const stranger = openStorage({ ...settings, secretAccessKey: 'another' }, now);
  await expect(stranger.get(KEY, 100)).rejects.toThrow('answered 403');
  expect(asked).toBe(1);
});
