import { ensure } from '../../shared/kernel/problems';
import type { Person } from '../platform/call';
import type { RequestRow } from './queries';

export type Viewer = 'resident' | 'deputy';

/**
 * As whom a person sees a request: who sent it, or the deputy it was sent to.
 * For anybody else there is no such request, so that nobody learns that an id exists.
 */
export function viewerOf(request: RequestRow | undefined, person: Person): Viewer {
  ensure(request, 'not_found');
  if (request.resident_id === person.personId) return 'resident';
  ensure(person.deputyId !== null && request.deputy_id === person.deputyId, 'not_found');
  return 'deputy';
}

/** The name as the resident chose to show it. */
export function nameFor(viewer: Viewer, request: Pick<RequestRow, 'name' | 'name_for'>): string | null {
  return viewer === 'resident' || request.name_for === 'deputy' ? request.name : null;
}
