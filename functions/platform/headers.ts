/**
 * What an answer of ours says to the browser it reaches, wherever it comes from: `reply.ts` puts it on every answer of the API, `site.ts` on
 * every file of the pages. An answer's own headers come after these.
 */
export const EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/**
 * The same for the pages: scripts of ours and those few in the document itself, by their hashes; nothing is made a script of that came as text.
 * `elsewhere` is where pictures are opened and sent to.
 */
export function pageHeaders(scripts: readonly string[], elsewhere: readonly string[]): Record<string, string> {
  const places = elsewhere.map((origin) => ` ${origin}`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self'${scripts.map((hash) => ` 'sha256-${hash}'`).join('')}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${places}`,
    "font-src 'self' data:",
    `connect-src 'self'${places}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...EVERY_ANSWER,
    'content-security-policy': policy.join('; '),
    // Where somebody stands and the code in front of their camera are asked for; nothing else is.
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  };
}

/** Where TLS ends in front of us: for a year, nothing of this name over plain http. */
export const OVER_TLS = { 'strict-transport-security': 'max-age=31536000' } as const;
