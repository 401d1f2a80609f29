// pg finds out whether it runs at Cloudflare by asking `navigator`. Node 20 has none, and then pg makes a `Response`, which loads all of
// Node's fetch: a fifth of a cold start. So this comes before pg.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { userAgent: 'Node.js/20' } });
