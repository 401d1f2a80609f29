-- A box that is shut earlier or later than it was said (提前关、延期): two people agree, and the reason is public.

alter table campaign add column closings jsonb not null default '[]';
comment on column campaign.closings is 'each time the close was moved: from, to, reason, on; draft.closesAt is the last of them';

alter table poll add column closings jsonb not null default '[]';
comment on column poll.closings is 'the same, for the published list; closes_at is what every ballot is let in by';

alter table campaign_event drop constraint campaign_event_kind_check;
alter table campaign_event add constraint campaign_event_kind_check check (kind in ('approved', 'close_moved', 'close_proposed', 'closed', 'counted', 'created', 'dropped', 'edited', 'opened', 'published', 'tried'));
