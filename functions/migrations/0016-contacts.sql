-- Whoever has the phone that was written down for somebody is asked whether it is theirs, and until then it can be corrected.

alter table request add column contact_corrected_at timestamptz;
comment on column request.contact_corrected_at is 'when the phone was written down anew; null: it is as old as the request';
comment on column request.resident_id is 'null: entered for somebody (代为登记) who has not said yet that it is theirs';
grant update (contact_cipher, contact_hash, contact_hash_key, contact_corrected_at) on request to lianxin_app;

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('answered', 'approved', 'asked', 'consent_withdrawn', 'contact_corrected', 'contact_declined', 'contact_linked', 'declined', 'entered_for', 'lapse_told', 'lapsed', 'not_solved', 'not_solved_after_all', 'noted', 'opened', 'partly', 'passed', 'photo_left_off', 'photo_let_on', 'published', 'rating_withdrawn', 'read', 'reassigned', 'registered', 'reopened', 'solved', 'submitted', 'supplemented', 'taken', 'withdrawn', 'withheld'));
