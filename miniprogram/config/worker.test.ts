import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** The pages' service worker, with the caches of a browser and a network that can be cut. Nothing of it is slow. */

const WORKER = readFileSync(join(__dirname, 'worker.js'), 'utf8');

type Heard = { waitUntil?: (work: Promise<unknown>) => void; respondWith?: (answer: Promise<unknown>) => void };

function browser() {
  const kept = new Map<string, Map<string, string>>();
  const network = { reachable: true };
  const get = async (path: string) => {
    if (!network.reachable) throw new Error('offline');
    return { ok: true, said: `${path} of the network` };
  };
  const caches = {
    has: async (name: string) => kept.has(name),
    open: async (name: string) => {
      const cache = kept.get(name) ?? new Map<string, string>();
      kept.set(name, cache);
      return {
        addAll: async (files: (string | { path: string })[]) => {
          await get('./');
          for (const file of files) cache.set(typeof file === 'string' ? file : file.path, name);
        },
      };
    },
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (path: string, { cacheName }: { cacheName?: string } = {}) => {
      const found = [...kept].find(([name, cache]) => (!cacheName || cacheName === name) && cache.has(path));
      return found && { ok: true, said: `${path} of ${found[0]}` };
    },
  };
  /** A worker of this build is put in, and takes over; what is given back asks it for a page. */
  const install = async (version: string) => {
    const listeners: Record<string, (event: Heard & { request?: object }) => void> = {};
    const self = {
      location: new URL('https://lianxin.example/worker.js'),
      addEventListener: (name: string, hear: (event: Heard) => void) => {
        listeners[name] = hear;
      },
      skipWaiting: async () => undefined,
      clients: { claim: async () => undefined },
    };
    class Request {
      constructor(readonly path: string) {}
    }
    const SHELL = { version, files: [`js/${version}.js`] };
    runInContext(
      WORKER,
      createContext({ SHELL, self, caches, fetch: () => get('./'), URL, Request, setTimeout: () => undefined }),
    );
    const work = async (name: string) => {
      let done: Promise<unknown> = Promise.resolve();
      listeners[name]?.({
        waitUntil: (promise) => {
          done = promise;
        },
      });
      await done;
    };
    await work('install');
    await work('activate');
    return () =>
      new Promise((answer) => {
        const request = { method: 'GET', mode: 'navigate', url: 'https://lianxin.example/' };
        listeners.fetch?.({ request, respondWith: (given) => answer(given) });
      });
  };
  return { kept, network, install };
}

test('without a network the shell is that of the newest build, though the one before is kept', async () => {
  const { kept, network, install } = browser();
  await install('1');
  const page = await install('2');
  network.reachable = false;
  expect([...kept.keys()]).toEqual(['lianxin-1', 'lianxin-2']);
  expect(await page()).toMatchObject({ said: './ of lianxin-2' });
});

test('a build that could not be fetched leaves nothing behind', async () => {
  const { kept, network, install } = browser();
  await install('1');
  network.reachable = false;
  await expect(install('2')).rejects.toThrow('offline');
  expect([...kept.keys()]).toEqual(['lianxin-1']);
});
