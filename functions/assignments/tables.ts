import type { Generated } from 'kysely';
import type { EventKind } from '../../shared/assignments/lifecycle';
import type { Extension, Question, Side, State } from '../../shared/assignments/states';
import type { ResultClass } from '../../shared/assignments/values';
import type { Tenant, Written } from '../platform/schema';

/** The context's tables, as kysely sees them. */
export interface AssignmentTables {
  assignment: Tenant & {
    id: string;
    subject_context: Written<string>;
    subject_id: Written<string>;
    department_id: Written<string>;
    state: State;
    assigned_on: Written<string>;
    accept_by: string;
    due_on: string;
    final: Written<boolean>;
    result_class: ResultClass | null;
    question: Question | null;
    questions: Generated<number>;
    extension: Extension | null;
    asked_until: string | null;
    version: number;
    created_at: Written<Date>;
    changed_at: Date;
  };
  assignment_event: Tenant & {
    assignment_id: string;
    id: string;
    kind: EventKind;
    side: Side;
    person_id: string | null;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends AssignmentTables {}
}
