/**
 * What an answer of ours says to the browser it reaches, wherever it comes from: `reply.ts` puts it on every answer of the API, `h5.ts` on
 * every file of the pages. An answer's own headers come after these.
 */
export const EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** Where TLS ends in front of us: for a year, nothing of this name over plain http. */
export const OVER_TLS = { 'strict-transport-security': 'max-age=31536000' } as const;
