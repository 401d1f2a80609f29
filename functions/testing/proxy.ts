import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire that can be cut, between the API and its database. */
export type Wire = {
  /** The address to use instead of the database's. */
  through(url: string): Promise<string>;
  /** Breaks every connection; new ones break at once. */
  cut(): void;
  /**
   * Every so many packets, in whichever direction, the connection breaks on which that one travels; 0 for never. Counted, not timed: a
   * busy machine gets no further between two breaks than an idle one.
   */
  breakEvery(packets: number): void;
  mend(): void;
  close(): Promise<void>;
};

export function openWire(): Wire {
  const sockets = new Set<Socket>();
  let whole = true;
  let server: Server | undefined;
  let every = 0;
  let packets = 0;
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    socket.on('data', () => {
      packets += 1;
      if (every && packets % every === 0) socket.resetAndDestroy();
    });
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
    breakEvery(count) {
      every = count;
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
