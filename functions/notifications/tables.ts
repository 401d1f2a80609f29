import type { Generated } from 'kysely';
import type { Template } from '../../shared/notifications/contract';
import type { TextFault } from '../../shared/notifications/texts';
import type { Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface NotificationTables {
  notification: Tenant & {
    id: string;
    person_id: string;
    kind: string;
    /** What was told before there were other subjects is about this request. */
    request_id: string | null;
    subject_context: string | null;
    subject_id: string | null;
    template: Generated<Template>;
    page: string | null;
    title: string;
    body: string;
    created_at: Written<Date>;
    read_at: Date | null;
    delivery: Generated<'inbox' | 'sent' | 'refused' | 'failed'>;
  };
  subscription: Tenant & { person_id: string; template: Template; remaining: number; changed_at: Date };
  text_message: Tenant & {
    id: string;
    membership_id: string;
    kind: 'digest' | 'report';
    day: Written<string>;
    params: Written<string[]>;
    state: 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'dropped';
    fault: TextFault | null;
    changed_at: Date;
  };
}

declare module '../platform/schema' {
  interface Schema extends NotificationTables {}
}
