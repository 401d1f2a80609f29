import type { IncomingMessage } from 'node:http';

type Sent = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string; signal: AbortSignal };
type Answer = { status: number; bytes: Uint8Array };

/**
 * Sends a request and reads the whole answer; a redirect is an answer like any other. Not `fetch`: what Node loads at its first use
 * takes as long as all of pg, and a function that starts must ask AWS and WeChat before its first reply.
 * @throws whatever ended the connection, the `signal` included
 */
export async function send(url: URL, { method, headers, body = '', signal }: Sent): Promise<Answer> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  return new Promise((answered, failed) => {
    request(url, { method, headers: { ...headers, ...length }, signal })
      .on('response', (response) => read(response).then(answered, failed))
      .on('error', failed)
      .end(body);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) };
}
