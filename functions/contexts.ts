import type { LoadPlug } from './platform/plug';

/**
 * The contexts of the product (docs: README, "The contexts"). One more is one line here, one folder in `shared/`, one here and one in
 * `miniprogram/src/`. The name is the first segment of its paths; its code loads when one of them is first asked for.
 */
export const contexts: Readonly<Record<string, LoadPlug>> = {
  identity: () => import('./identity/plug'),
  directory: () => import('./directory/plug'),
  requests: () => import('./requests/plug'),
  pictures: () => import('./pictures/plug'),
  voting: () => import('./voting/plug'),
  promises: () => import('./promises/plug'),
  assignments: () => import('./assignments/plug'),
  suggestions: () => import('./suggestions/plug'),
  appraisals: () => import('./appraisals/plug'),
  notifications: () => import('./notifications/plug'),
};
