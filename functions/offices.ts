import type { Binding } from './platform/http';

/**
 * What contexts do with sheets, fonts and drawings (`/office/…`): in a function of its own, so that phones never wait for those. A list of its
 * own too: in the list of `contexts.ts` their code would lie in every zip.
 */
export const offices: Readonly<Record<string, () => Promise<{ office: readonly Binding[] }>>> = {
  directory: () => import('./directory/office'),
  identity: () => import('./identity/office'),
  appraisals: () => import('./appraisals/office'),
  promises: () => import('./promises/office'),
  requests: () => import('./requests/office'),
  suggestions: () => import('./suggestions/office'),
  voting: () => import('./voting/office'),
};
