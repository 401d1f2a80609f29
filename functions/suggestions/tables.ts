import type { ResultClass } from '../../shared/assignments/values';
import type { EventKind } from '../../shared/suggestions/lifecycle';
import type { CosignerState, Outcome, Side, State } from '../../shared/suggestions/states';
import type { Disclosure, Elsewhere, Occasion, Origin, Rating, Unsolved } from '../../shared/suggestions/values';
import type { Said } from '../platform/call';
import type { Json, Tenant, Written } from '../platform/schema';

/** What an event wrote down besides its words. */
type Detail = Partial<
  Record<'attitude' | 'result' | 'contact' | 'resultClass' | 'until' | 'to' | 'on' | 'way' | 'watcher', string | null>
> & {
  /** With an answer: what those said who worked on it with the department that answers. */
  said?: readonly Said[];
};

/** The context's tables, as kysely sees them. */
export interface SuggestionTables {
  suggestion: Tenant & {
    id: string;
    lead_id: string;
    occasion: Occasion;
    year: number | null;
    number: number | null;
    title: string;
    facts: string;
    proposal: string;
    disclosure: Disclosure;
    disclosure_reason: string | null;
    origin: Origin;
    unsolved: Unsolved | null;
    wants_contact: boolean;
    text_version: number;
    state: State;
    outcome: Outcome | null;
    round: number;
    department_id: string | null;
    marked: boolean;
    watcher_id: string | null;
    assign_by: string | null;
    handled_with: string | null;
    answered_with: string | null;
    own_due_on: string | null;
    first_assigned_on: string | null;
    due_on: string | null;
    extended: boolean;
    complex_reason: string | null;
    reminded: 'before' | 'at' | 'over' | null;
    answered_on: string | null;
    comment_by: string | null;
    rate_by: string | null;
    rating_reminded: boolean;
    result_class: ResultClass | null;
    attitude: Rating | null;
    result: Rating | null;
    redirected_to: Elsewhere | null;
    version: number;
    submitted_on: string | null;
    closed_on: string | null;
    created_at: Written<Date>;
    changed_at: Date;
  };
  suggestion_cosigner: Tenant & {
    suggestion_id: string;
    deputy_id: string;
    state: CosignerState;
    position: number;
    /** In which they said what follows; 0: in none. */
    round: number;
    attitude: Rating | null;
    result: Rating | null;
    words: string | null;
    changed_at: Date;
  };
  suggestion_request: Tenant & { suggestion_id: string; request_id: string };
  suggestion_event: Tenant & {
    suggestion_id: string;
    id: string;
    round: number;
    kind: EventKind;
    side: Side;
    person_id: string | null;
    deputy_id: string | null;
    department_id: string | null;
    words: string | null;
    detail: Json<Detail>;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends SuggestionTables {}
}
