import type { Kind, Template } from './contract';

/** Residents hear of progress, deputies of what came in. */
export function templateOf(kind: Kind): Template {
  return kind === 'request_answered' ? 'progress' : 'received';
}
