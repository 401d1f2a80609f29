-- Short messages (短信) for people of departments who have no account yet: docs/decisions/0041-a-department-without-wechat.md. No number stands here.

create table text_message (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  membership_id uuid not null,
  kind text not null check (kind in ('digest')),
  day date not null,
  params text[] not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'failed', 'dropped')),
  fault text check (fault in ('away', 'settings', 'number', 'stopped', 'too_many', 'unsure', 'late')),
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  check (state not in ('refused', 'failed') or fault is not null)
);
comment on table text_message is 'a short message (短信) for whoever holds a role and has no account; the number is read from the role when it is sent. Kept for 90 days';
comment on column text_message.params is 'what stands in the places of the template: numbers';
comment on column text_message.state is 'sending: handed over, and what came of it is not written yet; dropped: by then nobody was to get it any more';
comment on column text_message.fault is 'why it was not delivered, or not yet';
create unique index text_message_once on text_message (jurisdiction, membership_id, day, kind);

alter table text_message add constraint text_message_membership_fkey foreign key (jurisdiction, membership_id) references membership (jurisdiction, id) on delete restrict;
alter table text_message enable row level security;
alter table text_message force row level security;
create policy own_county on text_message using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on text_message to lianxin_app;
grant update (state, fault, changed_at) on text_message to lianxin_app;
