-- What people are told. The in-app inbox always; a subscribe message where it was accepted.

create table notification (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('request_received', 'request_answered', 'request_rated', 'request_supplemented')),
  request_id uuid not null,
  title text not null,
  body text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  delivery text not null default 'inbox' check (delivery in ('inbox', 'sent', 'refused', 'failed')),
  primary key (jurisdiction, id)
);
comment on table notification is 'delivery says what became of the subscribe message: inbox = none was asked for';
create index notification_person on notification (jurisdiction, person_id, id desc);
create index notification_unread on notification (jurisdiction, person_id) where read_at is null;

create table subscription (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  person_id uuid not null,
  template text not null check (template in ('progress', 'received')),
  remaining integer not null check (remaining >= 0),
  changed_at timestamptz not null,
  primary key (jurisdiction, person_id, template)
);
comment on table subscription is 'one acceptance is one message (一次性订阅消息)';

alter table notification add constraint notification_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;
alter table subscription add constraint subscription_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;

alter table notification enable row level security;
alter table notification force row level security;
create policy own_county on notification using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update on notification to lianxin_app;

alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_county on subscription using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update on subscription to lianxin_app;
