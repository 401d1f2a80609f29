import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What both servers are told at the start. `pool` is the number of their connections to PostgreSQL. */
export type Needs = { databaseUrl: string; pool: number };

/** Waits for what the parent sends, listens on a free port and says which; ends when the parent does. */
export function serveParent<N extends Needs>(listenerFor: (needs: N) => RequestListener): void {
  process.once('message', (needs) => {
    const server = createServer(listenerFor(needs as N));
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  });
  process.once('disconnect', () => process.exit(0));
}
