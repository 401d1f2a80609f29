// The pages' service worker, in browsers alone: it keeps the shell and its chunks, so that a page opens without a network that was never opened
// before. `config/shell.ts` puts SHELL in front: { version, files }, of this build. What the API says it never touches.
const CACHE = `lianxin-${SHELL.version}`;
const ROOT = new URL('./', self.location).pathname;
const SLOW_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(ROOT)) return;
  const path = pathname.slice(ROOT.length);
  if (mode === 'navigate' && (path === '' || path === 'index.html')) event.respondWith(newest(event.request));
  else if (/^(js|css|static)\//.test(path)) event.respondWith(kept(event.request));
});

/** All of it or nothing: an empty one would be taken for the build before. */
async function keepAll() {
  const before = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll([new Request('./', { cache: 'no-cache' }), ...SHELL.files]);
  } catch (error) {
    if (!before) await caches.delete(CACHE);
    throw error;
  }
}

/** The build before this one stays: a page that was opened with it asks for its chunks. */
async function dropOld() {
  const others = (await caches.keys()).filter((name) => name.startsWith('lianxin-') && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** The shell names its chunks, so the newest one is asked for first: nobody stays with an old one while there is a network. */
async function newest(request) {
  const late = new Promise((_, give) => setTimeout(give, SLOW_MS, new Error('slow')));
  const answer = await Promise.race([fetch(request), late]).catch(() => null);
  return answer?.ok ? answer : ((await caches.match('./', { cacheName: CACHE })) ?? answer ?? fetch(request));
}

/** Its name changes with what is in it, so what is kept is right for ever. */
async function kept(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
