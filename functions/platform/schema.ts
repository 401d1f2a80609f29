import type { ColumnType, Generated } from 'kysely';
import type { Kind } from '../../shared/notifications/contract';
import type { EventKind } from '../../shared/requests/contract';

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

  division: {
    code: string;
    parent: string | null;
    name: string;
    level: 'county' | 'town' | 'village';
    position: number;
    pinyin: Generated<string>;
  };
  ward: Tenant & { id: string; level: 'town' | 'county'; town: string | null; name: string };
  ward_village: Tenant & { ward_id: string; village: string };
  ward_unit: Tenant & { ward_id: string; name: string; pinyin: Generated<string> };
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
    pinyin: Generated<string>;
    number: string | null;
  };
  deputy_away: Tenant & {
    id: string;
    deputy_id: string;
    from_day: string;
    to_day: string;
    created_at: Written<Date>;
    withdrawn_at: Date | null;
  };
  department: Tenant & {
    id: string;
    kind: 'department' | 'committee';
    name: string;
    phone: string | null;
    roll: number;
    ended_on: string | null;
  };
  boundary: Tenant & { data: Buffer; polygons: number; built_at: Date };
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
    person_id: string | null;
    role: 'deputy' | 'supervisor' | 'clerk' | 'admin';
    deputy_id: string | null;
    station_id: string | null;
    village: string | null;
    name: string | null;
    source: Generated<'granted' | 'roster'>;
    phone_cipher: Buffer | null;
    phone_hash: Buffer | null;
    phone_hash_key: string | null;
    invitation_hash: Buffer | null;
    invitation_expires_at: Date | null;
    granted_at: Written<Date>;
    withdrawn_at: Date | null;
  };
  desk_sign_in: Tenant & {
    id: string;
    code_hash: Buffer;
    secret_hash: Buffer;
    person_id: string | null;
    created_at: Written<Date>;
    expires_at: Date;
    collected_at: Date | null;
  };
  session: Tenant & {
    id: string;
    person_id: string;
    refresh_hash: Buffer;
    created_at: Written<Date>;
    expires_at: Date;
    revoked_at: Date | null;
    desk: Generated<boolean>;
  };

  request: Tenant & {
    id: string;
    tracking_number: string;
    resident_id: string | null;
    deputy_id: string | null;
    station_id: string | null;
    entered_by: string | null;
    entered_as: 'supervisor' | 'clerk' | null;
    slip_number: string | null;
    contact_cipher: Buffer | null;
    contact_hash: Buffer | null;
    contact_hash_key: string | null;
    village: string;
    category: string;
    title: string;
    words: string;
    place: string | null;
    openness: 'handlers' | 'public';
    name: string | null;
    name_for: 'deputy' | 'station';
    state: 'with_deputy' | 'asked' | 'answered' | 'closed';
    outcome: 'solved' | 'partly' | 'withdrawn' | 'lapsed' | null;
    round: Generated<number>;
    submitted_on: string;
    round_started_on: string;
    due_on: string;
    answered_on: string | null;
    closed_on: string | null;
    opened_at: Date | null;
    taken_at: Date | null;
    asked_on: string | null;
    lapses_on: string | null;
    lapse_told_at: Date | null;
    text_check: Generated<'pending' | 'pass' | 'review' | 'risky' | 'cleared' | 'kept_back'>;
    checked_through: string | null;
    check_label: string | null;
    publication: 'pending' | 'published' | 'declined' | null;
    public_title: string | null;
    public_words: string | null;
    public_answer: string | null;
    published_on: string | null;
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

  notification: Tenant & {
    id: string;
    person_id: string;
    kind: Kind;
    request_id: string | null;
    title: string;
    body: string;
    created_at: Written<Date>;
    read_at: Date | null;
    delivery: Generated<'inbox' | 'sent' | 'refused' | 'failed'>;
  };
  subscription: Tenant & { person_id: string; template: 'progress' | 'received'; remaining: number; changed_at: Date };

  request_search: Tenant & { request_id: string; station_id: string | null; grams: ColumnType<never, string, never> };
  picture: Tenant & {
    id: string;
    owner_id: string;
    request_id: string | null;
    event_id: string | null;
    position: Generated<number>;
    state: 'sending' | 'checking' | 'passed' | 'review' | 'risky' | 'cleared' | 'kept_back';
    type: 'image/jpeg' | 'image/png' | 'image/webp' | null;
    bytes: number | null;
    width: number | null;
    height: number | null;
    trace_id: string | null;
    label: string | null;
    created_at: Written<Date>;
    asked_at: Date | null;
  };
  media_check: { trace_id: string; jurisdiction: string; picture_id: string; created_at: Written<Date> };
}
