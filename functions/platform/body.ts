import type { Context } from 'hono';
import { ensure, ProblemError } from '../../shared/kernel/problems';

/**
 * The text of a call's body. One that says no length (chunked) is counted as it comes, and no more of it is read than may come.
 * @throws ProblemError `too_large` for more than `most` bytes; `invalid_input` where whoever sends it is gone, which is no fault of ours
 */
export async function readText(c: Context, most: number): Promise<string> {
  const bytes = await readBytes(c, most).catch((error: unknown) => {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('invalid_input', [{ path: '', message: '内容没传完，请再试一次。' }]);
  });
  return bytes.toString('utf8');
}

async function readBytes(c: Context, most: number): Promise<Buffer> {
  const said = c.req.header('content-length');
  ensure(Number(said ?? 0) <= most, 'too_large');
  // A length that was said is kept to by HTTP itself; an event of API Gateway is here already, and has no stream.
  const stream = said === undefined ? c.req.raw.body : null;
  const bytes = stream ? await readUpTo(stream, most) : Buffer.from(await c.req.raw.arrayBuffer());
  ensure(bytes.byteLength <= most, 'too_large');
  return bytes;
}

async function readUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Buffer> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > most) {
      // Who is still sending does not hear the answer before they are listened to; what comes is thrown away, until the server hangs up.
      void discard(reader).catch(() => undefined);
      throw new ProblemError('too_large');
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
