-- A close that somebody proposed is taken back before another agrees to it (撤回).

alter table campaign_event drop constraint campaign_event_kind_check;
alter table campaign_event add constraint campaign_event_kind_check check (kind in ('approved', 'close_moved', 'close_proposed', 'close_withdrawn', 'closed', 'counted', 'created', 'dropped', 'edited', 'opened', 'published', 'tried'));
