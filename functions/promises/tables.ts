import type { EventKind } from '../../shared/promises/lifecycle';
import type { EventKind as OpinionEvent } from '../../shared/promises/opinion/lifecycle';
import type { State as OpinionState } from '../../shared/promises/opinion/states';
import type { Extension, Side, State, Why } from '../../shared/promises/states';
import type { Json, Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface PromiseTables {
  promise: Tenant & {
    id: string;
    subject_context: Written<string>;
    subject_id: Written<string>;
    department_id: Written<string>;
    station_id: Written<string | null>;
    public: Written<boolean>;
    source: Written<string>;
    words: Written<string>;
    first_due_on: Written<string>;
    due_on: string;
    state: State;
    extension: Extension | null;
    asked_until: string | null;
    why: Why | null;
    reminded: 'before' | 'at' | null;
    looked_at: Date | null;
    done_on: string | null;
    version: number;
    created_at: Written<Date>;
    changed_at: Date;
  };
  promise_event: Tenant & {
    promise_id: string;
    id: string;
    kind: EventKind;
    side: Side;
    station_id: string | null;
    person_id: string | null;
    words: string | null;
    link: string | null;
    due_on: string | null;
    at: Written<Date>;
  };
  promise_follower: Tenant & { promise_id: string; person_id: string; since: Written<Date> };
  opinion: Tenant & {
    id: string;
    subject_context: Written<string>;
    subject_id: Written<string>;
    department_id: Written<string>;
    source: Written<string>;
    words: Written<string>;
    figures: Json<string[]>;
    due_on: string;
    state: OpinionState;
    again: boolean;
    answered_on: string | null;
    reminded: 'before' | 'at' | 'over' | null;
    version: number;
    created_at: Written<Date>;
    changed_at: Date;
  };
  opinion_event: Tenant & {
    opinion_id: string;
    id: string;
    kind: OpinionEvent;
    person_id: string | null;
    words: string | null;
    due_on: string | null;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends PromiseTables {}
}
