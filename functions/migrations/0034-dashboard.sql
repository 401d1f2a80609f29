-- The desk's figures, kept as matters move (docs/decisions/0039-figures-are-kept-as-matters-move.md), and an audit log that is a chain.

-- What a figure needs of a request besides where it stands.
alter table request add column first_answered_on date;
alter table request add column claimed_on date;
comment on column request.first_answered_on is 'when it was first answered, in whatever round';
comment on column request.claimed_on is 'when a deputy, or a department with class A, first said that it is done (办理完成); whether it is, the resident says';
update request set first_answered_on = answers.first, claimed_on = answers.claimed
  from (
    select jurisdiction, request_id, min((at at time zone 'Asia/Shanghai')::date) as first,
      min((at at time zone 'Asia/Shanghai')::date) filter (where coalesce(detail ->> 'resultClass', 'A') = 'A') as claimed
    from request_event where kind in ('answered', 'department_answered') group by jurisdiction, request_id
  ) answers
  where request.jurisdiction = answers.jurisdiction and request.id = answers.request_id;
grant update (first_answered_on, claimed_on) on request to lianxin_app;

-- Lists of what came in a time.
create index request_received on request (jurisdiction, submitted_on desc, id desc);
create index request_station_received on request (jurisdiction, station_id, submitted_on desc, id desc);

-- How many requests there are of each kind. A request is counted once under `standing`, under `due` while somebody owes an answer and the clock
-- runs, under `answer` once it was answered.
create function request_figures(state text, outcome text, claimed_on date, first_answered_on date, submitted_on date, due_on date)
  returns table (what text, key text)
language sql stable parallel safe
as $$
  select 'standing', state || ' ' || coalesce(outcome, '-') || ' ' || case when claimed_on is not null then 'claimed' when first_answered_on is not null then 'answered' else '-' end
  union all
  select 'due', due_on::text where state in ('with_deputy', 'with_station', 'with_department')
  union all
  select 'answer', (first_answered_on - submitted_on)::text where first_answered_on is not null
$$;
comment on function request_figures is 'under what a request is counted; the one definition, for what is kept and for a count anew';

create table request_figure (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  village text not null,
  station_id uuid not null,
  month date not null check (extract(day from month) = 1),
  category text not null,
  what text not null check (what in ('standing', 'due', 'answer')),
  key text not null,
  count bigint not null,
  primary key (jurisdiction, village, category, station_id, month, what, key)
);
comment on table request_figure is 'how many requests of a month are counted under a key: of each category and of all, of each village, station and of the county; so that a screen adds up as many rows for a million requests as for ten thousand';
comment on column request_figure.station_id is 'all zeros: of no station; all f: of every station';
comment on column request_figure.village is 'empty: of every village';
comment on column request_figure.category is 'empty: of every category';
create index request_figure_village on request_figure (jurisdiction, station_id, category, month) where village <> '';

create table request_figure_change (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id bigint generated always as identity,
  village text not null,
  station_id uuid not null,
  month date not null,
  category text not null,
  what text not null,
  key text not null,
  change bigint not null,
  primary key (jurisdiction, id)
);
comment on table request_figure_change is 'what moved since the clock last added it to request_figure; only added to by whoever moves a matter, so that nobody waits for anybody';

insert into request_figure_change (jurisdiction, village, station_id, month, category, what, key, change)
select r.jurisdiction, r.village, coalesce(r.station_id, '00000000-0000-0000-0000-000000000000'), date_trunc('month', r.submitted_on)::date, r.category, f.what, f.key, count(*)
from request r, lateral request_figures(r.state, r.outcome, r.claimed_on, r.first_answered_on, r.submitted_on, r.due_on) f
group by 1, 2, 3, 4, 5, 6, 7;

alter table request_figure enable row level security;
alter table request_figure force row level security;
create policy own_county on request_figure using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update, delete on request_figure to lianxin_app;
alter table request_figure_change enable row level security;
alter table request_figure_change force row level security;
create policy own_county on request_figure_change using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on request_figure_change to lianxin_app;

-- The audit log as a chain: each link's hash is over the one before and over what the entry says.
create table audit_link (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  place bigint not null check (place >= 1),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  linked_at timestamptz not null,
  primary key (jurisdiction, place),
  unique (jurisdiction, entry_id)
);
comment on table audit_link is 'append-only: the audit log''s entries in a row, each with a hash over the link before; a change, or a gap, shows in every hash after it';
create table audit_unlinked (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  entry_id uuid not null,
  primary key (jurisdiction, entry_id)
);
comment on table audit_unlinked is 'entries the clock has not put into the chain yet: whoever writes the log never waits for the chain';
insert into audit_unlinked (jurisdiction, entry_id) select jurisdiction, id from audit_log;
create index audit_log_newest on audit_log (jurisdiction, at desc, id desc);
create index audit_log_action on audit_log (jurisdiction, action, at desc, id desc);
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy own_county on audit_link using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert on audit_link to lianxin_app;
alter table audit_unlinked enable row level security;
alter table audit_unlinked force row level security;
create policy own_county on audit_unlinked using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on audit_unlinked to lianxin_app;
