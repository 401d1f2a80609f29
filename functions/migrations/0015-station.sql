-- What a station does: slips found however they are spelt, words found wherever they stand, the notice board by when it was agreed to,
-- photos kept off it one by one, and the words in doubt by themselves.

-- Slips. B 7, b7, Ｂ７, B-7 and 第 B7 号 are one slip. A dash between two digits tells 1-12 from 11-2 and stays.
create function slip_form(slip text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
  select nullif(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    lower(normalize(slip, NFKC)),
    '[\s\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]', '', 'g'),
    '^(第|编号|no(?=[-.:#]?[0-9]))|号$', '', 'g'),
    '[-‐-―−_./·:#]+', '-', 'g'),
    '(?<![0-9])-|-(?![0-9])', '', 'g'), '')
$$;
comment on function slip_form is 'the one form of a slip''s number, however it is spelt';

alter table request add column slip_form text generated always as (slip_form(slip_number)) stored;
alter table request add column slip_repeat smallint not null default 0;
comment on column request.slip_repeat is 'of slips that were entered under several spellings before they had one form: how many came before';
update request set slip_repeat = earlier.count
  from (
    select jurisdiction, id, row_number() over (partition by jurisdiction, station_id, slip_form order by id) - 1 as count
    from request where slip_form is not null
  ) earlier
  where request.jurisdiction = earlier.jurisdiction and request.id = earlier.id and earlier.count > 0;
drop index request_slip;
create unique index request_slip on request (jurisdiction, station_id, slip_form, slip_repeat) where slip_form is not null;
create index request_slip_form on request (jurisdiction, slip_form) where slip_form is not null;

-- Search. The form is of letters and digits alone: what stands between them makes no difference.
alter table request_search add column form text not null default '';
update request_search set form = written.form
  from (
    select jurisdiction, id,
      regexp_replace(regexp_replace(lower(normalize(words || coalesce(place, ''), NFKC)), '[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]', '', 'g'), '[[:space:][:punct:]　-〃〈-】〔-〟！-／：-＠、。·…—“”‘’]', '', 'g') as form
    from request
  ) written
  where request_search.jurisdiction = written.jurisdiction and request_search.request_id = written.id;
update request_search set grams = array_to_tsvector(array(select distinct substr(form, place, 2) from generate_series(1, length(form)) place));

-- The notice board.
alter table request add column published_at timestamptz;
update request set published_at = coalesce(
    (select max(at) from request_event e where e.jurisdiction = request.jurisdiction and e.request_id = request.id and e.kind = 'published'),
    published_on::timestamp at time zone 'Asia/Shanghai')
  where published_on is not null;
drop index request_board;
alter table request drop constraint request_published_check;
alter table request drop column published_on;
alter table request add constraint request_published_check check ((publication is distinct from 'published' or published_at is not null) and (published_at is null or (public_title is not null and public_words is not null)));
comment on column request.published_at is 'when a person agreed that it stands on the notice board; null: it does not';
create index request_board on request (jurisdiction, published_at desc, id desc) where published_at is not null;
alter table picture drop constraint picture_state_check;
alter table picture add constraint picture_state_check check (state in ('sending', 'checking', 'passed', 'review', 'risky', 'approved', 'withheld', 'off_board'));

-- Words in doubt.
alter table request add column word_doubts jsonb not null default '[]';
comment on column request.word_doubts is 'events whose words WeChat was not sure of, with its verdict, until a person approved them; the first stands for the request''s own words';

-- Photos are left off the board and let on again.
alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('answered', 'approved', 'asked', 'consent_withdrawn', 'contact_linked', 'declined', 'entered_for', 'lapse_told', 'lapsed', 'not_solved', 'not_solved_after_all', 'noted', 'opened', 'partly', 'passed', 'photo_left_off', 'photo_let_on', 'published', 'rating_withdrawn', 'read', 'reassigned', 'registered', 'reopened', 'solved', 'submitted', 'supplemented', 'taken', 'withdrawn', 'withheld'));

grant update (published_at, word_doubts) on request to lianxin_app;
