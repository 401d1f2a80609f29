import type { Kind, Template } from './contract';

/** What a deputy or an office hears; everything else is progress of a resident's own matter. */
const RECEIVED: readonly Kind[] = [
  'request_received',
  'request_rated',
  'request_supplemented',
  'request_withdrawn',
  'deputy_digest',
  'role_granted',
];

/** Residents hear of progress, deputies of what came in. */
export function templateOf(kind: Kind): Template {
  return RECEIVED.includes(kind) ? 'received' : 'progress';
}
