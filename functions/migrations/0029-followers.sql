-- Whoever wants to hear of a promise says so (改了没有，告诉我).

create table promise_follower (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  promise_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (jurisdiction, promise_id, person_id)
);
comment on table promise_follower is 'anybody may follow a promise: it says nothing of who rated the department, or how';
alter table promise_follower add constraint promise_follower_promise_fkey foreign key (jurisdiction, promise_id) references promise (jurisdiction, id) on delete restrict;
alter table promise_follower add constraint promise_follower_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;
create index promise_follower_person on promise_follower (jurisdiction, person_id);

alter table promise_follower enable row level security;
alter table promise_follower force row level security;
create policy own_county on promise_follower using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, delete on promise_follower to lianxin_app;
