-- A department asks its question through the station, or for more days: docs/decisions/0034-a-department-reads-the-matter.md.

alter table assignment add column question text check (question in ('asked', 'forwarded'));
alter table assignment add column questions integer not null default 0;
alter table assignment add column extension text check (extension in ('asked', 'granted', 'refused'));
alter table assignment add column asked_until date;
alter table assignment add constraint assignment_asked_until_check check (extension is distinct from 'asked' or asked_until is not null);
comment on column assignment.question is 'where a question of the department''s is: with whoever assigned the matter, or with whom it is for';
comment on column assignment.questions is 'how many of its questions were passed on';
comment on column assignment.extension is 'what became of more days, where they were asked for';
comment on column assignment.asked_until is 'until when';
grant update (accept_by, question, questions, extension, asked_until) on assignment to lianxin_app;

alter table assignment_event drop constraint assignment_event_kind_check;
alter table assignment_event add constraint assignment_event_kind_check check (kind in ('created', 'accepted', 'returned', 'progressed', 'asked', 'forwarded', 'question_ended', 'extension_asked', 'extension_granted', 'extension_refused', 'answered', 'reopened', 'taken_back'));

alter table request add column asks text check (asks in ('question', 'extension'));
alter table request add column asked_until date;
alter table request add constraint request_asks_state_check check (asks is null or state = 'with_department');
comment on column request.asks is 'what the department that has it asks of the station: to pass a question on, or for more days; null: nothing';
comment on column request.asked_until is 'until when it wants, or got, more days';
grant update (asks, asked_until) on request to lianxin_app;

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn'));

-- What the station has to do for departments: to find one, or to decide on what one asks.
drop index request_to_assign;
create index request_to_assign on request (jurisdiction, station_id, due_on, id) where state = 'with_station' or asks is not null;

-- What a department has that is no longer on the roll, also while its question waits.
drop index request_department;
create index request_department on request (jurisdiction, department_id, id) where state in ('with_department', 'asked');
