import { connect, type Socket } from 'node:net';

export type Shot = { method: 'GET' | 'POST' | 'PUT'; path: string; headers?: Record<string, string>; body?: string };

/** `shot(n)` is the n-th call. `count` calls in all, at most `concurrency` at once, each on a connection that is kept. */
export type Load = { port: number; count: number; concurrency: number; shot: (n: number) => Shot };

/**
 * Sends the calls over loopback and gives back how many were answered a second.
 * It speaks just enough HTTP/1.1 on bare sockets: a real client takes more time than the server it measures, on the same two cores.
 * @throws Error at the first answer that is not a 200: a benchmark of problems says nothing
 */
export async function load({ port, count, concurrency, shot }: Load): Promise<number> {
  const lines = await Promise.all(Array.from({ length: Math.min(concurrency, count) }, () => open(port)));
  let next = 0;
  const started = process.hrtime.bigint();
  await Promise.all(
    lines.map(async (line) => {
      while (next < count) {
        next += 1;
        await ask(line, printed(shot(next - 1)));
      }
    }),
  ).finally(() => {
    for (const line of lines) line.destroy();
  });
  return count / (Number(process.hrtime.bigint() - started) / 1e9);
}

/** A connection that is kept. */
export function open(port: number): Promise<Socket> {
  return new Promise((opened, failed) => {
    const line = connect({ port, host: '127.0.0.1', noDelay: true });
    line.once('connect', () => opened(line)).once('error', failed);
  });
}

export function printed({ method, path, headers = {}, body = '' }: Shot): string {
  const all = { ...headers, host: '127.0.0.1', ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n${body}`;
}

/** Comes back when the whole answer is there. Both servers say its length beforehand. */
export function ask(line: Socket, text: string): Promise<void> {
  return new Promise((answered, failed) => {
    let got: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      got = got.length ? Buffer.concat([got, chunk]) : chunk;
      const end = got.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = got.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length !== undefined && got.length < end + 4 + Number(length)) return;
      line.off('data', onData).off('close', onClose);
      if (length !== undefined && head.startsWith('HTTP/1.1 200 ')) answered();
      else failed(new Error(`not the answer wanted: ${got.toString('utf8').slice(0, 600)}`));
    };
    const onClose = () => failed(new Error('the server closed the connection'));
    line.on('data', onData).once('close', onClose);
    line.write(text);
  });
}
