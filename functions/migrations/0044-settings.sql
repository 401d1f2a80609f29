-- Settings of a county that two people of its office change: docs/decisions/0048-two-people-change-a-rule.md.

create table setting_change (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  setting text not null,
  state text not null check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  value_before jsonb not null,
  value_after jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  primary key (jurisdiction, id),
  check ((state = 'proposed') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'declined') = (decline_reason is not null)),
  check (state not in ('confirmed', 'declined') or decided_by <> proposed_by)
);
comment on table setting_change is 'what two people of the office change in the settings of their county, and why; what was decided stays';
comment on column setting_change.value_before is 'what it was when it was proposed; of a calendar the days that change and no others';
-- One at a time, so that whoever agrees knows from what it changes.
create unique index setting_change_waiting on setting_change (jurisdiction, setting) where state = 'proposed';
create index setting_change_decided on setting_change (jurisdiction, decided_at desc, id desc) where state <> 'proposed';
create index setting_change_decided_of on setting_change (jurisdiction, setting, decided_at desc, id desc) where state <> 'proposed';

alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy own_county on setting_change using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert on setting_change to lianxin_app;
grant update (state, decided_by, decided_at, decline_reason) on setting_change to lianxin_app;
-- Behind the fence that is up: of its own county alone.
grant update (settings) on county to lianxin_app;
