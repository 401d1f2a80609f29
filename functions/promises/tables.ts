import type { EventKind } from '../../shared/promises/lifecycle';
import type { EventKind as OpinionEvent } from '../../shared/promises/opinion/lifecycle';
import type { State as OpinionState } from '../../shared/promises/opinion/states';
import type { EventKind as ReportEvent } from '../../shared/promises/report/lifecycle';
import type {
  Rating,
  Receipt,
  Side as ReportSide,
  State as ReportState,
  Standing,
} from '../../shared/promises/report/states';
import type { Extension, Side, State, Why } from '../../shared/promises/states';
import type { Json, Tenant, Written } from '../platform/schema';

/** A promise as it stood when its department reported it. */
export type PaperLine = {
  promiseId: string;
  version: number;
  public: boolean;
  /** From whose matter it comes. */
  deputies: string[];
  source: string;
  words: string;
  firstDueOn: string;
  dueOn: string;
  doneOn: string | null;
  standing: Standing;
  late: number;
  shown: boolean;
  owes: boolean;
  said: string | null;
};

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
  promise_report: Tenant & {
    id: string;
    department_id: Written<string>;
    year: Written<number>;
    state: ReportState;
    round: number;
    due_on: string;
    rate_by: string | null;
    handed_in_on: string | null;
    reminded: 'before' | 'at' | 'over' | null;
    /** Of what who has no account was told by a short message. */
    texted: 'returned' | 'before' | 'at' | null;
    version: number;
    created_at: Written<Date>;
    changed_at: Date;
  };
  promise_report_paper: Tenant & {
    report_id: string;
    id: string;
    round: number;
    words: string;
    /** As everybody reads them once it is rated; null: handed in before anybody was told that they would. */
    public_words: string | null;
    lines: Json<PaperLine[]>;
    handed_in_on: string;
  };
  promise_report_receipt: Tenant & {
    report_id: string;
    id: string;
    round: number;
    deputy_id: string;
    state: Receipt;
    rating: Rating | null;
    words: string | null;
    person_id: string | null;
    changed_at: Date;
  };
  promise_report_event: Tenant & {
    report_id: string;
    id: string;
    kind: ReportEvent;
    side: ReportSide;
    person_id: string | null;
    words: string | null;
    due_on: string | null;
    at: Written<Date>;
  };
}

declare module '../platform/schema' {
  interface Schema extends PromiseTables {}
}
