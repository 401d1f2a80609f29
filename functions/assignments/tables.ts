import type { Generated } from 'kysely';
import type { EventKind } from '../../shared/assignments/lifecycle';
import type { EventKind as PartEventKind, Side as PartSide } from '../../shared/assignments/part/lifecycle';
import type { PartState } from '../../shared/assignments/part/states';
import type { PartKind } from '../../shared/assignments/part/values';
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
  assignment_part: Tenant & {
    id: string;
    assignment_id: Written<string>;
    department_id: Written<string>;
    kind: Written<PartKind>;
    asks: Written<string>;
    state: PartState;
    asked_on: Written<string>;
    due_on: Written<string>;
    opinion: string | null;
    given_on: string | null;
    reminded: 'before' | 'at' | 'over' | null;
    version: number;
    created_at: Written<Date>;
    changed_at: Date;
  };
  assignment_part_event: Tenant & {
    part_id: string;
    id: string;
    kind: PartEventKind;
    side: PartSide;
    person_id: string | null;
    words: string | null;
    at: Written<Date>;
  };
  answer_phrase: Tenant & {
    id: string;
    department_id: Written<string>;
    words: Written<string>;
    created_at: Written<Date>;
  };
  recusal: Tenant & {
    id: string;
    person_id: Written<string>;
    subject_context: Written<string>;
    subject_id: Written<string>;
    words: Written<string>;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends AssignmentTables {}
}
