-- What residents wrote is screened by two people before anybody else reads it: docs/decisions/0031-words-two-people-read.md.

alter table poll add column words_published_at timestamptz;
alter table poll add column words_forgotten_at timestamptz;
comment on column poll.words_published_at is 'when everything that was released became public, at once; null: nobody but the screeners saw a word';
comment on column poll.words_forgotten_at is 'when the originals were deleted; what is shown stays';

alter table poll_words alter column words drop not null;
alter table poll_words add column state text not null default 'waiting';
alter table poll_words add constraint poll_words_state_check check (state in ('waiting', 'marked', 'released', 'refused'));
alter table poll_words add column version integer not null default 1;
alter table poll_words add column spans jsonb not null default '[]';
alter table poll_words add column shown text;
alter table poll_words add column refused_for text;
alter table poll_words add constraint poll_words_refused_for_check check (refused_for in ('abuse', 'court', 'report'));
alter table poll_words add column marked_by uuid;
alter table poll_words add column decided_by uuid;
alter table poll_words add constraint poll_words_two_check check (state <> 'released' or marked_by <> decided_by);
alter table poll_words add constraint poll_words_shown_check check ((state = 'released') = (shown is not null));
alter table poll_words add constraint poll_words_reason_check check ((state = 'refused') = (refused_for is not null));
comment on column poll_words.words is 'the original; null once it was deleted';
comment on column poll_words.spans is 'what is taken out: from, to, and one of four fixed words instead';
comment on column poll_words.shown is 'the original without the spans, kept from the release on, because the original is deleted';
create index poll_words_state on poll_words (jurisdiction, poll_id, state, id);

create table poll_screener (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  primary key (jurisdiction, poll_id, person_id)
);
comment on table poll_screener is 'the two people of the office who read what was written, and nobody else does';
alter table poll_screener add constraint poll_screener_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;

alter table poll_screener enable row level security;
alter table poll_screener force row level security;
create policy own_county on poll_screener using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, delete on poll_screener to lianxin_app;
grant update on poll_words to lianxin_app;
