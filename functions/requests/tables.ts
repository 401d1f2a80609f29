import type { ColumnType, Generated } from 'kysely';
import type { WordsCheck } from '../../shared/kernel/content-check';
import type { Standing } from '../../shared/requests/board';
import type { Category } from '../../shared/requests/contract';
import type { EventKind } from '../../shared/requests/lifecycle';
import type { ReportReason, ReportState } from '../../shared/requests/reports';
import type { ASKS, End, Publication, State } from '../../shared/requests/states';
import type { Json, Tenant, Written } from '../platform/schema';

/** In which event WeChat was not sure of the words, and what it said of them. */
export type WordDoubt = { id: string; verdict: 'review' | 'risky' };

/** Under what a request is counted: `request_figures` in the database says it, `queries/counted.ts` notes it down (decision 39). */
type Counted = {
  /** Empty: of every village. */
  village: string;
  /** All zeros: of no station; all f: of every station. */
  station_id: string;
  month: string;
  /** Empty: of every category. */
  category: Category | '';
  what: 'standing' | 'due' | 'answer';
  key: string;
};

/** The context's tables, as kysely sees them. */
export interface RequestTables {
  request: Tenant & {
    id: string;
    tracking_number: string;
    resident_id: string | null;
    deputy_id: string | null;
    station_id: string | null;
    /** What its department asks of the station. */
    asks: (typeof ASKS)[number] | null;
    asked_until: string | null;
    department_id: string | null;
    /** To which deputy of a level above the county it is to go, once its resident agrees; or whose it is by that, and who has not taken it yet. */
    handover_to: string | null;
    entered_by: string | null;
    entered_as: 'supervisor' | 'clerk' | null;
    slip_number: string | null;
    /** How often the same slip was entered before numbers had one form. */
    slip_repeat: Generated<number>;
    contact_cipher: Buffer | null;
    contact_hash: Buffer | null;
    contact_hash_key: string | null;
    contact_corrected_at: Date | null;
    village: string;
    category: Category;
    title: string;
    words: string;
    place: string | null;
    openness: 'handlers' | 'public';
    name: string | null;
    name_for: 'deputy' | 'station';
    state: State;
    outcome: End | null;
    round: Generated<number>;
    submitted_on: string;
    round_started_on: string;
    due_on: string;
    answered_on: string | null;
    /** When it was first answered, in whatever round. */
    first_answered_on: string | null;
    /** When a deputy, or a department with class A, first said that it is done (办理完成). */
    claimed_on: string | null;
    closed_on: string | null;
    opened_at: Date | null;
    taken_at: Date | null;
    asked_on: string | null;
    lapses_on: string | null;
    lapse_told_at: Date | null;
    question_on: string | null;
    text_check: Generated<WordsCheck>;
    checked_through: string | null;
    check_label: string | null;
    word_doubts: ColumnType<WordDoubt[], string | undefined, string>;
    publication: Publication | null;
    public_title: string | null;
    public_words: string | null;
    public_answer: string | null;
    published_at: Date | null;
    hidden_words: Generated<string[]>;
    /** The one with which it is handled (合成一件); its own last day, where one that was merged into it is due earlier. */
    merged_into: string | null;
    own_due_on: string | null;
    /** Its number at the 12345 hotline. */
    hotline_number: string | null;
    /** What its resident said it is the same as, until the station has decided; and what was there before and had ended. */
    same_as: string | null;
    earlier_id: string | null;
    created_at: Written<Date>;
    changed_at: Date;
  };
  request_event: Tenant & {
    request_id: string;
    id: string;
    round: number;
    kind: EventKind;
    person_id: string | null;
    deputy_id: string | null;
    words: string | null;
    detail: Json<unknown>;
    at: Written<Date>;
  };
  request_figure: Tenant & Counted & { count: number };
  request_figure_change: Tenant & Counted & { id: Generated<number>; change: number };
  request_search: Tenant & {
    request_id: string;
    station_id: string | null;
    form: string;
    grams: ColumnType<never, string, never>;
  };
  request_apart: Tenant & { first_id: string; second_id: string; person_id: string; at: Date };
  board_matter: Tenant & {
    request_id: string;
    published_at: Date;
    village: string;
    town: ColumnType<string, never, never>;
    category: Category;
    department_id: string | null;
    standing: Standing;
    form: string;
    grams: ColumnType<never, string, string>;
  };
  board_report: Tenant & {
    id: string;
    request_id: string;
    person_id: string;
    reason: ReportReason;
    words: string | null;
    state: ReportState;
    answer: string | null;
    answered_by: string | null;
    created_at: Written<Date>;
    answered_at: Date | null;
  };
}

declare module '../platform/schema' {
  interface Schema extends RequestTables {}
}
