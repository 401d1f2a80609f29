-- A close that somebody proposed is taken back before another agrees to it (撤回).

alter table campaign_event drop constraint campaign_event_kind_check;
alter table campaign_event add constraint campaign_event_kind_check check (kind in ('approved', 'close_moved', 'close_proposed', 'close_withdrawn', 'closed', 'counted', 'created', 'dropped', 'edited', 'opened', 'published', 'tried'));

-- Who has read the report of a station, or of the county, before it is given (看过).

create table campaign_report_reader (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  campaign_id uuid not null,
  place text not null,
  person_id uuid not null,
  version integer not null,
  at timestamptz not null,
  primary key (jurisdiction, campaign_id, place, person_id)
);
comment on table campaign_report_reader is 'who said that they read a report, and which version of what is written in it; each reading anew takes the place of the one before';
comment on column campaign_report_reader.place is 'the station, or county';
comment on column campaign_report_reader.version is 'of campaign_report; 0 while nobody wrote anything';
alter table campaign_report_reader add constraint campaign_report_reader_campaign_fkey foreign key (jurisdiction, campaign_id) references campaign (jurisdiction, id) on delete restrict;

alter table campaign_report_reader enable row level security;
alter table campaign_report_reader force row level security;
create policy own_county on campaign_report_reader using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on campaign_report_reader to lianxin_app;
