import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire that can be cut, between the API and its database. */
export type Wire = {
  /** The address to use instead of the database's. */
  through(url: string): Promise<string>;
  /** Breaks every connection; new ones break at once. */
  cut(): void;
  /** Breaks one connection, whatever it is doing. */
  twitch(): void;
  mend(): void;
  close(): Promise<void>;
};

export function openWire(): Wire {
  const sockets = new Set<Socket>();
  let whole = true;
  let server: Server | undefined;
  let turn = 0;
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };
  return {
    async through(url) {
      const { hostname, port } = new URL(url);
      const listening = createServer((near) => {
        keep(near);
        if (!whole) return void near.resetAndDestroy();
        const far = connect(Number(port), hostname);
        keep(far);
        near.pipe(far).pipe(near);
        near.once('close', () => far.destroy());
        far.once('close', () => near.destroy());
      });
      server = listening;
      await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
      const moved = new URL(url);
      moved.port = String((listening.address() as { port: number }).port);
      return moved.href;
    },
    cut() {
      whole = false;
      breakAll();
    },
    twitch() {
      turn += 1;
      [...sockets][turn % Math.max(sockets.size, 1)]?.resetAndDestroy();
    },
    mend() {
      whole = true;
    },
    async close() {
      breakAll();
      await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
    },
  };
}
