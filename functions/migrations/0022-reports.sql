-- What a station writes of its report on an appraisal (评议报告): docs/decisions/0031-words-two-people-read.md.

create table campaign_report (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  campaign_id uuid not null,
  place text not null,
  version integer not null,
  body jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, campaign_id, place)
);
comment on table campaign_report is 'sections three and four of a report, and its days; numbers and tables are made anew from what is published';
comment on column campaign_report.place is 'the station, or county';
alter table campaign_report add constraint campaign_report_campaign_fkey foreign key (jurisdiction, campaign_id) references campaign (jurisdiction, id) on delete restrict;

alter table campaign_report enable row level security;
alter table campaign_report force row level security;
create policy own_county on campaign_report using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on campaign_report to lianxin_app;
