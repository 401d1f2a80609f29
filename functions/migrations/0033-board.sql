-- What stands on the notice board (公开栏), apart from what is private of it: found by place, category, department and how far it is, and by its public words.
create table board_matter (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  request_id uuid not null,
  published_at timestamptz not null,
  village text not null,
  town text not null generated always as (left(village, 9)) stored,
  category text not null,
  department_id uuid,
  standing text not null check (standing in ('open', 'answered', 'solved', 'put_away')),
  form text not null,
  grams tsvector not null,
  primary key (jurisdiction, request_id)
);
comment on table board_matter is 'what stands on the notice board, kept in step by whatever happens to its request; form and grams are of the public words alone. Not fenced for its owner, for find_on_board (decision 37)';
comment on column board_matter.department_id is 'the department that has it, or answered it last';

alter table board_matter add constraint board_matter_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete cascade;
alter table board_matter enable row level security;
create policy own_county on board_matter using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update, delete on board_matter to lianxin_app;

insert into board_matter (jurisdiction, request_id, published_at, village, category, department_id, standing, form, grams)
  select jurisdiction, id, published_at, village, category, department_id,
    case when state = 'answered' then 'answered' when state <> 'closed' then 'open' when outcome = 'solved' then 'solved' else 'put_away' end,
    form, array_to_tsvector(array(select distinct substr(form, place, 2) from generate_series(1, length(form)) place))
  from (
    select request.*, regexp_replace(regexp_replace(lower(normalize(public_title || ' ' || public_words || ' ' || coalesce(public_answer, ''), NFKC)), '[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]', '', 'g'), '[[:space:][:punct:]　-〃〈-】〔-〟！-／：-＠、。·…—“”‘’]', '', 'g') as form
    from request where published_at is not null
  ) written;

-- One for every way to look at it, so that none of them reads more than a page: place or none, category or none, department or none, how far or none.
create index board_matter_newest on board_matter (jurisdiction, published_at desc, request_id desc);
create index board_matter_standing on board_matter (jurisdiction, standing, published_at desc, request_id desc);
create index board_matter_department on board_matter (jurisdiction, department_id, published_at desc, request_id desc);
create index board_matter_department_standing on board_matter (jurisdiction, department_id, standing, published_at desc, request_id desc);
create index board_matter_category on board_matter (jurisdiction, category, published_at desc, request_id desc);
create index board_matter_category_standing on board_matter (jurisdiction, category, standing, published_at desc, request_id desc);
create index board_matter_category_department on board_matter (jurisdiction, category, department_id, published_at desc, request_id desc);
create index board_matter_category_department_standing on board_matter (jurisdiction, category, department_id, standing, published_at desc, request_id desc);
create index board_matter_town on board_matter (jurisdiction, town, published_at desc, request_id desc);
create index board_matter_town_standing on board_matter (jurisdiction, town, standing, published_at desc, request_id desc);
create index board_matter_town_department on board_matter (jurisdiction, town, department_id, published_at desc, request_id desc);
create index board_matter_town_department_standing on board_matter (jurisdiction, town, department_id, standing, published_at desc, request_id desc);
create index board_matter_town_category on board_matter (jurisdiction, town, category, published_at desc, request_id desc);
create index board_matter_town_category_standing on board_matter (jurisdiction, town, category, standing, published_at desc, request_id desc);
create index board_matter_town_category_department on board_matter (jurisdiction, town, category, department_id, published_at desc, request_id desc);
create index board_matter_town_category_department_standing on board_matter (jurisdiction, town, category, department_id, standing, published_at desc, request_id desc);
create index board_matter_village on board_matter (jurisdiction, village, published_at desc, request_id desc);
create index board_matter_village_standing on board_matter (jurisdiction, village, standing, published_at desc, request_id desc);
create index board_matter_village_department on board_matter (jurisdiction, village, department_id, published_at desc, request_id desc);
create index board_matter_village_department_standing on board_matter (jurisdiction, village, department_id, standing, published_at desc, request_id desc);
create index board_matter_village_category on board_matter (jurisdiction, village, category, published_at desc, request_id desc);
create index board_matter_village_category_standing on board_matter (jurisdiction, village, category, standing, published_at desc, request_id desc);
create index board_matter_village_category_department on board_matter (jurisdiction, village, category, department_id, published_at desc, request_id desc);
create index board_matter_village_category_department_standing on board_matter (jurisdiction, village, category, department_id, standing, published_at desc, request_id desc);
create index board_matter_grams on board_matter using gin (jurisdiction, grams);
drop index request_board;

-- As find_requests (decision 8), of what everybody may read.
create function find_on_board(wanted tsquery, place text, about text, department uuid, stands text, before timestamptz, before_id uuid, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  with found as materialized (
    select request_id, published_at from public.board_matter
    where jurisdiction = current_setting('app.jurisdiction', true) and grams @@ wanted
      and (place is null or place in (village, town)) and (about is null or category = about)
      and (department is null or department_id = department) and (stands is null or standing = stands)
      and (before is null or (published_at, request_id) < (before, before_id))
  )
  select request_id from found order by published_at desc, request_id desc limit most
$$;
revoke all on function find_on_board(tsquery, text, text, uuid, text, timestamptz, uuid, integer) from public;
grant execute on function find_on_board(tsquery, text, text, uuid, text, timestamptz, uuid, integer) to lianxin_app;

-- Somebody says that something on the board should not stand there (举报), once for each matter.
create table board_report (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('personal', 'untrue', 'abusive', 'other')),
  words text,
  state text not null check (state in ('open', 'kept', 'taken_down', 'gone')),
  answer text,
  answered_by uuid,
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (jurisdiction, id),
  check ((state = 'open') = (answered_at is null)),
  check (state not in ('kept', 'taken_down') or (answer is not null and answered_by is not null))
);
comment on table board_report is 'what somebody said against a matter on the notice board (举报), and what the station answered; gone: it left the board otherwise before anybody answered';

alter table board_report add constraint board_report_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete restrict;
alter table board_report add constraint board_report_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete restrict;
alter table board_report add constraint board_report_answered_by_fkey foreign key (jurisdiction, answered_by) references person (jurisdiction, id) on delete restrict;
alter table board_report enable row level security;
alter table board_report force row level security;
create policy own_county on board_report using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert on board_report to lianxin_app;
grant update (words, state, answer, answered_by, answered_at) on board_report to lianxin_app;
create unique index board_report_once on board_report (jurisdiction, request_id, person_id);
create index board_report_open on board_report (jurisdiction, request_id, id) where state = 'open';
create index board_report_person on board_report (jurisdiction, person_id, id desc);
