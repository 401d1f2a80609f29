import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { ProblemError } from '../../shared/kernel/problems';
import { pageHeaders } from './headers';
import type { Log } from './log';
import { problemReply } from './problem-reply';
import { reply } from './reply';

type File = { bytes: Buffer<ArrayBuffer>; zipped: Buffer<ArrayBuffer> | null; type: string; etag: string };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};
const TEXT = /^(text|application|image\/svg)/;
/** Its name has a hash of what is in it. */
const NAMED_BY_CONTENT = /[.][0-9a-f]{8}[.](js|css)$/;

type Options = {
  log: Log;
  /** Where pictures are opened and sent to, where that is not here. */
  elsewhere: readonly string[];
  /** Put into the document's head. */
  inHead?: string;
};

/** The built pages of a directory, with their headers: what `npm start` serves and what is deployed. Whatever is not there ends in a problem. */
export function site(directory: string, { log, elsewhere, inHead = '' }: Options): Hono {
  const files = new Map<string, File>();
  const document = readFileSync(join(directory, 'index.html'), 'utf8').replace('</head>', `${inHead}</head>`);
  const headers = pageHeaders(inlineScripts(document), elsewhere);
  files.set('/index.html', fileOf(Buffer.from(document), '.html'));
  const find = (path: string): File | null => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const read = readIn(directory, path);
    // What is not there is not kept: anybody may ask for anything.
    if (read) files.set(path, read);
    return read;
  };
  const app = new Hono();
  app.get('*', (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const file = find(path);
    if (!file) throw new ProblemError('not_found');
    return give(c, file, { ...headers, 'cache-control': NAMED_BY_CONTENT.test(path) ? FOR_EVER : 'no-cache' });
  });
  app.notFound((c) => problemReply(c, log, new ProblemError('method_not_allowed'), {}, { allow: 'GET, HEAD' }));
  app.onError((error, c) => problemReply(c, log, error));
  return app;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The hashes of the scripts that stand in a document itself. */
function inlineScripts(document: string): string[] {
  const scripts = [...document.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  return scripts.map((script) => createHash('sha256').update(script).digest('base64'));
}

function readIn(directory: string, path: string): File | null {
  const file = join(directory, normalize(path));
  const type = extname(file);
  if (!(type in TYPES) || path.includes('\0') || !file.startsWith(directory) || !existsSync(file)) return null;
  return fileOf(readFileSync(file), type);
}

function fileOf(bytes: Buffer<ArrayBuffer>, extension: string): File {
  const type = TYPES[extension] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  // Nothing in front of us makes it smaller.
  return { bytes, zipped: TEXT.test(type) ? gzipSync(bytes) : null, type, etag };
}

function give(c: Context, { bytes, zipped, type, etag }: File, headers: Record<string, string>): Response {
  const all = { ...headers, 'content-type': type, etag, vary: 'accept-encoding' };
  if (c.req.header('if-none-match')?.includes(etag)) return reply(c, '', 304, all);
  const zips = zipped && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  return zips ? reply(c, zipped, 200, { ...all, 'content-encoding': 'gzip' }) : reply(c, bytes, 200, all);
}
