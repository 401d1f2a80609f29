-- What a department says often (常用的话), in its own words.

create table answer_phrase (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  department_id uuid not null,
  words text not null,
  created_at timestamptz not null,
  primary key (jurisdiction, id)
);
comment on table answer_phrase is 'what a department says often (常用的话), for all its people to put into an answer and go on from there';
-- Kept again it is there once.
create unique index answer_phrase_words on answer_phrase (jurisdiction, department_id, words);
alter table answer_phrase add constraint answer_phrase_of_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;

alter table answer_phrase enable row level security;
alter table answer_phrase force row level security;
create policy own_county on answer_phrase using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, delete on answer_phrase to lianxin_app;
