-- The resident's word that a matter is solved has a way back: taken back within a day, or said not to be so within the county's days.

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'consent_withdrawn'));
