import type { MessageKind } from '../../shared/requests/messages';
import type { NotificationKind } from '../notifications/public';

/** What a deputy and a station hear once a day (`clock/digest.ts`). */
type Kind = MessageKind | 'deputy_digest' | 'station_digest' | 'report_received' | 'report_answered';

const follow = (id: string | null) => `requests/pages/follow/index?id=${id}`;
const onBoard = (id: string | null) => `requests/pages/public/index?id=${id}`;
const mine = () => 'pages/mine/index';
const looks = () => 'requests/pages/looks/index';
const me = () => 'pages/me/index';

/** The kinds of notification of this context: progress of a resident's own matter, or what came in for a deputy. */
export const KINDS = {
  request_received: { name: 'request_received', template: 'received', page: follow },
  request_answered: { name: 'request_answered', template: 'progress', page: follow },
  request_rated: { name: 'request_rated', template: 'received', page: follow },
  request_supplemented: { name: 'request_supplemented', template: 'received', page: follow },
  request_asked: { name: 'request_asked', template: 'progress', page: follow },
  request_taken: { name: 'request_taken', template: 'progress', page: follow },
  request_passed: { name: 'request_passed', template: 'progress', page: follow },
  request_reassigned: { name: 'request_reassigned', template: 'progress', page: follow },
  request_withdrawn: { name: 'request_withdrawn', template: 'received', page: follow },
  request_lapsing: { name: 'request_lapsing', template: 'progress', page: follow },
  request_lapsed: { name: 'request_lapsed', template: 'progress', page: follow },
  request_published: { name: 'request_published', template: 'progress', page: follow },
  request_declined: { name: 'request_declined', template: 'progress', page: follow },
  request_claimed: { name: 'request_claimed', template: 'progress', page: follow },
  request_offered: { name: 'request_offered', template: 'progress', page: mine },
  request_contact_declined: { name: 'request_contact_declined', template: 'progress', page: follow },
  request_referred: { name: 'request_referred', template: 'progress', page: follow },
  request_assigned: { name: 'request_assigned', template: 'progress', page: follow },
  request_progressed: { name: 'request_progressed', template: 'progress', page: follow },
  request_to_assign: { name: 'request_to_assign', template: 'received', page: follow },
  request_of_department: { name: 'request_of_department', template: 'received', page: follow },
  request_phone_seen: { name: 'request_phone_seen', template: 'progress', page: looks },
  report_received: { name: 'report_received', template: 'received', page: follow },
  report_answered: { name: 'report_answered', template: 'progress', page: onBoard },
  deputy_digest: { name: 'deputy_digest', template: 'received', page: mine },
  station_digest: { name: 'station_digest', template: 'received', page: me },
} as const satisfies { [Name in Kind]: NotificationKind & { name: Name } };
