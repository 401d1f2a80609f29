-- Who looks at a resident's phone, what a clerk hides of a matter, and what goes when somebody erases their data:
-- docs/decisions/0038-a-number-is-seen-with-a-reason.md.

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn', 'phone_seen', 'words_hidden', 'words_shown'));

alter table request add column hidden_words text[] not null default '{}';
comment on column request.hidden_words is 'what a clerk hid of the matter (隐去), with plain digits: departments and the notice board read 〇〇 wherever it stands';
grant update (hidden_words) on request to lianxin_app;

-- What goes with a person who erases their data (个人信息保护法 第四十七条); the matters stay without a name.
grant update (name) on request to lianxin_app;
grant delete on notification to lianxin_app;
grant delete on subscription to lianxin_app;

-- Replies that were kept for a retry had all of a request in them, the name too; what the reply says stays.
update idempotency set reply = reply - array['name', 'words', 'place', 'title', 'resident_id', 'public_title', 'public_words', 'public_answer', 'slip_number'] where reply ? 'resident_id';
