import type { ColumnType, Generated } from 'kysely';

/** The tables as kysely sees them; `functions/migrations/schema.sql` is the truth. Dates come as `YYYY-MM-DD` strings. */
type Tenant = { jurisdiction: string };
type Written<T> = ColumnType<T, T, never>;
/** Returned as it was stored; written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

export interface Schema {
  county: {
    jurisdiction: string;
    name: string;
    congress_name: string;
    settings: Json<unknown>;
    created_at: Written<Date>;
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

  division: {
    code: string;
    parent: string | null;
    name: string;
    level: 'county' | 'town' | 'village';
    position: number;
  };
  ward: Tenant & { id: string; level: 'town' | 'county'; town: string | null; name: string };
  ward_village: Tenant & { ward_id: string; village: string };
  station: Tenant & {
    id: string;
    name: string;
    address: string;
    hours: string;
    phone: string;
    latitude: number | null;
    longitude: number | null;
    reception: Json<{ dayOfMonth: number; from: string; to: string }> | null;
  };
  station_village: Tenant & { village: string; station_id: string };
  deputy: Tenant & {
    id: string;
    name: string;
    intro: Generated<string>;
    portrait: string | null;
    roll: number;
    station_id: string | null;
  };
  mandate: Tenant & {
    id: string;
    deputy_id: string;
    level: 'town' | 'county' | 'city' | 'province' | 'nation';
    congress_name: string;
    ward_id: string | null;
    electing_unit: string | null;
    starts_on: string;
    ends_on: string;
  };
  deputy_code: Tenant & { code: string; deputy_id: string; created_at: Written<Date>; withdrawn_at: Date | null };

  person: Tenant & {
    id: string;
    openid: string;
    name: string | null;
    phone_cipher: Buffer | null;
    phone_hash: Buffer | null;
    phone_hash_key: string | null;
    phone_verified_at: Date | null;
    created_at: Written<Date>;
    seen_at: Date;
  };
  membership: Tenant & {
    id: string;
    person_id: string;
    role: 'deputy';
    deputy_id: string | null;
    granted_at: Written<Date>;
    withdrawn_at: Date | null;
  };
  session: Tenant & {
    id: string;
    person_id: string;
    refresh_hash: Buffer;
    created_at: Written<Date>;
    expires_at: Date;
    revoked_at: Date | null;
  };

  request: Tenant & {
    id: string;
    tracking_number: string;
    resident_id: string;
    deputy_id: string;
    station_id: string | null;
    village: string;
    category: string;
    title: string;
    words: string;
    place: string | null;
    openness: 'handlers' | 'public';
    name: string | null;
    name_for: 'deputy' | 'station';
    state: 'with_deputy' | 'answered' | 'closed';
    outcome: 'solved' | 'partly' | null;
    round: Generated<number>;
    submitted_on: string;
    round_started_on: string;
    due_on: string;
    answered_on: string | null;
    closed_on: string | null;
    opened_at: Date | null;
    text_check: Generated<'pending' | 'pass' | 'review' | 'risky'>;
    created_at: Written<Date>;
    changed_at: Date;
  };
  request_event: Tenant & {
    request_id: string;
    id: string;
    round: number;
    kind:
      | 'submitted'
      | 'registered'
      | 'opened'
      | 'answered'
      | 'read'
      | 'supplemented'
      | 'solved'
      | 'partly'
      | 'not_solved';
    person_id: string | null;
    words: string | null;
    detail: Json<unknown>;
    at: Written<Date>;
  };

  notification: Tenant & {
    id: string;
    person_id: string;
    kind: 'request_received' | 'request_answered' | 'request_rated' | 'request_supplemented';
    request_id: string;
    title: string;
    body: string;
    created_at: Written<Date>;
    read_at: Date | null;
    delivery: Generated<'inbox' | 'sent' | 'refused' | 'failed'>;
  };
  subscription: Tenant & { person_id: string; template: 'progress' | 'received'; remaining: number; changed_at: Date };
}
