-- An answer that promises asks its resident when it is kept or due: docs/decisions/0040-an-answer-that-promises.md.

alter table request add column question_on date;
alter table request add constraint request_question_state_check check (question_on is null or state = 'answered');
comment on column request.question_on is 'the last day of what its answer promised: whoever it is for is asked then whether it is solved; null: they are asked already, or nothing was promised';
grant update (question_on) on request to lianxin_app;

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'question_moved', 'question_due', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn', 'phone_seen', 'words_hidden', 'words_shown'));

create index request_question on request (jurisdiction, question_on, id) where question_on is not null;
