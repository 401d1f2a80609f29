-- A resident may take back that others see a matter.
alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'registered', 'entered', 'claimed', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'withdrawn', 'taken', 'passed', 'reassigned', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'cleared', 'kept_back', 'hidden'));

-- Until now nobody could change what the resident had agreed to.
grant update (openness) on request to lianxin_app;
