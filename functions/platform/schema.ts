import type { ColumnType, Generated } from 'kysely';

/** A table of a county's data (design 5.1). */
export type Tenant = { jurisdiction: string };
/** Written once. */
export type Written<T> = ColumnType<T, T, never>;
/** Returned as it was stored; written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;

interface PlatformTables {
  county: {
    jurisdiction: string;
    name: string;
    congress_name: string;
    settings: Json<unknown>;
    created_at: Written<Date>;
    retired_at: Date | null;
    farewell: string | null;
    division_code: string | null;
  };
  outbox: Tenant & {
    id: string;
    topic: string;
    payload: Json<unknown>;
    attempts: Generated<number>;
    run_at: Date;
    parked_at: Date | null;
    created_at: Written<Date>;
    last_error: string | null;
  };
  idempotency: Tenant & {
    person_id: string;
    key: string;
    procedure: string;
    fingerprint: string;
    reply: Json<unknown> | null;
    created_at: Written<Date>;
  };
  daily_count: Tenant & { day: string; what: string; who: string; count: number };
  schedule_run: Tenant & { name: string; holder: string | null; started_at: Date; held_until: Date };
  audit_log: Tenant & {
    id: string;
    at: Written<Date>;
    person_id: string | null;
    action: string;
    object_kind: string;
    object_id: string | null;
    reason: string | null;
    detail: Json<unknown>;
  };
  audit_unlinked: Tenant & { entry_id: string };
}

/**
 * The tables as kysely sees them; `functions/migrations/schema.sql` is the truth. Dates come as `YYYY-MM-DD` strings. These are the
 * platform's; each context adds its own (`<context>/tables.ts`).
 */
export interface Schema extends PlatformTables {}
