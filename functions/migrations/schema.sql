-- What the migrations make. Printed by `npm run schema`, never edited.

create table answer_phrase (
  jurisdiction text not null,
  id uuid not null,
  department_id uuid not null,
  words text not null,
  created_at timestamp with time zone not null
);
comment on table answer_phrase is 'what a department says often (常用的话), for all its people to put into an answer and go on from there';
alter table answer_phrase add constraint answer_phrase_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table answer_phrase add constraint answer_phrase_of_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table answer_phrase add constraint answer_phrase_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX answer_phrase_words ON public.answer_phrase USING btree (jurisdiction, department_id, words);
alter table answer_phrase enable row level security;
alter table answer_phrase force row level security;
create policy own_county on answer_phrase as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on answer_phrase to lianxin_app;

create table assignment (
  jurisdiction text not null,
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  state text not null,
  assigned_on date not null,
  accept_by date not null,
  due_on date not null,
  final boolean not null,
  result_class text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  question text,
  questions integer not null default 0,
  extension text,
  asked_until date
);
comment on table assignment is 'a matter in the hands of a department (交办); the matter is a row of another context';
comment on column assignment.accept_by is 'the last day on which the department can say that it is not its own';
comment on column assignment.asked_until is 'until when';
comment on column assignment.due_on is 'when whoever it is for has to have an answer: of the matter, and kept in step with it';
comment on column assignment.extension is 'what became of more days, where they were asked for';
comment on column assignment.final is 'the office named this department after others gave it back: it can not';
comment on column assignment.question is 'where a question of the department''s is: with whoever assigned the matter, or with whom it is for';
comment on column assignment.questions is 'how many of its questions were passed on';
comment on column assignment.version is 'who writes says which one they saw';
alter table assignment add constraint assignment_asked_until_check CHECK (((extension IS DISTINCT FROM 'asked'::text) OR (asked_until IS NOT NULL)));
alter table assignment add constraint assignment_check CHECK (((state <> 'answered'::text) OR (result_class IS NOT NULL)));
alter table assignment add constraint assignment_extension_check CHECK ((extension = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])));
alter table assignment add constraint assignment_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table assignment add constraint assignment_question_check CHECK ((question = ANY (ARRAY['asked'::text, 'forwarded'::text])));
alter table assignment add constraint assignment_result_class_check CHECK ((result_class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])));
alter table assignment add constraint assignment_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'answered'::text, 'returned'::text, 'taken_back'::text])));
alter table assignment add constraint assignment_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table assignment add constraint assignment_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX assignment_current ON public.assignment USING btree (jurisdiction, subject_context, subject_id) WHERE (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'answered'::text]));
CREATE INDEX assignment_owed ON public.assignment USING btree (jurisdiction, department_id, state, due_on, id) WHERE (state = ANY (ARRAY['offered'::text, 'accepted'::text]));
CREATE INDEX assignment_recent ON public.assignment USING btree (jurisdiction, department_id, state, changed_at DESC, id DESC);
CREATE INDEX assignment_subject ON public.assignment USING btree (jurisdiction, subject_id, id);
alter table assignment enable row level security;
alter table assignment force row level security;
create policy own_county on assignment as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on assignment to lianxin_app;
grant update (accept_by) on assignment to lianxin_app;
grant update (asked_until) on assignment to lianxin_app;
grant update (changed_at) on assignment to lianxin_app;
grant update (due_on) on assignment to lianxin_app;
grant update (extension) on assignment to lianxin_app;
grant update (question) on assignment to lianxin_app;
grant update (questions) on assignment to lianxin_app;
grant update (result_class) on assignment to lianxin_app;
grant update (state) on assignment to lianxin_app;
grant update (version) on assignment to lianxin_app;

create table assignment_event (
  jurisdiction text not null,
  assignment_id uuid not null,
  id uuid not null,
  kind text not null,
  side text not null,
  person_id uuid,
  at timestamp with time zone not null
);
comment on table assignment_event is 'append-only: who did what with an assignment; what they wrote is in the history of the matter';
alter table assignment_event add constraint assignment_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table assignment_event add constraint assignment_event_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'accepted'::text, 'returned'::text, 'progressed'::text, 'asked'::text, 'forwarded'::text, 'question_ended'::text, 'extension_asked'::text, 'extension_granted'::text, 'extension_refused'::text, 'involved'::text, 'answered'::text, 'reopened'::text, 'taken_back'::text])));
alter table assignment_event add constraint assignment_event_side_check CHECK ((side = ANY (ARRAY['department'::text, 'assigner'::text])));
alter table assignment_event add constraint assignment_event_assignment_fkey FOREIGN KEY (jurisdiction, assignment_id) REFERENCES assignment(jurisdiction, id) ON DELETE RESTRICT;
alter table assignment_event add constraint assignment_event_pkey PRIMARY KEY (jurisdiction, assignment_id, id);
alter table assignment_event enable row level security;
alter table assignment_event force row level security;
create policy own_county on assignment_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on assignment_event to lianxin_app;

create table assignment_part (
  jurisdiction text not null,
  id uuid not null,
  assignment_id uuid not null,
  department_id uuid not null,
  kind text not null,
  asks text not null,
  state text not null,
  asked_on date not null,
  due_on date not null,
  opinion text,
  given_on date,
  reminded text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
comment on table assignment_part is 'what a department does for the one that has the assignment (主办): it gives its opinion, or does a part of its own';
comment on column assignment_part.asks is 'what it is asked to do, in the words of whoever asked';
comment on column assignment_part.opinion is 'what it said of it last; an answer of the lead says it unchanged';
comment on column assignment_part.reminded is 'what was said of its day';
alter table assignment_part add constraint assignment_part_check CHECK (((state <> ALL (ARRAY['given'::text, 'carried'::text])) OR ((opinion IS NOT NULL) AND (given_on IS NOT NULL))));
alter table assignment_part add constraint assignment_part_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table assignment_part add constraint assignment_part_kind_check CHECK ((kind = ANY (ARRAY['advice'::text, 'part'::text])));
alter table assignment_part add constraint assignment_part_reminded_check CHECK ((reminded = ANY (ARRAY['before'::text, 'at'::text, 'over'::text])));
alter table assignment_part add constraint assignment_part_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'carried'::text, 'withdrawn'::text])));
alter table assignment_part add constraint assignment_part_by_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table assignment_part add constraint assignment_part_of_fkey FOREIGN KEY (jurisdiction, assignment_id) REFERENCES assignment(jurisdiction, id) ON DELETE RESTRICT;
alter table assignment_part add constraint assignment_part_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX assignment_part_assignment ON public.assignment_part USING btree (jurisdiction, assignment_id, id);
CREATE INDEX assignment_part_due ON public.assignment_part USING btree (jurisdiction, due_on, id) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX assignment_part_open ON public.assignment_part USING btree (jurisdiction, assignment_id, department_id) WHERE (state = ANY (ARRAY['asked'::text, 'given'::text]));
CREATE INDEX assignment_part_owed ON public.assignment_part USING btree (jurisdiction, department_id, due_on, id) WHERE (state = ANY (ARRAY['asked'::text, 'given'::text]));
CREATE INDEX assignment_part_recent ON public.assignment_part USING btree (jurisdiction, department_id, changed_at DESC, id DESC) WHERE (state = ANY (ARRAY['carried'::text, 'withdrawn'::text]));
alter table assignment_part enable row level security;
alter table assignment_part force row level security;
create policy own_county on assignment_part as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on assignment_part to lianxin_app;
grant update (changed_at) on assignment_part to lianxin_app;
grant update (given_on) on assignment_part to lianxin_app;
grant update (opinion) on assignment_part to lianxin_app;
grant update (reminded) on assignment_part to lianxin_app;
grant update (state) on assignment_part to lianxin_app;
grant update (version) on assignment_part to lianxin_app;

create table assignment_part_event (
  jurisdiction text not null,
  part_id uuid not null,
  id uuid not null,
  kind text not null,
  side text not null,
  person_id uuid,
  words text,
  at timestamp with time zone not null
);
comment on table assignment_part_event is 'append-only: who did what with a part, and what was said';
alter table assignment_part_event add constraint assignment_part_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table assignment_part_event add constraint assignment_part_event_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'given'::text, 'changed'::text, 'withdrawn'::text, 'carried'::text, 'ended'::text, 'overdue'::text, 'dissolved'::text])));
alter table assignment_part_event add constraint assignment_part_event_side_check CHECK ((side = ANY (ARRAY['cohandler'::text, 'lead'::text, 'assigner'::text, 'clock'::text])));
alter table assignment_part_event add constraint assignment_part_event_part_fkey FOREIGN KEY (jurisdiction, part_id) REFERENCES assignment_part(jurisdiction, id) ON DELETE RESTRICT;
alter table assignment_part_event add constraint assignment_part_event_pkey PRIMARY KEY (jurisdiction, part_id, id);
alter table assignment_part_event enable row level security;
alter table assignment_part_event force row level security;
create policy own_county on assignment_part_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on assignment_part_event to lianxin_app;

create table audit_link (
  jurisdiction text not null,
  place bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  linked_at timestamp with time zone not null
);
comment on table audit_link is 'append-only: the audit log''s entries in a row, each with a hash over the link before; a change, or a gap, shows in every hash after it';
alter table audit_link add constraint audit_link_hash_check CHECK ((length(hash) = 32));
alter table audit_link add constraint audit_link_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table audit_link add constraint audit_link_place_check CHECK ((place >= 1));
alter table audit_link add constraint audit_link_pkey PRIMARY KEY (jurisdiction, place);
alter table audit_link add constraint audit_link_jurisdiction_entry_id_key UNIQUE (jurisdiction, entry_id);
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy own_county on audit_link as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on audit_link to lianxin_app;

create table audit_log (
  jurisdiction text not null,
  id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid,
  reason text,
  detail jsonb not null default '{}'::jsonb
);
comment on table audit_log is 'append-only: who did or looked at what, and why';
alter table audit_log add constraint audit_log_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table audit_log add constraint audit_log_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX audit_log_action ON public.audit_log USING btree (jurisdiction, action, at DESC, id DESC);
CREATE INDEX audit_log_newest ON public.audit_log USING btree (jurisdiction, at DESC, id DESC);
CREATE INDEX audit_log_object ON public.audit_log USING btree (jurisdiction, object_kind, object_id);
CREATE INDEX audit_log_person ON public.audit_log USING btree (jurisdiction, person_id);
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_county on audit_log as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on audit_log to lianxin_app;

create table audit_unlinked (
  jurisdiction text not null,
  entry_id uuid not null
);
comment on table audit_unlinked is 'entries the clock has not put into the chain yet: whoever writes the log never waits for the chain';
alter table audit_unlinked add constraint audit_unlinked_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table audit_unlinked add constraint audit_unlinked_pkey PRIMARY KEY (jurisdiction, entry_id);
alter table audit_unlinked enable row level security;
alter table audit_unlinked force row level security;
create policy own_county on audit_unlinked as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on audit_unlinked to lianxin_app;

create table ballot (
  jurisdiction text not null,
  poll_id uuid not null,
  voter bytea not null,
  electorate text not null,
  station_id uuid,
  channel text not null,
  cast_on date not null,
  revision integer not null,
  leaf bytea not null,
  sealed bytea not null
);
comment on table ballot is 'the box while it is shut: no person, no answer that can be read, no time of day; empty once it is counted';
comment on column ballot.leaf is 'SHA-256 of 0x00 and the ballot, which carries a random id; the receipt is its beginning';
comment on column ballot.voter is 'an HMAC of the entry of the roll under the link key, which is destroyed at the close';
alter table ballot add constraint ballot_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'paper'::text, 'table'::text])));
alter table ballot add constraint ballot_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ballot add constraint ballot_pkey PRIMARY KEY (jurisdiction, poll_id, voter);
alter table ballot enable row level security;
alter table ballot force row level security;
create policy own_county on ballot as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, select on ballot to lianxin_app;
grant insert, select, update on ballot to lianxin_ballots;

create table board_matter (
  jurisdiction text not null,
  request_id uuid not null,
  published_at timestamp with time zone not null,
  village text not null,
  town text not null generated always as ("left"(village, 9)) stored,
  category text not null,
  department_id uuid,
  standing text not null,
  form text not null,
  grams tsvector not null
);
comment on table board_matter is 'what stands on the notice board, kept in step by whatever happens to its request; form and grams are of the public words alone. Not fenced for its owner, for find_on_board (decision 37)';
comment on column board_matter.department_id is 'the department that has it, or answered it last';
alter table board_matter add constraint board_matter_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table board_matter add constraint board_matter_standing_check CHECK ((standing = ANY (ARRAY['open'::text, 'answered'::text, 'solved'::text, 'put_away'::text])));
alter table board_matter add constraint board_matter_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE CASCADE;
alter table board_matter add constraint board_matter_pkey PRIMARY KEY (jurisdiction, request_id);
CREATE INDEX board_matter_category ON public.board_matter USING btree (jurisdiction, category, published_at DESC, request_id DESC);
CREATE INDEX board_matter_category_department ON public.board_matter USING btree (jurisdiction, category, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_category_department_standing ON public.board_matter USING btree (jurisdiction, category, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_category_standing ON public.board_matter USING btree (jurisdiction, category, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_department ON public.board_matter USING btree (jurisdiction, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_department_standing ON public.board_matter USING btree (jurisdiction, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_grams ON public.board_matter USING gin (jurisdiction, grams);
CREATE INDEX board_matter_newest ON public.board_matter USING btree (jurisdiction, published_at DESC, request_id DESC);
CREATE INDEX board_matter_standing ON public.board_matter USING btree (jurisdiction, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town ON public.board_matter USING btree (jurisdiction, town, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_category ON public.board_matter USING btree (jurisdiction, town, category, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_category_department ON public.board_matter USING btree (jurisdiction, town, category, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_category_department_standing ON public.board_matter USING btree (jurisdiction, town, category, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_category_standing ON public.board_matter USING btree (jurisdiction, town, category, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_department ON public.board_matter USING btree (jurisdiction, town, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_department_standing ON public.board_matter USING btree (jurisdiction, town, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_town_standing ON public.board_matter USING btree (jurisdiction, town, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village ON public.board_matter USING btree (jurisdiction, village, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_category ON public.board_matter USING btree (jurisdiction, village, category, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_category_department ON public.board_matter USING btree (jurisdiction, village, category, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_category_department_standing ON public.board_matter USING btree (jurisdiction, village, category, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_category_standing ON public.board_matter USING btree (jurisdiction, village, category, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_department ON public.board_matter USING btree (jurisdiction, village, department_id, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_department_standing ON public.board_matter USING btree (jurisdiction, village, department_id, standing, published_at DESC, request_id DESC);
CREATE INDEX board_matter_village_standing ON public.board_matter USING btree (jurisdiction, village, standing, published_at DESC, request_id DESC);
alter table board_matter enable row level security;
create policy own_county on board_matter as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on board_matter to lianxin_app;

create table board_report (
  jurisdiction text not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  reason text not null,
  words text,
  state text not null,
  answer text,
  answered_by uuid,
  created_at timestamp with time zone not null,
  answered_at timestamp with time zone
);
comment on table board_report is 'what somebody said against a matter on the notice board (举报), and what the station answered; gone: it left the board otherwise before anybody answered';
alter table board_report add constraint board_report_check CHECK (((state = 'open'::text) = (answered_at IS NULL)));
alter table board_report add constraint board_report_check1 CHECK (((state <> ALL (ARRAY['kept'::text, 'taken_down'::text])) OR ((answer IS NOT NULL) AND (answered_by IS NOT NULL))));
alter table board_report add constraint board_report_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table board_report add constraint board_report_reason_check CHECK ((reason = ANY (ARRAY['personal'::text, 'untrue'::text, 'abusive'::text, 'other'::text])));
alter table board_report add constraint board_report_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'taken_down'::text, 'gone'::text])));
alter table board_report add constraint board_report_answered_by_fkey FOREIGN KEY (jurisdiction, answered_by) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table board_report add constraint board_report_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table board_report add constraint board_report_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table board_report add constraint board_report_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX board_report_once ON public.board_report USING btree (jurisdiction, request_id, person_id);
CREATE INDEX board_report_open ON public.board_report USING btree (jurisdiction, request_id, id) WHERE (state = 'open'::text);
CREATE INDEX board_report_person ON public.board_report USING btree (jurisdiction, person_id, id DESC);
alter table board_report enable row level security;
alter table board_report force row level security;
create policy own_county on board_report as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on board_report to lianxin_app;
grant update (answer) on board_report to lianxin_app;
grant update (answered_at) on board_report to lianxin_app;
grant update (answered_by) on board_report to lianxin_app;
grant update (state) on board_report to lianxin_app;
grant update (words) on board_report to lianxin_app;

create table boundary (
  jurisdiction text not null,
  data bytea not null,
  polygons integer not null,
  built_at timestamp with time zone not null
);
comment on table boundary is 'the villages'' boundaries as one prebuilt index (WGS-84), read whole into the process';
alter table boundary add constraint boundary_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table boundary add constraint boundary_pkey PRIMARY KEY (jurisdiction);
alter table boundary enable row level security;
alter table boundary force row level security;
create policy own_county on boundary as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on boundary to lianxin_app;

create table campaign (
  jurisdiction text not null,
  id uuid not null,
  state text not null,
  draft jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  follows uuid,
  closings jsonb not null default '[]'::jsonb
);
comment on table campaign is 'an appraisal (评议): what is prepared; once it is open the poll of the same id has what counts';
comment on column campaign.closings is 'each time the close was moved: from, to, reason, on; draft.closesAt is the last of them';
comment on column campaign.follows is 'the appraisal after which it asks whether it got better (变好了吗); null: it is one of its own';
comment on column campaign.version is 'of the draft: who writes says which one they saw';
alter table campaign add constraint campaign_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table campaign add constraint campaign_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'approved'::text, 'open'::text, 'closed'::text, 'counted'::text, 'published'::text, 'dropped'::text])));
alter table campaign add constraint campaign_follows_fkey FOREIGN KEY (jurisdiction, follows) REFERENCES campaign(jurisdiction, id) ON DELETE RESTRICT;
alter table campaign add constraint campaign_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX campaign_follows ON public.campaign USING btree (jurisdiction, follows) WHERE (follows IS NOT NULL);
CREATE INDEX campaign_state ON public.campaign USING btree (jurisdiction, state, id);
alter table campaign enable row level security;
alter table campaign force row level security;
create policy own_county on campaign as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on campaign to lianxin_app;

create table campaign_event (
  jurisdiction text not null,
  campaign_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid,
  detail jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null
);
comment on table campaign_event is 'append-only: what happened to an appraisal; no ballot is an event';
alter table campaign_event add constraint campaign_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table campaign_event add constraint campaign_event_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'close_moved'::text, 'close_proposed'::text, 'close_withdrawn'::text, 'closed'::text, 'counted'::text, 'created'::text, 'dropped'::text, 'edited'::text, 'opened'::text, 'published'::text, 'tried'::text])));
alter table campaign_event add constraint campaign_event_campaign_fkey FOREIGN KEY (jurisdiction, campaign_id) REFERENCES campaign(jurisdiction, id) ON DELETE RESTRICT;
alter table campaign_event add constraint campaign_event_pkey PRIMARY KEY (jurisdiction, campaign_id, id);
alter table campaign_event enable row level security;
alter table campaign_event force row level security;
create policy own_county on campaign_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on campaign_event to lianxin_app;

create table campaign_report (
  jurisdiction text not null,
  campaign_id uuid not null,
  place text not null,
  version integer not null,
  body jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null
);
comment on table campaign_report is 'sections three and four of a report, and its days; numbers and tables are made anew from what is published';
comment on column campaign_report.place is 'the station, or county';
alter table campaign_report add constraint campaign_report_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table campaign_report add constraint campaign_report_campaign_fkey FOREIGN KEY (jurisdiction, campaign_id) REFERENCES campaign(jurisdiction, id) ON DELETE RESTRICT;
alter table campaign_report add constraint campaign_report_pkey PRIMARY KEY (jurisdiction, campaign_id, place);
alter table campaign_report enable row level security;
alter table campaign_report force row level security;
create policy own_county on campaign_report as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on campaign_report to lianxin_app;

create table campaign_report_reader (
  jurisdiction text not null,
  campaign_id uuid not null,
  place text not null,
  person_id uuid not null,
  version integer not null,
  at timestamp with time zone not null
);
comment on table campaign_report_reader is 'who said that they read a report, and which version of what is written in it; each reading anew takes the place of the one before';
comment on column campaign_report_reader.place is 'the station, or county';
comment on column campaign_report_reader.version is 'of campaign_report; 0 while nobody wrote anything';
alter table campaign_report_reader add constraint campaign_report_reader_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table campaign_report_reader add constraint campaign_report_reader_campaign_fkey FOREIGN KEY (jurisdiction, campaign_id) REFERENCES campaign(jurisdiction, id) ON DELETE RESTRICT;
alter table campaign_report_reader add constraint campaign_report_reader_pkey PRIMARY KEY (jurisdiction, campaign_id, place, person_id);
alter table campaign_report_reader enable row level security;
alter table campaign_report_reader force row level security;
create policy own_county on campaign_report_reader as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on campaign_report_reader to lianxin_app;

create table county (
  jurisdiction text not null,
  name text not null,
  congress_name text not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  farewell text,
  division_code text
);
comment on table county is 'reference: the counties (tenants) and their settings; that they exist is no secret';
comment on column county.division_code is 'with what the codes of its places begin, where that is no longer the jurisdiction: phones, codes on posters and seals keep the first one';
comment on column county.farewell is 'what people are told while the county is closed';
alter table county add constraint county_division_code_check CHECK ((division_code ~ '^[0-9]{6}$'::text));
alter table county add constraint county_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table county add constraint county_retired_check CHECK (((retired_at IS NULL) = (farewell IS NULL)));
alter table county add constraint county_pkey PRIMARY KEY (jurisdiction);
alter table county enable row level security;
alter table county force row level security;
create policy everybody_reads on county as permissive for select to public using (true);
create policy own_county on county as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on county to lianxin_app;
grant update (settings) on county to lianxin_app;

create table daily_count (
  jurisdiction text not null,
  day date not null,
  what text not null,
  who text not null,
  count integer not null
);
comment on table daily_count is 'how often somebody did what has a most a day; who is a person, or what an address is found by';
alter table daily_count add constraint daily_count_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table daily_count add constraint daily_count_pkey PRIMARY KEY (jurisdiction, day, what, who);
alter table daily_count enable row level security;
alter table daily_count force row level security;
create policy own_county on daily_count as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on daily_count to lianxin_app;

create table department (
  jurisdiction text not null,
  id uuid not null,
  kind text not null,
  name text not null,
  phone text,
  roll integer not null,
  ended_on date,
  duties text not null default ''::text
);
comment on table department is 'departments (被评议部门、承办单位) and committees, in roll order; an ended one stays as history';
comment on column department.duties is 'what it is for (管什么), in one line; shown to whoever rates it';
alter table department add constraint department_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table department add constraint department_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'committee'::text])));
alter table department add constraint department_pkey PRIMARY KEY (jurisdiction, id);
alter table department add constraint department_jurisdiction_name_key UNIQUE (jurisdiction, name);
alter table department enable row level security;
alter table department force row level security;
create policy own_county on department as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on department to lianxin_app;

create table deputy (
  jurisdiction text not null,
  id uuid not null,
  name text not null,
  intro text not null default ''::text,
  portrait text,
  roll integer not null,
  station_id uuid,
  pinyin text not null default ''::text,
  number text
);
comment on table deputy is 'deputies (人大代表); roll is their place on the list of names, which is how they are ordered';
comment on column deputy.number is 'the county''s own number for the deputy (代表编号): by it a workbook finds them again';
alter table deputy add constraint deputy_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table deputy add constraint deputy_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE RESTRICT;
alter table deputy add constraint deputy_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX deputy_number ON public.deputy USING btree (jurisdiction, number) WHERE (number IS NOT NULL);
alter table deputy enable row level security;
alter table deputy force row level security;
create policy own_county on deputy as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on deputy to lianxin_app;

create table deputy_away (
  jurisdiction text not null,
  id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  to_day date not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
comment on table deputy_away is 'days on which a deputy can not answer (外出); both ends included';
alter table deputy_away add constraint deputy_away_check CHECK ((from_day <= to_day));
alter table deputy_away add constraint deputy_away_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table deputy_away add constraint deputy_away_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table deputy_away add constraint deputy_away_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX deputy_away_deputy ON public.deputy_away USING btree (jurisdiction, deputy_id, to_day) WHERE (withdrawn_at IS NULL);
alter table deputy_away enable row level security;
alter table deputy_away force row level security;
create policy own_county on deputy_away as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on deputy_away to lianxin_app;
grant update (withdrawn_at) on deputy_away to lianxin_app;

create table deputy_code (
  jurisdiction text not null,
  code text not null,
  deputy_id uuid not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
comment on table deputy_code is 'codes on posters, cards and key rings (代表码); a withdrawn one stays, so that an old print gets plain words';
alter table deputy_code add constraint deputy_code_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table deputy_code add constraint deputy_code_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table deputy_code add constraint deputy_code_pkey PRIMARY KEY (jurisdiction, code);
CREATE INDEX deputy_code_deputy ON public.deputy_code USING btree (jurisdiction, deputy_id);
alter table deputy_code enable row level security;
alter table deputy_code force row level security;
create policy own_county on deputy_code as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on deputy_code to lianxin_app;
grant update (withdrawn_at) on deputy_code to lianxin_app;

create table desk_sign_in (
  jurisdiction text not null,
  id uuid not null,
  code_hash bytea not null,
  secret_hash bytea not null,
  person_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  collected_at timestamp with time zone
);
comment on table desk_sign_in is 'a computer that waits for a phone to say who sits at it (扫码登录); only hashes are kept';
alter table desk_sign_in add constraint desk_sign_in_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table desk_sign_in add constraint desk_sign_in_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table desk_sign_in add constraint desk_sign_in_pkey PRIMARY KEY (jurisdiction, id);
alter table desk_sign_in add constraint desk_sign_in_jurisdiction_code_hash_key UNIQUE (jurisdiction, code_hash);
alter table desk_sign_in add constraint desk_sign_in_jurisdiction_secret_hash_key UNIQUE (jurisdiction, secret_hash);
CREATE INDEX desk_sign_in_expiry ON public.desk_sign_in USING btree (jurisdiction, expires_at);
alter table desk_sign_in enable row level security;
alter table desk_sign_in force row level security;
create policy own_county on desk_sign_in as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on desk_sign_in to lianxin_app;
grant update (collected_at) on desk_sign_in to lianxin_app;
grant update (person_id) on desk_sign_in to lianxin_app;

create table division (
  code text not null,
  parent text,
  name text not null,
  level text not null,
  position integer not null,
  pinyin text not null default ''::text
);
comment on table division is 'reference: administrative divisions (行政区划), the same for everybody';
comment on column division.pinyin is 'syllables of the name, a space between (bai shi zhen); empty: found by its characters alone';
alter table division add constraint division_code_check CHECK ((code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'::text));
alter table division add constraint division_level_check CHECK ((level = ANY (ARRAY['county'::text, 'town'::text, 'village'::text])));
alter table division add constraint division_pkey PRIMARY KEY (code);
CREATE INDEX division_parent ON public.division USING btree (parent, "position");
grant select on division to lianxin_app;

create table former_division (
  jurisdiction text not null,
  code text not null,
  became text not null,
  at timestamp with time zone not null
);
comment on table former_division is 'codes that towns and villages had before, and the one each has now: phones still send the old ones';
alter table former_division add constraint former_division_became_check CHECK ((became ~ '^[0-9]{9}([0-9]{3})?$'::text));
alter table former_division add constraint former_division_code_check CHECK ((code ~ '^[0-9]{9}([0-9]{3})?$'::text));
alter table former_division add constraint former_division_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table former_division add constraint former_division_pkey PRIMARY KEY (jurisdiction, code);
alter table former_division enable row level security;
alter table former_division force row level security;
create policy own_county on former_division as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on former_division to lianxin_app;

create table idempotency (
  jurisdiction text not null,
  person_id uuid not null,
  key text not null,
  procedure text not null,
  fingerprint text not null,
  reply jsonb,
  created_at timestamp with time zone not null
);
comment on table idempotency is 'the first reply to each Idempotency-Key; fingerprint is the SHA-256 of the input';
alter table idempotency add constraint idempotency_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text));
alter table idempotency add constraint idempotency_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table idempotency add constraint idempotency_pkey PRIMARY KEY (jurisdiction, person_id, key);
CREATE INDEX idempotency_age ON public.idempotency USING btree (jurisdiction, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_county on idempotency as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on idempotency to lianxin_app;

create table mandate (
  jurisdiction text not null,
  id uuid not null,
  deputy_id uuid not null,
  level text not null,
  congress_name text not null,
  ward_id uuid,
  electing_unit text,
  starts_on date not null,
  ends_on date not null
);
comment on table mandate is 'one deputy, one level, one term (任期)';
alter table mandate add constraint mandate_check CHECK ((starts_on <= ends_on));
alter table mandate add constraint mandate_check1 CHECK (((level = ANY (ARRAY['town'::text, 'county'::text])) = (ward_id IS NOT NULL)));
alter table mandate add constraint mandate_check2 CHECK (((ward_id IS NULL) = (electing_unit IS NOT NULL)));
alter table mandate add constraint mandate_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table mandate add constraint mandate_level_check CHECK ((level = ANY (ARRAY['town'::text, 'county'::text, 'city'::text, 'province'::text, 'nation'::text])));
alter table mandate add constraint mandate_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table mandate add constraint mandate_ward_fkey FOREIGN KEY (jurisdiction, ward_id) REFERENCES ward(jurisdiction, id) ON DELETE RESTRICT;
alter table mandate add constraint mandate_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX mandate_deputy ON public.mandate USING btree (jurisdiction, deputy_id);
CREATE INDEX mandate_ward ON public.mandate USING btree (jurisdiction, ward_id);
alter table mandate enable row level security;
alter table mandate force row level security;
create policy own_county on mandate as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on mandate to lianxin_app;

create table media_check (
  trace_id text not null,
  jurisdiction text not null,
  picture_id uuid not null,
  created_at timestamp with time zone not null
);
comment on table media_check is 'reference: to which county WeChat''s verdict on a picture belongs; it names the trace alone';
alter table media_check add constraint media_check_pkey PRIMARY KEY (trace_id);
alter table media_check enable row level security;
create policy own_county on media_check as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on media_check to lianxin_app;

create table membership (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid,
  role text not null,
  deputy_id uuid,
  granted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  name text,
  station_id uuid,
  village text,
  source text not null default 'granted'::text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_hash_key text,
  invitation_hash bytea,
  invitation_expires_at timestamp with time zone,
  department_id uuid
);
comment on table membership is 'roles beyond resident (任职); person_id is null until the phone was verified or the invitation used; a withdrawn one stays as history';
alter table membership add constraint membership_clerk_check CHECK (((role = 'clerk'::text) = (station_id IS NOT NULL)));
alter table membership add constraint membership_department_check CHECK (((role = 'department'::text) = (department_id IS NOT NULL)));
alter table membership add constraint membership_deputy_check CHECK (((role = 'deputy'::text) = (deputy_id IS NOT NULL)));
alter table membership add constraint membership_invitation_check CHECK (((invitation_hash IS NULL) = (invitation_expires_at IS NULL)));
alter table membership add constraint membership_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table membership add constraint membership_phone_check CHECK ((((phone_cipher IS NULL) = (phone_hash IS NULL)) AND ((phone_hash IS NULL) = (phone_hash_key IS NULL))));
alter table membership add constraint membership_role_check CHECK ((role = ANY (ARRAY['deputy'::text, 'supervisor'::text, 'clerk'::text, 'admin'::text, 'department'::text])));
alter table membership add constraint membership_source_check CHECK ((source = ANY (ARRAY['granted'::text, 'roster'::text])));
alter table membership add constraint membership_supervisor_check CHECK (((role = 'supervisor'::text) = (village IS NOT NULL)));
alter table membership add constraint membership_village_check CHECK ((village ~ '^[0-9]{12}$'::text));
alter table membership add constraint membership_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX membership_department ON public.membership USING btree (jurisdiction, department_id) WHERE ((withdrawn_at IS NULL) AND (department_id IS NOT NULL));
CREATE UNIQUE INDEX membership_deputy ON public.membership USING btree (jurisdiction, deputy_id) WHERE ((withdrawn_at IS NULL) AND (role = 'deputy'::text));
CREATE UNIQUE INDEX membership_deputy_person ON public.membership USING btree (jurisdiction, person_id) WHERE ((role = 'deputy'::text) AND (withdrawn_at IS NULL) AND (person_id IS NOT NULL));
CREATE UNIQUE INDEX membership_invitation ON public.membership USING btree (jurisdiction, invitation_hash) WHERE (invitation_hash IS NOT NULL);
CREATE INDEX membership_person ON public.membership USING btree (jurisdiction, person_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX membership_phone ON public.membership USING btree (jurisdiction, phone_hash) WHERE ((withdrawn_at IS NULL) AND (person_id IS NULL));
CREATE INDEX membership_role ON public.membership USING btree (jurisdiction, role, id) WHERE (withdrawn_at IS NULL);
alter table membership enable row level security;
alter table membership force row level security;
create policy own_county on membership as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on membership to lianxin_app;
grant update (invitation_expires_at) on membership to lianxin_app;
grant update (invitation_hash) on membership to lianxin_app;
grant update (name) on membership to lianxin_app;
grant update (person_id) on membership to lianxin_app;
grant update (phone_cipher) on membership to lianxin_app;
grant update (phone_hash) on membership to lianxin_app;
grant update (phone_hash_key) on membership to lianxin_app;
grant update (withdrawn_at) on membership to lianxin_app;

create table migration (
  number bigint not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
comment on table migration is 'reference: the files of functions/migrations this database has seen';
alter table migration add constraint migration_pkey PRIMARY KEY (number);

create table notification (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  request_id uuid,
  title text not null,
  body text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  delivery text not null default 'inbox'::text,
  template text not null default 'progress'::text,
  page text,
  subject_context text,
  subject_id uuid
);
comment on table notification is 'delivery says what became of the subscribe message: inbox = none was asked for';
alter table notification add constraint notification_delivery_check CHECK ((delivery = ANY (ARRAY['inbox'::text, 'sent'::text, 'refused'::text, 'failed'::text])));
alter table notification add constraint notification_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table notification add constraint notification_kind_check CHECK ((kind ~ '^[a-z_]{1,40}$'::text));
alter table notification add constraint notification_subject_check CHECK (((subject_context IS NULL) = (subject_id IS NULL)));
alter table notification add constraint notification_template_check CHECK ((template = ANY (ARRAY['progress'::text, 'received'::text])));
alter table notification add constraint notification_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table notification add constraint notification_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX notification_person ON public.notification USING btree (jurisdiction, person_id, id DESC);
CREATE INDEX notification_unread ON public.notification USING btree (jurisdiction, person_id) WHERE (read_at IS NULL);
alter table notification enable row level security;
alter table notification force row level security;
create policy own_county on notification as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on notification to lianxin_app;

create table opinion (
  jurisdiction text not null,
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  source text not null,
  words text not null,
  figures jsonb not null default '[]'::jsonb,
  due_on date not null,
  state text not null,
  again boolean not null,
  answered_on date,
  reminded text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
comment on table opinion is 'what a department has to answer with promises (评议意见、审议意见), once for each subject';
comment on column opinion.again is 'it was asked to report once more (重新报告)';
comment on column opinion.answered_on is 'the day of the answer to what was asked last; null while none came';
comment on column opinion.figures is 'lines of published numbers it stands on';
alter table opinion add constraint opinion_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table opinion add constraint opinion_reminded_check CHECK ((reminded = ANY (ARRAY['before'::text, 'at'::text, 'over'::text])));
alter table opinion add constraint opinion_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'answered'::text, 'asked_again'::text])));
alter table opinion add constraint opinion_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table opinion add constraint opinion_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX opinion_department ON public.opinion USING btree (jurisdiction, department_id, id);
CREATE UNIQUE INDEX opinion_subject ON public.opinion USING btree (jurisdiction, subject_id, department_id);
alter table opinion enable row level security;
alter table opinion force row level security;
create policy own_county on opinion as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on opinion to lianxin_app;

create table opinion_event (
  jurisdiction text not null,
  opinion_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid,
  words text,
  due_on date,
  at timestamp with time zone not null
);
comment on table opinion_event is 'append-only: what was said to a department and what it answered';
alter table opinion_event add constraint opinion_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table opinion_event add constraint opinion_event_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'answered'::text, 'asked_again'::text])));
alter table opinion_event add constraint opinion_event_opinion_fkey FOREIGN KEY (jurisdiction, opinion_id) REFERENCES opinion(jurisdiction, id) ON DELETE RESTRICT;
alter table opinion_event add constraint opinion_event_pkey PRIMARY KEY (jurisdiction, opinion_id, id);
alter table opinion_event enable row level security;
alter table opinion_event force row level security;
create policy own_county on opinion_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on opinion_event to lianxin_app;

create table outbox (
  jurisdiction text not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  attempts integer not null default 0,
  run_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  last_error text,
  parked_at timestamp with time zone
);
comment on table outbox is 'work for later; a claimed item has its run_at moved forward, a parked one waits for a person';
alter table outbox add constraint outbox_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table outbox add constraint outbox_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX outbox_due ON public.outbox USING btree (jurisdiction, topic, run_at) WHERE (parked_at IS NULL);
CREATE INDEX outbox_parked ON public.outbox USING btree (jurisdiction, topic, parked_at) WHERE (parked_at IS NOT NULL);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_county on outbox as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on outbox to lianxin_app;

create table person (
  jurisdiction text not null,
  id uuid not null,
  openid text not null,
  name text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_hash_key text,
  phone_verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);
comment on table person is 'residents and everybody else who signed in; phones are AES-256-GCM, found by HMAC; seen_at bounds WeChat''s two-hour rule for text checks';
alter table person add constraint person_check CHECK (((phone_cipher IS NULL) = (phone_hash IS NULL)));
alter table person add constraint person_check1 CHECK (((phone_hash IS NULL) = (phone_hash_key IS NULL)));
alter table person add constraint person_check2 CHECK (((phone_cipher IS NULL) = (phone_verified_at IS NULL)));
alter table person add constraint person_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table person add constraint person_pkey PRIMARY KEY (jurisdiction, id);
alter table person add constraint person_jurisdiction_openid_key UNIQUE (jurisdiction, openid);
CREATE INDEX person_phone ON public.person USING btree (jurisdiction, phone_hash) WHERE (phone_hash IS NOT NULL);
alter table person enable row level security;
alter table person force row level security;
create policy own_county on person as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on person to lianxin_app;

create table picture (
  jurisdiction text not null,
  id uuid not null,
  owner_id uuid not null,
  request_id uuid,
  event_id uuid,
  position integer not null default 0,
  state text not null,
  type text,
  bytes integer,
  width integer,
  height integer,
  trace_id text,
  label text,
  created_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  copy integer not null default 0,
  promise_id uuid,
  suggestion_id uuid
);
comment on table picture is 'pictures of requests, answers, promises and suggestions; the bytes lie in storage under the id, without where they were taken';
comment on column picture.copy is 'how often it was put under another address';
comment on column picture.promise_id is 'the promise whose event it belongs to (event_id)';
comment on column picture.suggestion_id is 'the suggestion it was put with';
alter table picture add constraint picture_check CHECK (((state = 'sending'::text) OR ((type IS NOT NULL) AND (bytes IS NOT NULL))));
alter table picture add constraint picture_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table picture add constraint picture_of_one_thing CHECK ((num_nonnulls(request_id, promise_id, suggestion_id) <= 1));
alter table picture add constraint picture_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'checking'::text, 'passed'::text, 'review'::text, 'risky'::text, 'approved'::text, 'withheld'::text, 'off_board'::text])));
alter table picture add constraint picture_type_check CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])));
alter table picture add constraint picture_owner_fkey FOREIGN KEY (jurisdiction, owner_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table picture add constraint picture_promise_fkey FOREIGN KEY (jurisdiction, promise_id) REFERENCES promise(jurisdiction, id) ON DELETE RESTRICT;
alter table picture add constraint picture_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table picture add constraint picture_suggestion_fkey FOREIGN KEY (jurisdiction, suggestion_id) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table picture add constraint picture_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX picture_promise ON public.picture USING btree (jurisdiction, promise_id) WHERE (promise_id IS NOT NULL);
CREATE INDEX picture_request ON public.picture USING btree (jurisdiction, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX picture_suggestion ON public.picture USING btree (jurisdiction, suggestion_id) WHERE (suggestion_id IS NOT NULL);
CREATE INDEX picture_waiting ON public.picture USING btree (jurisdiction, state, id) WHERE (state = ANY (ARRAY['sending'::text, 'checking'::text, 'review'::text, 'risky'::text]));
alter table picture enable row level security;
alter table picture force row level security;
create policy own_county on picture as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on picture to lianxin_app;
grant update (asked_at) on picture to lianxin_app;
grant update (bytes) on picture to lianxin_app;
grant update (copy) on picture to lianxin_app;
grant update (event_id) on picture to lianxin_app;
grant update (height) on picture to lianxin_app;
grant update (label) on picture to lianxin_app;
grant update (position) on picture to lianxin_app;
grant update (promise_id) on picture to lianxin_app;
grant update (request_id) on picture to lianxin_app;
grant update (state) on picture to lianxin_app;
grant update (suggestion_id) on picture to lianxin_app;
grant update (trace_id) on picture to lianxin_app;
grant update (type) on picture to lianxin_app;
grant update (width) on picture to lianxin_app;

create table poll (
  jurisdiction text not null,
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  definition text not null,
  definition_hash bytea not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  link_destroyed_at timestamp with time zone,
  counted_at timestamp with time zone,
  published_at timestamp with time zone,
  tally jsonb,
  root bytea,
  words_published_at timestamp with time zone,
  words_forgotten_at timestamp with time zone,
  removed bigint not null default 0,
  closings jsonb not null default '[]'::jsonb,
  slips_closed_at timestamp with time zone
);
comment on table poll is 'a vote: what it stands on, frozen, and how far it is; ballots are taken until closes_at, unless closed_at is set before';
comment on column poll.closings is 'the same, for the published list; closes_at is what every ballot is let in by';
comment on column poll.definition is 'canonical JSON; its SHA-256 is definition_hash, which is shown';
comment on column poll.removed is 'ballots taken out of the box because their phone''s owner took a paper slip';
comment on column poll.root is 'the Merkle root over the published file (校验值)';
comment on column poll.slips_closed_at is 'ballots of phones whose owner took a slip are out of the box, so that the link key may go';
comment on column poll.tally is 'how many ballots of which kind there were when it was counted';
comment on column poll.words_forgotten_at is 'when the originals were deleted; what is shown stays';
comment on column poll.words_published_at is 'when everything that was released became public, at once; null: nobody but the screeners saw a word';
alter table poll add constraint poll_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll add constraint poll_pkey PRIMARY KEY (jurisdiction, id);
alter table poll enable row level security;
alter table poll force row level security;
create policy own_county on poll as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on poll to lianxin_app;
grant select on poll to lianxin_ballots;

create table poll_count (
  jurisdiction text not null,
  poll_id uuid not null,
  electorate text not null,
  station bigint not null,
  subject bigint not null,
  question bigint not null,
  answer bigint not null,
  count bigint not null
);
comment on table poll_count is 'what was counted; station, subject and question by their place in the definition, station -1 is the county, -2 the stations together that are too small to stand alone, question -1 counts who was asked, answer 0 is blank';
alter table poll_count add constraint poll_count_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_count add constraint poll_count_pkey PRIMARY KEY (jurisdiction, poll_id, electorate, station, subject, question, answer);
alter table poll_count enable row level security;
alter table poll_count force row level security;
create policy own_county on poll_count as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on poll_count to lianxin_app;

create table poll_issue (
  jurisdiction text not null,
  poll_id uuid not null,
  station_id uuid not null,
  issued_on date not null,
  person_id uuid not null,
  count bigint not null,
  last_act uuid not null,
  replaced bigint not null default 0
);
comment on table poll_issue is 'how many slips a clerk handed out on a day; to whom is ticked on the roll, without the day';
comment on column poll_issue.last_act is 'a random id of the last one, so that it can be sent again';
comment on column poll_issue.replaced is 'how many of them were handed out instead of a spoiled one';
alter table poll_issue add constraint poll_issue_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_issue add constraint poll_issue_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_issue add constraint poll_issue_pkey PRIMARY KEY (jurisdiction, poll_id, station_id, issued_on, person_id);
alter table poll_issue enable row level security;
alter table poll_issue force row level security;
create policy own_county on poll_issue as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on poll_issue to lianxin_app;

create table poll_key (
  jurisdiction text not null,
  poll_id uuid not null,
  kind text not null,
  half bytea not null
);
comment on table poll_key is 'one half of each key of a vote, the other lies in the bucket of keys; both are destroyed at the close';
alter table poll_key add constraint poll_key_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_key add constraint poll_key_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'seal'::text])));
alter table poll_key add constraint poll_key_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_key add constraint poll_key_pkey PRIMARY KEY (jurisdiction, poll_id, kind);
alter table poll_key enable row level security;
alter table poll_key force row level security;
create policy own_county on poll_key as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on poll_key to lianxin_app;

create table poll_leaf (
  jurisdiction text not null,
  poll_id uuid not null,
  leaf bytea not null
);
comment on table poll_leaf is 'the list of ballots that were counted (票单): leaves and nothing else';
alter table poll_leaf add constraint poll_leaf_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_leaf add constraint poll_leaf_pkey PRIMARY KEY (jurisdiction, poll_id, leaf);
alter table poll_leaf enable row level security;
alter table poll_leaf force row level security;
create policy own_county on poll_leaf as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on poll_leaf to lianxin_app;

create table poll_roll (
  jurisdiction text not null,
  poll_id uuid not null,
  id uuid not null,
  electorate text not null,
  member_hash bytea not null,
  station_id uuid,
  paper boolean not null default false,
  ticked_by bytea
);
comment on table poll_roll is 'who may vote (名册), by an HMAC of their phone or of the deputy; nothing here says whether somebody did';
comment on column poll_roll.paper is 'took a paper slip, so their phone votes no more; not which one, and not when';
comment on column poll_roll.ticked_by is 'an HMAC under the link key of the entry, and of the station, clerk and day of its tick: who set it finds it again, and nobody reads it; null where it was set before this was kept';
alter table poll_roll add constraint poll_roll_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_roll add constraint poll_roll_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_roll add constraint poll_roll_pkey PRIMARY KEY (jurisdiction, poll_id, id);
CREATE UNIQUE INDEX poll_roll_member ON public.poll_roll USING btree (jurisdiction, member_hash, poll_id, electorate);
alter table poll_roll enable row level security;
alter table poll_roll force row level security;
create policy own_county on poll_roll as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on poll_roll to lianxin_app;
grant select on poll_roll to lianxin_ballots;

create table poll_screener (
  jurisdiction text not null,
  poll_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null
);
comment on table poll_screener is 'the two people of the office who read what was written, and nobody else does';
alter table poll_screener add constraint poll_screener_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_screener add constraint poll_screener_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_screener add constraint poll_screener_pkey PRIMARY KEY (jurisdiction, poll_id, person_id);
alter table poll_screener enable row level security;
alter table poll_screener force row level security;
create policy own_county on poll_screener as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on poll_screener to lianxin_app;

create table poll_slip (
  jurisdiction text not null,
  prefix text not null,
  number bigint not null,
  poll_id uuid not null,
  station_id uuid not null,
  state text not null,
  came_back boolean not null default false,
  at_table boolean not null default false,
  pass bigint,
  spoil_reason text,
  spoil_by uuid,
  spoil_with uuid,
  changed_on date not null,
  apart uuid[] not null default '{}'::uuid[]
);
comment on table poll_slip is 'where each slip is; nobody is named on it but who spoiled it, and until the count who did not type it as it is; no time finer than a day';
comment on column poll_slip.apart is 'who typed the second pass as if it were another slip, once for each time; empty once the box is counted';
comment on column poll_slip.pass is 'the pass that counts, once it is settled';
alter table poll_slip add constraint poll_slip_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_slip add constraint poll_slip_state_check CHECK ((state = ANY (ARRAY['printed'::text, 'returned'::text, 'first'::text, 'differs'::text, 'third'::text, 'settled'::text, 'entered'::text, 'spoiled'::text])));
alter table poll_slip add constraint poll_slip_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_slip add constraint poll_slip_pkey PRIMARY KEY (jurisdiction, prefix, number);
CREATE INDEX poll_slip_poll ON public.poll_slip USING btree (jurisdiction, poll_id, station_id, state);
alter table poll_slip enable row level security;
alter table poll_slip force row level security;
create policy own_county on poll_slip as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on poll_slip to lianxin_app;

create table poll_slip_book (
  jurisdiction text not null,
  id uuid not null,
  poll_id uuid not null,
  station_id uuid not null,
  prefix text not null,
  first bigint not null,
  last bigint not null,
  printed_on date not null
);
comment on table poll_slip_book is 'a book of slips that was printed for a station; in which order its slips lie is written nowhere';
alter table poll_slip_book add constraint poll_slip_book_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_slip_book add constraint poll_slip_book_poll_fkey FOREIGN KEY (jurisdiction, poll_id) REFERENCES poll(jurisdiction, id) ON DELETE RESTRICT;
alter table poll_slip_book add constraint poll_slip_book_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX poll_slip_book_poll ON public.poll_slip_book USING btree (jurisdiction, poll_id, station_id);
alter table poll_slip_book enable row level security;
alter table poll_slip_book force row level security;
create policy own_county on poll_slip_book as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on poll_slip_book to lianxin_app;

create table poll_slip_entry (
  jurisdiction text not null,
  prefix text not null,
  number bigint not null,
  pass bigint not null,
  poll_id uuid not null,
  person_id uuid not null,
  mark bytea not null,
  sealed bytea not null
);
comment on table poll_slip_entry is 'what was typed of a slip, sealed as ballots are; empty once the box is counted';
comment on column poll_slip_entry.mark is 'an HMAC of what was typed under the seal key: the same for the same';
alter table poll_slip_entry add constraint poll_slip_entry_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_slip_entry add constraint poll_slip_entry_slip_fkey FOREIGN KEY (jurisdiction, prefix, number) REFERENCES poll_slip(jurisdiction, prefix, number) ON DELETE RESTRICT;
alter table poll_slip_entry add constraint poll_slip_entry_pkey PRIMARY KEY (jurisdiction, prefix, number, pass);
CREATE INDEX poll_slip_entry_poll ON public.poll_slip_entry USING btree (jurisdiction, poll_id);
alter table poll_slip_entry enable row level security;
alter table poll_slip_entry force row level security;
create policy own_county on poll_slip_entry as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on poll_slip_entry to lianxin_app;

create table poll_turnout (
  jurisdiction text not null,
  poll_id uuid not null,
  electorate text not null,
  station bigint not null,
  channel text not null,
  cast_on date not null,
  count bigint not null
);
comment on table poll_turnout is 'ballots by station and day, kept when the box was emptied';
alter table poll_turnout add constraint poll_turnout_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_turnout add constraint poll_turnout_pkey PRIMARY KEY (jurisdiction, poll_id, electorate, station, channel, cast_on);
alter table poll_turnout enable row level security;
alter table poll_turnout force row level security;
create policy own_county on poll_turnout as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on poll_turnout to lianxin_app;

create table poll_words (
  jurisdiction text not null,
  poll_id uuid not null,
  id uuid not null,
  electorate text not null,
  station bigint not null,
  subject bigint not null,
  words text,
  state text not null default 'waiting'::text,
  version integer not null default 1,
  spans jsonb not null default '[]'::jsonb,
  shown text,
  refused_for text,
  marked_by uuid,
  decided_by uuid
);
comment on table poll_words is 'what was written of a subject, apart from every ballot, under a random id; nobody but who screens it reads it';
comment on column poll_words.shown is 'the original without the spans, kept from the release on, because the original is deleted';
comment on column poll_words.spans is 'what is taken out: from, to, and one of four fixed words instead';
comment on column poll_words.words is 'the original; null once it was deleted';
alter table poll_words add constraint poll_words_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table poll_words add constraint poll_words_reason_check CHECK (((state = 'refused'::text) = (refused_for IS NOT NULL)));
alter table poll_words add constraint poll_words_refused_for_check CHECK ((refused_for = ANY (ARRAY['abuse'::text, 'court'::text, 'report'::text])));
alter table poll_words add constraint poll_words_shown_check CHECK (((state = 'released'::text) = (shown IS NOT NULL)));
alter table poll_words add constraint poll_words_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'marked'::text, 'released'::text, 'refused'::text])));
alter table poll_words add constraint poll_words_two_check CHECK (((state <> 'released'::text) OR (marked_by <> decided_by)));
alter table poll_words add constraint poll_words_pkey PRIMARY KEY (jurisdiction, poll_id, id);
CREATE INDEX poll_words_state ON public.poll_words USING btree (jurisdiction, poll_id, state, id);
alter table poll_words enable row level security;
alter table poll_words force row level security;
create policy own_county on poll_words as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on poll_words to lianxin_app;

create table promise (
  jurisdiction text not null,
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  station_id uuid,
  public boolean not null,
  source text not null,
  words text not null,
  first_due_on date not null,
  due_on date not null,
  state text not null,
  extension text,
  asked_until date,
  why text,
  reminded text,
  looked_at timestamp with time zone,
  done_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
comment on table promise is 'what a department promised, until when (答应的事); what it was promised for is a row of another context';
comment on column promise.done_on is 'the day it was said to be done, or seen to be; null while it is not';
comment on column promise.looked_at is 'when somebody last looked, since it was promised or said to be done; null: it waits for a look once its day has come';
comment on column promise.reminded is 'of which day the department was reminded; nothing is said twice when a schedule runs twice, or late';
comment on column promise.source is 'what it was promised for, in words';
comment on column promise.station_id is 'whose people look whether it is done; null: all stations';
comment on column promise.version is 'who writes says which one they saw';
alter table promise add constraint promise_extension_check CHECK ((extension = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])));
alter table promise add constraint promise_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise add constraint promise_reminded_check CHECK ((reminded = ANY (ARRAY['before'::text, 'at'::text])));
alter table promise add constraint promise_state_check CHECK ((state = ANY (ARRAY['promised'::text, 'said_done'::text, 'kept'::text, 'not_kept'::text])));
alter table promise add constraint promise_why_check CHECK ((why = ANY (ARRAY['asked'::text, 'explained'::text])));
alter table promise add constraint promise_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table promise add constraint promise_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX promise_department ON public.promise USING btree (jurisdiction, department_id, due_on);
CREATE INDEX promise_made ON public.promise USING btree (jurisdiction, created_at, department_id);
CREATE INDEX promise_open ON public.promise USING btree (jurisdiction, due_on) WHERE (state <> 'kept'::text);
CREATE INDEX promise_subject ON public.promise USING btree (jurisdiction, subject_id);
alter table promise enable row level security;
alter table promise force row level security;
create policy own_county on promise as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on promise to lianxin_app;

create table promise_event (
  jurisdiction text not null,
  promise_id uuid not null,
  id uuid not null,
  kind text not null,
  side text not null,
  station_id uuid,
  person_id uuid,
  words text,
  link text,
  due_on date,
  at timestamp with time zone not null
);
comment on table promise_event is 'append-only: what happened to a promise; a person is named to those who work on it alone';
alter table promise_event add constraint promise_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_event add constraint promise_event_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'extension_asked'::text, 'extension_granted'::text, 'extension_refused'::text, 'said_done'::text, 'seen_done'::text, 'seen_not_done'::text, 'overdue'::text, 'asked_why'::text, 'explained'::text, 'reopened'::text])));
alter table promise_event add constraint promise_event_side_check CHECK ((side = ANY (ARRAY['department'::text, 'station'::text, 'office'::text, 'clock'::text])));
alter table promise_event add constraint promise_event_promise_fkey FOREIGN KEY (jurisdiction, promise_id) REFERENCES promise(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_event add constraint promise_event_pkey PRIMARY KEY (jurisdiction, promise_id, id);
alter table promise_event enable row level security;
alter table promise_event force row level security;
create policy own_county on promise_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on promise_event to lianxin_app;

create table promise_follower (
  jurisdiction text not null,
  promise_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null
);
comment on table promise_follower is 'anybody may follow a promise: it says nothing of who rated the department, or how';
alter table promise_follower add constraint promise_follower_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_follower add constraint promise_follower_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table promise_follower add constraint promise_follower_promise_fkey FOREIGN KEY (jurisdiction, promise_id) REFERENCES promise(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_follower add constraint promise_follower_pkey PRIMARY KEY (jurisdiction, promise_id, person_id);
CREATE INDEX promise_follower_person ON public.promise_follower USING btree (jurisdiction, person_id);
alter table promise_follower enable row level security;
alter table promise_follower force row level security;
create policy own_county on promise_follower as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on promise_follower to lianxin_app;

create table promise_report (
  jurisdiction text not null,
  id uuid not null,
  department_id uuid not null,
  year integer not null,
  state text not null,
  round integer not null,
  due_on date not null,
  rate_by date,
  handed_in_on date,
  reminded text,
  version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  texted text
);
comment on table promise_report is 'what a department reports of its promises of a year and the year before (年终承诺事项报告)';
comment on column promise_report.due_on is 'until when the department hands it in';
comment on column promise_report.reminded is 'of which day whoever owes something was reminded; nothing is said twice when a schedule runs twice, or late';
comment on column promise_report.round is 'how often it was handed in: 0 before the first time';
comment on column promise_report.texted is 'of what who has no account was told last by a short message; sent back, it begins anew';
alter table promise_report add constraint promise_report_check CHECK (((state <> 'handed_in'::text) OR ((rate_by IS NOT NULL) AND (handed_in_on IS NOT NULL))));
alter table promise_report add constraint promise_report_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_report add constraint promise_report_reminded_check CHECK ((reminded = ANY (ARRAY['before'::text, 'at'::text, 'over'::text])));
alter table promise_report add constraint promise_report_state_check CHECK ((state = ANY (ARRAY['open'::text, 'handed_in'::text, 'rated'::text, 'returned'::text, 'closed'::text])));
alter table promise_report add constraint promise_report_texted_check CHECK ((texted = ANY (ARRAY['returned'::text, 'before'::text, 'at'::text])));
alter table promise_report add constraint promise_report_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_report add constraint promise_report_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX promise_report_department ON public.promise_report USING btree (jurisdiction, department_id, year);
CREATE INDEX promise_report_running ON public.promise_report USING btree (jurisdiction, id) WHERE (state = ANY (ARRAY['open'::text, 'handed_in'::text, 'returned'::text]));
CREATE UNIQUE INDEX promise_report_year ON public.promise_report USING btree (jurisdiction, year, department_id);
alter table promise_report enable row level security;
alter table promise_report force row level security;
create policy own_county on promise_report as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on promise_report to lianxin_app;
grant update (changed_at) on promise_report to lianxin_app;
grant update (due_on) on promise_report to lianxin_app;
grant update (handed_in_on) on promise_report to lianxin_app;
grant update (rate_by) on promise_report to lianxin_app;
grant update (reminded) on promise_report to lianxin_app;
grant update (round) on promise_report to lianxin_app;
grant update (state) on promise_report to lianxin_app;
grant update (texted) on promise_report to lianxin_app;
grant update (version) on promise_report to lianxin_app;

create table promise_report_event (
  jurisdiction text not null,
  report_id uuid not null,
  id uuid not null,
  kind text not null,
  side text not null,
  person_id uuid,
  words text,
  due_on date,
  at timestamp with time zone not null
);
comment on table promise_report_event is 'append-only: what happened to a report';
alter table promise_report_event add constraint promise_report_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_report_event add constraint promise_report_event_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'overdue'::text, 'handed_in'::text, 'receipt_given'::text, 'deputy_left'::text, 'rated'::text, 'returned'::text, 'dissolved'::text])));
alter table promise_report_event add constraint promise_report_event_side_check CHECK ((side = ANY (ARRAY['department'::text, 'deputy'::text, 'office'::text, 'clock'::text])));
alter table promise_report_event add constraint promise_report_event_report_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES promise_report(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_report_event add constraint promise_report_event_pkey PRIMARY KEY (jurisdiction, report_id, id);
alter table promise_report_event enable row level security;
alter table promise_report_event force row level security;
create policy own_county on promise_report_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on promise_report_event to lianxin_app;

create table promise_report_paper (
  jurisdiction text not null,
  report_id uuid not null,
  id uuid not null,
  round integer not null,
  words text not null,
  lines jsonb not null,
  handed_in_on date not null,
  public_words text
);
comment on table promise_report_paper is 'append-only: a report as it was handed in, with each promise as it stood then';
comment on column promise_report_paper.public_words is 'the words as everybody reads them once it is rated, without what says who somebody is; null: handed in before anybody was told that they would';
alter table promise_report_paper add constraint promise_report_paper_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_report_paper add constraint promise_report_paper_report_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES promise_report(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_report_paper add constraint promise_report_paper_pkey PRIMARY KEY (jurisdiction, report_id, id);
CREATE UNIQUE INDEX promise_report_paper_round ON public.promise_report_paper USING btree (jurisdiction, report_id, round);
alter table promise_report_paper enable row level security;
alter table promise_report_paper force row level security;
create policy own_county on promise_report_paper as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on promise_report_paper to lianxin_app;

create table promise_report_receipt (
  jurisdiction text not null,
  report_id uuid not null,
  id uuid not null,
  round integer not null,
  deputy_id uuid not null,
  state text not null,
  rating text,
  words text,
  person_id uuid,
  changed_at timestamp with time zone not null
);
comment on table promise_report_receipt is 'what a deputy says of a report from whose matters its promises come (回执); nobody but they read it before all have said it';
alter table promise_report_receipt add constraint promise_report_receipt_check CHECK (((state = 'given'::text) = (rating IS NOT NULL)));
alter table promise_report_receipt add constraint promise_report_receipt_check1 CHECK (((rating IS DISTINCT FROM 'dissatisfied'::text) OR (words IS NOT NULL)));
alter table promise_report_receipt add constraint promise_report_receipt_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table promise_report_receipt add constraint promise_report_receipt_rating_check CHECK ((rating = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])));
alter table promise_report_receipt add constraint promise_report_receipt_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'left'::text])));
alter table promise_report_receipt add constraint promise_report_receipt_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_report_receipt add constraint promise_report_receipt_report_fkey FOREIGN KEY (jurisdiction, report_id) REFERENCES promise_report(jurisdiction, id) ON DELETE RESTRICT;
alter table promise_report_receipt add constraint promise_report_receipt_pkey PRIMARY KEY (jurisdiction, report_id, id);
CREATE INDEX promise_report_receipt_deputy ON public.promise_report_receipt USING btree (jurisdiction, deputy_id, report_id);
CREATE INDEX promise_report_receipt_person ON public.promise_report_receipt USING btree (jurisdiction, person_id, report_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX promise_report_receipt_round ON public.promise_report_receipt USING btree (jurisdiction, report_id, round, deputy_id);
alter table promise_report_receipt enable row level security;
alter table promise_report_receipt force row level security;
create policy own_county on promise_report_receipt as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on promise_report_receipt to lianxin_app;
grant update (changed_at) on promise_report_receipt to lianxin_app;
grant update (person_id) on promise_report_receipt to lianxin_app;
grant update (rating) on promise_report_receipt to lianxin_app;
grant update (state) on promise_report_receipt to lianxin_app;
grant update (words) on promise_report_receipt to lianxin_app;

create table recusal (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  words text not null,
  at timestamp with time zone not null
);
comment on table recusal is 'who said that they have a part in a matter, and neither reads it nor works on it as staff until somebody else of the office ends that';
alter table recusal add constraint recusal_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table recusal add constraint recusal_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table recusal add constraint recusal_pkey PRIMARY KEY (jurisdiction, id);
alter table recusal add constraint recusal_jurisdiction_person_id_subject_id_key UNIQUE (jurisdiction, person_id, subject_id);
CREATE INDEX recusal_subject ON public.recusal USING btree (jurisdiction, subject_id);
alter table recusal enable row level security;
alter table recusal force row level security;
create policy own_county on recusal as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on recusal to lianxin_app;

create table request (
  jurisdiction text not null,
  id uuid not null,
  tracking_number text not null,
  resident_id uuid,
  deputy_id uuid,
  station_id uuid,
  village text not null,
  category text not null,
  title text not null,
  words text not null,
  place text,
  openness text not null,
  name text,
  name_for text not null,
  state text not null,
  outcome text,
  round integer not null default 1,
  submitted_on date not null,
  round_started_on date not null,
  due_on date not null,
  answered_on date,
  closed_on date,
  opened_at timestamp with time zone,
  text_check text not null default 'pending'::text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  entered_by uuid,
  entered_as text,
  slip_number text,
  contact_cipher bytea,
  contact_hash bytea,
  contact_hash_key text,
  taken_at timestamp with time zone,
  asked_on date,
  lapses_on date,
  lapse_told_at timestamp with time zone,
  checked_through uuid,
  check_label text,
  publication text,
  public_title text,
  public_words text,
  public_answer text,
  slip_form text generated always as (slip_form(slip_number)) stored,
  slip_repeat smallint not null default 0,
  published_at timestamp with time zone,
  word_doubts jsonb not null default '[]'::jsonb,
  contact_corrected_at timestamp with time zone,
  department_id uuid,
  asks text,
  asked_until date,
  hidden_words text[] not null default '{}'::text[],
  first_answered_on date,
  claimed_on date,
  question_on date,
  merged_into uuid,
  own_due_on date,
  same_as uuid,
  earlier_id uuid,
  hotline_number text,
  handover_to uuid
);
comment on table request is 'requests (居民说的事); place is what the resident wrote, round counts how often the deputy had it';
comment on column request.asked_until is 'until when it wants, or got, more days';
comment on column request.asks is 'what the department that has it asks of the station: to pass a question on, or for more days; null: nothing';
comment on column request.claimed_on is 'when a deputy, or a department with class A, first said that it is done (办理完成); whether it is, the resident says';
comment on column request.contact_corrected_at is 'when the phone was written down anew; null: it is as old as the request';
comment on column request.department_id is 'the department that has it, or answered it last; null: its deputy does';
comment on column request.deputy_id is 'null: to any of the village''s deputies (谁先接就归谁)';
comment on column request.earlier_id is 'what was on the notice board and had ended when this came: the same happened again';
comment on column request.first_answered_on is 'when it was first answered, in whatever round';
comment on column request.handover_to is 'to which deputy of a level above the county it is to go, once its resident agrees; or whose it is by that, and who has not taken it yet';
comment on column request.hidden_words is 'what a clerk hid of the matter (隐去), with plain digits: departments and the notice board read 〇〇 wherever it stands';
comment on column request.hotline_number is 'its work order (工单号) at the 12345 hotline, letters and digits; one that somebody has belongs to one matter';
comment on column request.lapses_on is 'the day on which it closes by itself when the resident says nothing';
comment on column request.merged_into is 'the one with which it is handled; it stays set while its resident has that answer, and is gone once it is solved or goes back to its own deputy';
comment on column request.opened_at is 'when the deputy first saw this round; null shows as unread';
comment on column request.own_due_on is 'its own last day, where one that was merged into it is due earlier';
comment on column request.published_at is 'when a person agreed that it stands on the notice board; null: it does not';
comment on column request.question_on is 'the last day of what its answer promised: whoever it is for is asked then whether it is solved; null: they are asked already, or nothing was promised';
comment on column request.resident_id is 'null: entered for somebody (代为登记) who has not said yet that it is theirs';
comment on column request.same_as is 'what its resident said it is the same as, until the station has decided';
comment on column request.slip_repeat is 'of slips that were entered under several spellings before they had one form: how many came before';
comment on column request.taken_at is 'when a deputy first opened or took it; from then on it can not be withdrawn';
comment on column request.word_doubts is 'events whose words WeChat was not sure of, with its verdict, until a person approved them; the first stands for the request''s own words';
alter table request add constraint request_asked_check CHECK (((state = 'asked'::text) = (asked_on IS NOT NULL)));
alter table request add constraint request_asks_check CHECK ((asks = ANY (ARRAY['question'::text, 'extension'::text])));
alter table request add constraint request_asks_state_check CHECK (((asks IS NULL) OR (state = 'with_department'::text)));
alter table request add constraint request_check CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)));
alter table request add constraint request_check1 CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL)));
alter table request add constraint request_check2 CHECK (((state <> 'answered'::text) OR (answered_on IS NOT NULL)));
alter table request add constraint request_contact_check CHECK ((((contact_cipher IS NULL) = (contact_hash IS NULL)) AND ((contact_hash IS NULL) = (contact_hash_key IS NULL))));
alter table request add constraint request_department_check CHECK (
CASE
    WHEN (state = 'with_department'::text) THEN (department_id IS NOT NULL)
    WHEN (state = ANY (ARRAY['with_deputy'::text, 'with_station'::text, 'with_hotline'::text])) THEN (department_id IS NULL)
    ELSE true
END);
alter table request add constraint request_entered_as_check CHECK ((entered_as = ANY (ARRAY['supervisor'::text, 'clerk'::text])));
alter table request add constraint request_entered_check CHECK (((entered_by IS NULL) = (entered_as IS NULL)));
alter table request add constraint request_handover_check CHECK (
CASE
    WHEN (handover_to IS NULL) THEN true
    WHEN (state = 'asked'::text) THEN ((department_id IS NULL) AND (handover_to IS DISTINCT FROM deputy_id))
    WHEN (state = 'with_deputy'::text) THEN ((deputy_id IS NOT NULL) AND (handover_to = deputy_id))
    ELSE false
END);
alter table request add constraint request_hotline_number_check CHECK ((hotline_number ~ '^[0-9A-Z]{4,30}$'::text));
alter table request add constraint request_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request add constraint request_lapses_check CHECK (((state = ANY (ARRAY['asked'::text, 'answered'::text])) = (lapses_on IS NOT NULL)));
alter table request add constraint request_merged_state_check CHECK (((merged_into IS NULL) OR ((merged_into <> id) AND (state = ANY (ARRAY['with_deputy'::text, 'with_station'::text, 'answered'::text])))));
alter table request add constraint request_name_for_check CHECK ((name_for = ANY (ARRAY['deputy'::text, 'station'::text])));
alter table request add constraint request_openness_check CHECK ((openness = ANY (ARRAY['handlers'::text, 'public'::text])));
alter table request add constraint request_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'partly'::text, 'withdrawn'::text, 'lapsed'::text, 'diverted'::text])));
alter table request add constraint request_publication_check CHECK ((publication = ANY (ARRAY['pending'::text, 'published'::text, 'declined'::text])));
alter table request add constraint request_published_check CHECK ((((publication IS DISTINCT FROM 'published'::text) OR (published_at IS NOT NULL)) AND ((published_at IS NULL) OR ((public_title IS NOT NULL) AND (public_words IS NOT NULL)))));
alter table request add constraint request_question_state_check CHECK (((question_on IS NULL) OR (state = 'answered'::text)));
alter table request add constraint request_round_check CHECK ((round >= 1));
alter table request add constraint request_state_check CHECK ((state = ANY (ARRAY['with_deputy'::text, 'with_office'::text, 'with_station'::text, 'with_department'::text, 'with_hotline'::text, 'asked'::text, 'answered'::text, 'closed'::text])));
alter table request add constraint request_text_check_check CHECK ((text_check = ANY (ARRAY['pending'::text, 'pass'::text, 'review'::text, 'risky'::text, 'approved'::text, 'withheld'::text])));
alter table request add constraint request_tracking_number_check CHECK ((tracking_number ~ '^[0-9]{9}$'::text));
alter table request add constraint request_whose_check CHECK (((resident_id IS NOT NULL) OR (entered_by IS NOT NULL)));
alter table request add constraint request_with_office_check CHECK (((state <> 'with_office'::text) OR ((deputy_id IS NULL) AND (station_id IS NULL) AND (department_id IS NULL) AND (merged_into IS NULL))));
alter table request add constraint request_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_earlier_fkey FOREIGN KEY (jurisdiction, earlier_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_entered_fkey FOREIGN KEY (jurisdiction, entered_by) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_handover_fkey FOREIGN KEY (jurisdiction, handover_to) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_merged_into_fkey FOREIGN KEY (jurisdiction, merged_into) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_resident_fkey FOREIGN KEY (jurisdiction, resident_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_same_as_fkey FOREIGN KEY (jurisdiction, same_as) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_pkey PRIMARY KEY (jurisdiction, id);
alter table request add constraint request_jurisdiction_tracking_number_key UNIQUE (jurisdiction, tracking_number);
CREATE INDEX request_at_hotline ON public.request USING btree (jurisdiction, station_id, due_on, id) WHERE (state = 'with_hotline'::text);
CREATE INDEX request_contact ON public.request USING btree (jurisdiction, contact_hash) WHERE (resident_id IS NULL);
CREATE INDEX request_department ON public.request USING btree (jurisdiction, department_id, id) WHERE (state = ANY (ARRAY['with_department'::text, 'asked'::text]));
CREATE INDEX request_due ON public.request USING btree (jurisdiction, due_on, id) WHERE (state = ANY (ARRAY['with_deputy'::text, 'with_office'::text, 'with_station'::text, 'with_department'::text, 'with_hotline'::text]));
CREATE INDEX request_entered ON public.request USING btree (jurisdiction, entered_by, state, id DESC) WHERE (entered_by IS NOT NULL);
CREATE INDEX request_handover ON public.request USING btree (jurisdiction, handover_to) WHERE (handover_to IS NOT NULL);
CREATE INDEX request_hotline_number ON public.request USING btree (jurisdiction, hotline_number) WHERE (hotline_number IS NOT NULL);
CREATE INDEX request_inbox ON public.request USING btree (jurisdiction, deputy_id, state, due_on, id);
CREATE INDEX request_inbox_recent ON public.request USING btree (jurisdiction, deputy_id, state, changed_at DESC, id DESC);
CREATE INDEX request_lapsing ON public.request USING btree (jurisdiction, lapses_on) WHERE (state = ANY (ARRAY['asked'::text, 'answered'::text]));
CREATE INDEX request_merged ON public.request USING btree (jurisdiction, merged_into, id) WHERE (merged_into IS NOT NULL);
CREATE INDEX request_mine ON public.request USING btree (jurisdiction, resident_id, state, id DESC);
CREATE INDEX request_newest ON public.request USING btree (jurisdiction, id DESC);
CREATE INDEX request_question ON public.request USING btree (jurisdiction, question_on, id) WHERE (question_on IS NOT NULL);
CREATE INDEX request_received ON public.request USING btree (jurisdiction, submitted_on DESC, id DESC);
CREATE INDEX request_said_same ON public.request USING btree (jurisdiction, station_id, id) WHERE ((same_as IS NOT NULL) AND (merged_into IS NULL));
CREATE INDEX request_shared ON public.request USING btree (jurisdiction, village, due_on, id) WHERE ((deputy_id IS NULL) AND (state = 'with_deputy'::text));
CREATE UNIQUE INDEX request_slip ON public.request USING btree (jurisdiction, station_id, slip_form, slip_repeat) WHERE (slip_form IS NOT NULL);
CREATE INDEX request_slip_form ON public.request USING btree (jurisdiction, slip_form) WHERE (slip_form IS NOT NULL);
CREATE INDEX request_station ON public.request USING btree (jurisdiction, station_id, id DESC);
CREATE INDEX request_station_due ON public.request USING btree (jurisdiction, station_id, due_on, id) WHERE (state = ANY (ARRAY['with_deputy'::text, 'with_office'::text, 'with_station'::text, 'with_department'::text, 'with_hotline'::text]));
CREATE INDEX request_station_received ON public.request USING btree (jurisdiction, station_id, submitted_on DESC, id DESC);
CREATE INDEX request_to_assign ON public.request USING btree (jurisdiction, station_id, due_on, id) WHERE ((state = 'with_station'::text) OR (asks IS NOT NULL));
CREATE INDEX request_to_screen ON public.request USING btree (jurisdiction, station_id, id) WHERE (publication = 'pending'::text);
CREATE INDEX request_unchecked ON public.request USING btree (jurisdiction, text_check, id) WHERE (text_check = ANY (ARRAY['pending'::text, 'review'::text, 'risky'::text]));
CREATE INDEX request_with_office ON public.request USING btree (jurisdiction, due_on, id) WHERE (state = 'with_office'::text);
alter table request enable row level security;
alter table request force row level security;
create policy own_county on request as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request to lianxin_app;
grant update (answered_on) on request to lianxin_app;
grant update (asked_on) on request to lianxin_app;
grant update (asked_until) on request to lianxin_app;
grant update (asks) on request to lianxin_app;
grant update (changed_at) on request to lianxin_app;
grant update (check_label) on request to lianxin_app;
grant update (checked_through) on request to lianxin_app;
grant update (claimed_on) on request to lianxin_app;
grant update (closed_on) on request to lianxin_app;
grant update (contact_cipher) on request to lianxin_app;
grant update (contact_corrected_at) on request to lianxin_app;
grant update (contact_hash) on request to lianxin_app;
grant update (contact_hash_key) on request to lianxin_app;
grant update (department_id) on request to lianxin_app;
grant update (deputy_id) on request to lianxin_app;
grant update (due_on) on request to lianxin_app;
grant update (first_answered_on) on request to lianxin_app;
grant update (handover_to) on request to lianxin_app;
grant update (hidden_words) on request to lianxin_app;
grant update (hotline_number) on request to lianxin_app;
grant update (lapse_told_at) on request to lianxin_app;
grant update (lapses_on) on request to lianxin_app;
grant update (merged_into) on request to lianxin_app;
grant update (name) on request to lianxin_app;
grant update (opened_at) on request to lianxin_app;
grant update (openness) on request to lianxin_app;
grant update (outcome) on request to lianxin_app;
grant update (own_due_on) on request to lianxin_app;
grant update (public_answer) on request to lianxin_app;
grant update (public_title) on request to lianxin_app;
grant update (public_words) on request to lianxin_app;
grant update (publication) on request to lianxin_app;
grant update (published_at) on request to lianxin_app;
grant update (question_on) on request to lianxin_app;
grant update (resident_id) on request to lianxin_app;
grant update (round) on request to lianxin_app;
grant update (round_started_on) on request to lianxin_app;
grant update (same_as) on request to lianxin_app;
grant update (state) on request to lianxin_app;
grant update (station_id) on request to lianxin_app;
grant update (taken_at) on request to lianxin_app;
grant update (text_check) on request to lianxin_app;
grant update (word_doubts) on request to lianxin_app;

create table request_apart (
  jurisdiction text not null,
  first_id uuid not null,
  second_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null
);
comment on table request_apart is 'two matters of which somebody at the station said that they are not the same (不是一件): they are not put side by side again';
alter table request_apart add constraint request_apart_check CHECK ((first_id < second_id));
alter table request_apart add constraint request_apart_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_apart add constraint request_apart_first_fkey FOREIGN KEY (jurisdiction, first_id) REFERENCES request(jurisdiction, id) ON DELETE CASCADE;
alter table request_apart add constraint request_apart_second_fkey FOREIGN KEY (jurisdiction, second_id) REFERENCES request(jurisdiction, id) ON DELETE CASCADE;
alter table request_apart add constraint request_apart_pkey PRIMARY KEY (jurisdiction, first_id, second_id);
CREATE INDEX request_apart_second ON public.request_apart USING btree (jurisdiction, second_id, first_id);
alter table request_apart enable row level security;
alter table request_apart force row level security;
create policy own_county on request_apart as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request_apart to lianxin_app;

create table request_event (
  jurisdiction text not null,
  request_id uuid not null,
  id uuid not null,
  round integer not null,
  kind text not null,
  person_id uuid,
  words text,
  detail jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  deputy_id uuid
);
comment on table request_event is 'append-only history: who, what, when, why';
comment on column request_event.deputy_id is 'the deputy who did it, or to whom it went; null where no deputy has a part in it';
alter table request_event add constraint request_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_event add constraint request_event_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'entered_for'::text, 'registered'::text, 'contact_linked'::text, 'contact_declined'::text, 'contact_corrected'::text, 'opened'::text, 'answered'::text, 'read'::text, 'supplemented'::text, 'asked'::text, 'solved'::text, 'partly'::text, 'not_solved'::text, 'rating_withdrawn'::text, 'not_solved_after_all'::text, 'withdrawn'::text, 'taken'::text, 'passed'::text, 'reassigned'::text, 'referred'::text, 'given_back'::text, 'assigned'::text, 'taken_back'::text, 'accepted'::text, 'returned'::text, 'progressed'::text, 'department_answered'::text, 'question_asked'::text, 'question_forwarded'::text, 'question_refused'::text, 'question_unanswered'::text, 'extension_asked'::text, 'extension_granted'::text, 'extension_refused'::text, 'noted'::text, 'question_moved'::text, 'question_due'::text, 'lapse_told'::text, 'lapsed'::text, 'reopened'::text, 'published'::text, 'declined'::text, 'approved'::text, 'withheld'::text, 'photo_left_off'::text, 'photo_let_on'::text, 'consent_withdrawn'::text, 'phone_seen'::text, 'words_hidden'::text, 'words_shown'::text, 'merged'::text, 'unmerged'::text, 'gained'::text, 'lost'::text, 'kept_apart'::text, 'sent_to_office'::text, 'released'::text, 'diverted'::text, 'hotline_numbered'::text, 'hotline_unnumbered'::text, 'hotline_awaited'::text, 'hotline_answered'::text, 'hotline_failed'::text, 'hotline_undone'::text, 'pass_proposed'::text, 'reassign_proposed'::text, 'handover_agreed'::text, 'handover_refused'::text, 'handover_unanswered'::text, 'handover_ended'::text, 'handover_withdrawn'::text, 'handover_taken'::text, 'handover_declined'::text, 'higher_told'::text, 'higher_answered'::text])));
alter table request_event add constraint request_event_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table request_event add constraint request_event_pkey PRIMARY KEY (jurisdiction, request_id, id);
CREATE INDEX request_event_gained ON public.request_event USING btree (jurisdiction, at) WHERE (kind = 'gained'::text);
CREATE UNIQUE INDEX request_event_seen_once ON public.request_event USING btree (jurisdiction, request_id, round, kind) WHERE (kind = ANY (ARRAY['opened'::text, 'read'::text]));
alter table request_event enable row level security;
alter table request_event force row level security;
create policy own_county on request_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request_event to lianxin_app;

create table request_figure (
  jurisdiction text not null,
  village text not null,
  station_id uuid not null,
  month date not null,
  category text not null,
  what text not null,
  key text not null,
  count bigint not null
);
comment on table request_figure is 'how many requests of a month are counted under a key: of each category and of all, of each village, station and of the county; so that a screen adds up as many rows for a million requests as for ten thousand';
comment on column request_figure.category is 'empty: of every category';
comment on column request_figure.station_id is 'all zeros: of no station; all f: of every station';
comment on column request_figure.village is 'empty: of every village';
alter table request_figure add constraint request_figure_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_figure add constraint request_figure_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table request_figure add constraint request_figure_what_check CHECK ((what = ANY (ARRAY['standing'::text, 'due'::text, 'answer'::text])));
alter table request_figure add constraint request_figure_pkey PRIMARY KEY (jurisdiction, village, category, station_id, month, what, key);
CREATE INDEX request_figure_village ON public.request_figure USING btree (jurisdiction, station_id, category, month) WHERE (village <> ''::text);
alter table request_figure enable row level security;
alter table request_figure force row level security;
create policy own_county on request_figure as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on request_figure to lianxin_app;

create table request_figure_change (
  jurisdiction text not null,
  id bigint not null generated as identity,
  village text not null,
  station_id uuid not null,
  month date not null,
  category text not null,
  what text not null,
  key text not null,
  change bigint not null
);
comment on table request_figure_change is 'what moved since the clock last added it to request_figure; only added to by whoever moves a matter, so that nobody waits for anybody';
alter table request_figure_change add constraint request_figure_change_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_figure_change add constraint request_figure_change_pkey PRIMARY KEY (jurisdiction, id);
alter table request_figure_change enable row level security;
alter table request_figure_change force row level security;
create policy own_county on request_figure_change as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on request_figure_change to lianxin_app;

create table request_search (
  jurisdiction text not null,
  request_id uuid not null,
  station_id uuid,
  grams tsvector not null,
  form text not null default ''::text
);
comment on table request_search is 'what a request can be found by: pairs of neighbouring characters of its words; apart from it because an index of these is not used behind row-level security (find_requests)';
alter table request_search add constraint request_search_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_search add constraint request_search_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE CASCADE;
alter table request_search add constraint request_search_pkey PRIMARY KEY (jurisdiction, request_id);
CREATE INDEX request_search_grams ON public.request_search USING gin (jurisdiction, grams);
CREATE INDEX request_search_station ON public.request_search USING btree (jurisdiction, station_id, request_id DESC);
alter table request_search enable row level security;
create policy own_county on request_search as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request_search to lianxin_app;
grant update (station_id) on request_search to lianxin_app;

create table schedule_run (
  jurisdiction text not null,
  name text not null,
  holder uuid,
  started_at timestamp with time zone not null,
  held_until timestamp with time zone not null
);
comment on table schedule_run is 'who runs a schedule (requests.lapse) now: holder is null when nobody does, and after held_until another may';
alter table schedule_run add constraint schedule_run_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table schedule_run add constraint schedule_run_pkey PRIMARY KEY (jurisdiction, name);
alter table schedule_run enable row level security;
alter table schedule_run force row level security;
create policy own_county on schedule_run as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on schedule_run to lianxin_app;

create table second_factor (
  jurisdiction text not null,
  person_id uuid not null,
  secret_cipher bytea not null,
  since timestamp with time zone not null,
  last_step integer not null,
  used_at timestamp with time zone not null,
  wrong smallint not null default 0,
  locked_until timestamp with time zone
);
comment on table second_factor is 'what a person''s telephone makes codes from (RFC 6238), sealed and bound to the person';
comment on column second_factor.last_step is 'of which half minute the last code was: it, and every one before it, is good no more';
comment on column second_factor.used_at is 'when a code of either kind was given last';
comment on column second_factor.wrong is 'wrong codes since the last right one, or since it was locked last';
alter table second_factor add constraint second_factor_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table second_factor add constraint second_factor_wrong_check CHECK (((wrong >= 0) AND (wrong <= 4)));
alter table second_factor add constraint second_factor_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table second_factor add constraint second_factor_pkey PRIMARY KEY (jurisdiction, person_id);
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy own_county on second_factor as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on second_factor to lianxin_app;
grant update (last_step) on second_factor to lianxin_app;
grant update (locked_until) on second_factor to lianxin_app;
grant update (used_at) on second_factor to lianxin_app;
grant update (wrong) on second_factor to lianxin_app;

create table second_factor_backup (
  jurisdiction text not null,
  person_id uuid not null,
  hash bytea not null
);
comment on table second_factor_backup is 'backup codes (备用码) that were not used yet, each as a slow hash';
alter table second_factor_backup add constraint second_factor_backup_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table second_factor_backup add constraint second_factor_backup_factor_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES second_factor(jurisdiction, person_id) ON DELETE CASCADE;
alter table second_factor_backup add constraint second_factor_backup_pkey PRIMARY KEY (jurisdiction, person_id, hash);
alter table second_factor_backup enable row level security;
alter table second_factor_backup force row level security;
create policy own_county on second_factor_backup as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on second_factor_backup to lianxin_app;

create table session (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  refresh_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  desk boolean not null default false,
  device text,
  used_at timestamp with time zone,
  second_factor_at timestamp with time zone,
  enrolling bytea
);
comment on table session is 'a signed-in phone; only the hash of its refresh token is kept';
comment on column session.desk is 'a computer''s: it ends on its hour, however often it is renewed';
comment on column session.device is 'what kind of device it is on, as its owner would say it; null where nobody knows';
comment on column session.enrolling is 'the sealed secret that a person was shown in this session and has not shown a code of yet';
comment on column session.second_factor_at is 'when a code was given in it; null: roles that need one wait';
comment on column session.used_at is 'when it was renewed last';
alter table session add constraint session_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table session add constraint session_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table session add constraint session_pkey PRIMARY KEY (jurisdiction, id);
alter table session add constraint session_jurisdiction_refresh_hash_key UNIQUE (jurisdiction, refresh_hash);
CREATE INDEX session_expiry ON public.session USING btree (jurisdiction, expires_at);
CREATE INDEX session_person ON public.session USING btree (jurisdiction, person_id);
alter table session enable row level security;
alter table session force row level security;
create policy own_county on session as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on session to lianxin_app;

create table session_token (
  jurisdiction text not null,
  hash text not null,
  session_id uuid not null,
  salt bytea not null,
  replaced_at timestamp with time zone not null
);
comment on table session_token is 'refresh tokens that were replaced: used again at once one gives its successor (made of it and the salt), later it ends the session';
comment on column session_token.hash is 'hexadecimal';
alter table session_token add constraint session_token_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table session_token add constraint session_token_session_fkey FOREIGN KEY (jurisdiction, session_id) REFERENCES session(jurisdiction, id) ON DELETE CASCADE;
alter table session_token add constraint session_token_pkey PRIMARY KEY (jurisdiction, hash);
CREATE INDEX session_token_replaced ON public.session_token USING btree (jurisdiction, replaced_at);
CREATE INDEX session_token_session ON public.session_token USING btree (jurisdiction, session_id);
alter table session_token enable row level security;
alter table session_token force row level security;
create policy own_county on session_token as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on session_token to lianxin_app;

create table setting_change (
  jurisdiction text not null,
  id uuid not null,
  setting text not null,
  state text not null,
  value_before jsonb not null,
  value_after jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decline_reason text
);
comment on table setting_change is 'what two people of the office change in the settings of their county, and why; what was decided stays';
comment on column setting_change.value_before is 'what it was when it was proposed; of a calendar the days that change and no others';
alter table setting_change add constraint setting_change_check CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
alter table setting_change add constraint setting_change_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL)));
alter table setting_change add constraint setting_change_check2 CHECK (((state = 'declined'::text) = (decline_reason IS NOT NULL)));
alter table setting_change add constraint setting_change_check3 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'declined'::text])) OR (decided_by <> proposed_by)));
alter table setting_change add constraint setting_change_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table setting_change add constraint setting_change_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])));
alter table setting_change add constraint setting_change_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX setting_change_decided ON public.setting_change USING btree (jurisdiction, decided_at DESC, id DESC) WHERE (state <> 'proposed'::text);
CREATE INDEX setting_change_decided_of ON public.setting_change USING btree (jurisdiction, setting, decided_at DESC, id DESC) WHERE (state <> 'proposed'::text);
CREATE UNIQUE INDEX setting_change_waiting ON public.setting_change USING btree (jurisdiction, setting) WHERE (state = 'proposed'::text);
alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy own_county on setting_change as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on setting_change to lianxin_app;
grant update (decided_at) on setting_change to lianxin_app;
grant update (decided_by) on setting_change to lianxin_app;
grant update (decline_reason) on setting_change to lianxin_app;
grant update (state) on setting_change to lianxin_app;

create table slip_series (
  jurisdiction text not null,
  station_id uuid not null,
  prefix text not null,
  last bigint not null
);
comment on table slip_series is 'the letters of a station''s slips and the last number it had: one number is one slip, over all votes and years';
alter table slip_series add constraint slip_series_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table slip_series add constraint slip_series_prefix_check CHECK ((prefix ~ '^[A-Z]{2}$'::text));
alter table slip_series add constraint slip_series_pkey PRIMARY KEY (jurisdiction, station_id);
CREATE UNIQUE INDEX slip_series_prefix ON public.slip_series USING btree (jurisdiction, prefix);
alter table slip_series enable row level security;
alter table slip_series force row level security;
create policy own_county on slip_series as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on slip_series to lianxin_app;

create table station (
  jurisdiction text not null,
  id uuid not null,
  name text not null,
  address text not null,
  hours text not null,
  phone text not null,
  latitude double precision,
  longitude double precision,
  reception jsonb
);
comment on table station is 'liaison stations (人大代表联络站); reception is {dayOfMonth, from, to}';
alter table station add constraint station_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table station add constraint station_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX station_name ON public.station USING btree (jurisdiction, name);
alter table station enable row level security;
alter table station force row level security;
create policy own_county on station as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on station to lianxin_app;

create table station_village (
  jurisdiction text not null,
  village text not null,
  station_id uuid not null
);
alter table station_village add constraint station_village_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table station_village add constraint station_village_village_check CHECK ((village ~ '^[0-9]{12}$'::text));
alter table station_village add constraint station_village_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE CASCADE;
alter table station_village add constraint station_village_pkey PRIMARY KEY (jurisdiction, village);
CREATE INDEX station_village_station ON public.station_village USING btree (jurisdiction, station_id);
alter table station_village enable row level security;
alter table station_village force row level security;
create policy own_county on station_village as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on station_village to lianxin_app;

create table subscription (
  jurisdiction text not null,
  person_id uuid not null,
  template text not null,
  remaining integer not null,
  changed_at timestamp with time zone not null
);
comment on table subscription is 'one acceptance is one message (一次性订阅消息)';
alter table subscription add constraint subscription_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table subscription add constraint subscription_remaining_check CHECK ((remaining >= 0));
alter table subscription add constraint subscription_template_check CHECK ((template = ANY (ARRAY['progress'::text, 'received'::text])));
alter table subscription add constraint subscription_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table subscription add constraint subscription_pkey PRIMARY KEY (jurisdiction, person_id, template);
alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_county on subscription as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on subscription to lianxin_app;

create table suggestion (
  jurisdiction text not null,
  id uuid not null,
  lead_id uuid not null,
  occasion text not null,
  year integer,
  number integer,
  title text not null,
  facts text not null,
  proposal text not null,
  disclosure text not null,
  disclosure_reason text,
  origin text not null,
  unsolved text,
  wants_contact boolean not null,
  text_version integer not null,
  state text not null,
  outcome text,
  round integer not null,
  department_id uuid,
  marked boolean not null,
  assign_by date,
  first_assigned_on date,
  due_on date,
  extended boolean not null,
  reminded text,
  answered_on date,
  comment_by date,
  rate_by date,
  rating_reminded boolean not null,
  result_class text,
  attitude text,
  result text,
  redirected_to text,
  version integer not null,
  submitted_on date,
  closed_on date,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  complex_reason text,
  watcher_id uuid,
  handled_with uuid,
  answered_with uuid,
  own_due_on date
);
comment on table suggestion is 'a formal suggestion of deputies (代表建议)';
comment on column suggestion.answered_with is 'the one with which it was answered; of the one that led, itself';
comment on column suggestion.complex_reason is 'why it is answered in six months (代表法 第五十一条), said when it was first assigned; null: in three';
comment on column suggestion.due_on is 'the last day of the answer (代表法 第五十一条: three months from the day it was assigned, six where it is complex)';
comment on column suggestion.handled_with is 'the one that leads, as long as it is handled with that one and not answered; what it leads has none itself';
comment on column suggestion.number is 'given when it is handed in, by year and occasion';
comment on column suggestion.occasion is 'handed in while the congress meets (大会), or between its meetings (闭会)';
comment on column suggestion.own_due_on is 'its own last day, where an earlier one of those it is handled with counts';
comment on column suggestion.rate_by is 'until when the leading deputy rates; after a reminder and without a rating it is left out of the satisfaction';
comment on column suggestion.result is 'what the leading deputy said last; a second 不满意 ends in a meeting, and no third round';
comment on column suggestion.text_version is 'of the words; who signs says which ones they read';
comment on column suggestion.watcher_id is 'the committee that watches over it (督办); null: the office';
alter table suggestion add constraint suggestion_attitude_check CHECK ((attitude = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])));
alter table suggestion add constraint suggestion_check CHECK (((disclosure = 'full'::text) OR (disclosure_reason IS NOT NULL)));
alter table suggestion add constraint suggestion_check1 CHECK (((number IS NULL) = (year IS NULL)));
alter table suggestion add constraint suggestion_check2 CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (number IS NOT NULL)));
alter table suggestion add constraint suggestion_check3 CHECK (((state <> ALL (ARRAY['with_department'::text, 'answered'::text])) OR ((department_id IS NOT NULL) AND (due_on IS NOT NULL))));
alter table suggestion add constraint suggestion_check4 CHECK (((state <> 'answered'::text) OR ((result_class IS NOT NULL) AND (rate_by IS NOT NULL))));
alter table suggestion add constraint suggestion_check5 CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)));
alter table suggestion add constraint suggestion_check6 CHECK (((outcome = 'rated'::text) = ((state = 'closed'::text) AND (result IS NOT NULL) AND (result <> 'dissatisfied'::text))));
alter table suggestion add constraint suggestion_check7 CHECK (((state = 'redirected'::text) = (redirected_to IS NOT NULL)));
alter table suggestion add constraint suggestion_check8 CHECK ((handled_with <> id));
alter table suggestion add constraint suggestion_disclosure_check CHECK ((disclosure = ANY (ARRAY['full'::text, 'title'::text])));
alter table suggestion add constraint suggestion_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table suggestion add constraint suggestion_occasion_check CHECK ((occasion = ANY (ARRAY['session'::text, 'between'::text])));
alter table suggestion add constraint suggestion_origin_check CHECK ((origin = ANY (ARRAY['research'::text, 'forum'::text, 'visit'::text, 'other'::text])));
alter table suggestion add constraint suggestion_outcome_check CHECK ((outcome = ANY (ARRAY['rated'::text, 'unrated'::text, 'met'::text])));
alter table suggestion add constraint suggestion_redirected_to_check CHECK ((redirected_to = ANY (ARRAY['request'::text, 'petition'::text, 'hotline'::text, 'court'::text, 'arbitration'::text, 'other'::text])));
alter table suggestion add constraint suggestion_reminded_check CHECK ((reminded = ANY (ARRAY['before'::text, 'at'::text, 'over'::text])));
alter table suggestion add constraint suggestion_result_check CHECK ((result = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])));
alter table suggestion add constraint suggestion_result_class_check CHECK ((result_class = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text])));
alter table suggestion add constraint suggestion_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'to_assign'::text, 'with_department'::text, 'answered'::text, 'to_meet'::text, 'closed'::text, 'redirected'::text, 'withdrawn'::text])));
alter table suggestion add constraint suggestion_unsolved_check CHECK ((unsolved = ANY (ARRAY['two'::text, 'three'::text, 'more'::text])));
alter table suggestion add constraint suggestion_answered_with_fkey FOREIGN KEY (jurisdiction, answered_with) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion add constraint suggestion_department_fkey FOREIGN KEY (jurisdiction, department_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion add constraint suggestion_handled_with_fkey FOREIGN KEY (jurisdiction, handled_with) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion add constraint suggestion_lead_fkey FOREIGN KEY (jurisdiction, lead_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion add constraint suggestion_watcher_fkey FOREIGN KEY (jurisdiction, watcher_id) REFERENCES department(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion add constraint suggestion_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX suggestion_answered_with ON public.suggestion USING btree (jurisdiction, answered_with) WHERE (answered_with IS NOT NULL);
CREATE INDEX suggestion_department ON public.suggestion USING btree (jurisdiction, department_id, id) WHERE (state = 'with_department'::text);
CREATE INDEX suggestion_handled_with ON public.suggestion USING btree (jurisdiction, handled_with) WHERE (handled_with IS NOT NULL);
CREATE INDEX suggestion_lead ON public.suggestion USING btree (jurisdiction, lead_id, id DESC);
CREATE UNIQUE INDEX suggestion_number ON public.suggestion USING btree (jurisdiction, year, occasion, number);
CREATE INDEX suggestion_state ON public.suggestion USING btree (jurisdiction, state, due_on, id);
alter table suggestion enable row level security;
alter table suggestion force row level security;
create policy own_county on suggestion as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on suggestion to lianxin_app;

create table suggestion_cosigner (
  jurisdiction text not null,
  suggestion_id uuid not null,
  deputy_id uuid not null,
  state text not null,
  position integer not null,
  round integer not null,
  attitude text,
  result text,
  words text,
  changed_at timestamp with time zone not null
);
comment on table suggestion_cosigner is 'who was asked to sign with the lead (联名), and, in each round, what they think of the answer: for the lead and the office alone';
alter table suggestion_cosigner add constraint suggestion_cosigner_attitude_check CHECK ((attitude = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])));
alter table suggestion_cosigner add constraint suggestion_cosigner_check CHECK (((attitude IS NULL) = (result IS NULL)));
alter table suggestion_cosigner add constraint suggestion_cosigner_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table suggestion_cosigner add constraint suggestion_cosigner_result_check CHECK ((result = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])));
alter table suggestion_cosigner add constraint suggestion_cosigner_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'signed'::text, 'declined'::text, 'dropped'::text, 'left'::text])));
alter table suggestion_cosigner add constraint suggestion_cosigner_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion_cosigner add constraint suggestion_cosigner_suggestion_fkey FOREIGN KEY (jurisdiction, suggestion_id) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion_cosigner add constraint suggestion_cosigner_pkey PRIMARY KEY (jurisdiction, suggestion_id, deputy_id);
CREATE INDEX suggestion_cosigner_deputy ON public.suggestion_cosigner USING btree (jurisdiction, deputy_id, suggestion_id DESC) WHERE (state = ANY (ARRAY['asked'::text, 'signed'::text]));
alter table suggestion_cosigner enable row level security;
alter table suggestion_cosigner force row level security;
create policy own_county on suggestion_cosigner as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on suggestion_cosigner to lianxin_app;

create table suggestion_event (
  jurisdiction text not null,
  suggestion_id uuid not null,
  id uuid not null,
  round integer not null,
  kind text not null,
  side text not null,
  person_id uuid,
  deputy_id uuid,
  department_id uuid,
  words text,
  detail jsonb not null,
  at timestamp with time zone not null
);
comment on table suggestion_event is 'append-only: what happened to a suggestion';
alter table suggestion_event add constraint suggestion_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table suggestion_event add constraint suggestion_event_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'edited'::text, 'signed'::text, 'declined'::text, 'unsigned'::text, 'submitted'::text, 'withdrawn'::text, 'abandoned'::text, 'redirected'::text, 'assigned'::text, 'accepted'::text, 'returned'::text, 'taken_back'::text, 'progressed'::text, 'contacted'::text, 'contact_confirmed'::text, 'contact_denied'::text, 'question_asked'::text, 'question_answered'::text, 'extension_asked'::text, 'extension_refused'::text, 'extended'::text, 'urged'::text, 'overdue'::text, 'answered'::text, 'commented'::text, 'rated'::text, 'dissatisfied'::text, 'rating_reminded'::text, 'unrated'::text, 'met'::text, 'marked'::text, 'unmarked'::text, 'handed_over'::text, 'cosigner_left'::text, 'watcher_named'::text, 'watcher_ended'::text, 'gained'::text, 'joined'::text, 'parted'::text])));
alter table suggestion_event add constraint suggestion_event_side_check CHECK ((side = ANY (ARRAY['lead'::text, 'cosigner'::text, 'office'::text, 'department'::text, 'clock'::text])));
alter table suggestion_event add constraint suggestion_event_suggestion_fkey FOREIGN KEY (jurisdiction, suggestion_id) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion_event add constraint suggestion_event_pkey PRIMARY KEY (jurisdiction, suggestion_id, id);
CREATE INDEX suggestion_event_person ON public.suggestion_event USING btree (jurisdiction, person_id, suggestion_id) WHERE (side = ANY (ARRAY['lead'::text, 'cosigner'::text]));
alter table suggestion_event enable row level security;
alter table suggestion_event force row level security;
create policy own_county on suggestion_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on suggestion_event to lianxin_app;

create table suggestion_request (
  jurisdiction text not null,
  suggestion_id uuid not null,
  request_id uuid not null
);
comment on table suggestion_request is 'the residents'' requests a suggestion is made of; their words are read where they are, without whose they are';
alter table suggestion_request add constraint suggestion_request_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table suggestion_request add constraint suggestion_request_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion_request add constraint suggestion_request_suggestion_fkey FOREIGN KEY (jurisdiction, suggestion_id) REFERENCES suggestion(jurisdiction, id) ON DELETE RESTRICT;
alter table suggestion_request add constraint suggestion_request_pkey PRIMARY KEY (jurisdiction, suggestion_id, request_id);
CREATE INDEX suggestion_request_request ON public.suggestion_request USING btree (jurisdiction, request_id, suggestion_id);
alter table suggestion_request enable row level security;
alter table suggestion_request force row level security;
create policy own_county on suggestion_request as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on suggestion_request to lianxin_app;

create table text_message (
  jurisdiction text not null,
  id uuid not null,
  membership_id uuid not null,
  kind text not null,
  day date not null,
  params text[] not null,
  state text not null,
  fault text,
  changed_at timestamp with time zone not null
);
comment on table text_message is 'a short message (短信) for whoever holds a role and has no account; the number is read from the role when it is sent. Kept for 90 days';
comment on column text_message.fault is 'why it was not delivered, or not yet';
comment on column text_message.params is 'what stands in the places of the template: numbers';
comment on column text_message.state is 'sending: handed over, and what came of it is not written yet; dropped: by then nobody was to get it any more';
alter table text_message add constraint text_message_check CHECK (((state <> ALL (ARRAY['refused'::text, 'failed'::text])) OR (fault IS NOT NULL)));
alter table text_message add constraint text_message_fault_check CHECK ((fault = ANY (ARRAY['away'::text, 'settings'::text, 'number'::text, 'stopped'::text, 'too_many'::text, 'unsure'::text, 'late'::text])));
alter table text_message add constraint text_message_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table text_message add constraint text_message_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'report'::text])));
alter table text_message add constraint text_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'failed'::text, 'dropped'::text])));
alter table text_message add constraint text_message_membership_fkey FOREIGN KEY (jurisdiction, membership_id) REFERENCES membership(jurisdiction, id) ON DELETE RESTRICT;
alter table text_message add constraint text_message_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX text_message_once ON public.text_message USING btree (jurisdiction, membership_id, day, kind);
alter table text_message enable row level security;
alter table text_message force row level security;
create policy own_county on text_message as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select on text_message to lianxin_app;
grant update (changed_at) on text_message to lianxin_app;
grant update (fault) on text_message to lianxin_app;
grant update (state) on text_message to lianxin_app;

create table ward (
  jurisdiction text not null,
  id uuid not null,
  level text not null,
  town text,
  name text not null
);
comment on table ward is 'electoral wards (选区) of the directly elected levels';
alter table ward add constraint ward_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ward add constraint ward_level_check CHECK ((level = ANY (ARRAY['town'::text, 'county'::text])));
alter table ward add constraint ward_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX ward_name ON public.ward USING btree (jurisdiction, level, COALESCE(town, ''::text), name);
alter table ward enable row level security;
alter table ward force row level security;
create policy own_county on ward as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on ward to lianxin_app;

create table ward_unit (
  jurisdiction text not null,
  ward_id uuid not null,
  name text not null,
  pinyin text not null default ''::text
);
comment on table ward_unit is 'work units (单位选区) whose people elect in a ward, wherever they live';
alter table ward_unit add constraint ward_unit_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ward_unit add constraint ward_unit_ward_fkey FOREIGN KEY (jurisdiction, ward_id) REFERENCES ward(jurisdiction, id) ON DELETE CASCADE;
alter table ward_unit add constraint ward_unit_pkey PRIMARY KEY (jurisdiction, ward_id, name);
alter table ward_unit enable row level security;
alter table ward_unit force row level security;
create policy own_county on ward_unit as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on ward_unit to lianxin_app;

create table ward_village (
  jurisdiction text not null,
  ward_id uuid not null,
  village text not null
);
alter table ward_village add constraint ward_village_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ward_village add constraint ward_village_village_check CHECK ((village ~ '^[0-9]{12}$'::text));
alter table ward_village add constraint ward_village_ward_fkey FOREIGN KEY (jurisdiction, ward_id) REFERENCES ward(jurisdiction, id) ON DELETE CASCADE;
alter table ward_village add constraint ward_village_pkey PRIMARY KEY (jurisdiction, ward_id, village);
CREATE INDEX ward_village_village ON public.ward_village USING btree (jurisdiction, village);
alter table ward_village enable row level security;
alter table ward_village force row level security;
create policy own_county on ward_village as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on ward_village to lianxin_app;

-- functions
CREATE OR REPLACE FUNCTION public.cast_ballots(county text, polls uuid[], voters bytea[], entries uuid[], electorates text[], stations uuid[], channels text[], days date[], revisions integer[], leaves bytea[], sealed_ballots bytea[], times timestamp with time zone[])
 RETURNS TABLE(whose bytea, became text)
 LANGUAGE plpgsql
AS $function$
begin
  return query
  with given as (
    select * from unnest(
      polls, voters, entries, electorates, stations, channels, days, revisions, leaves, sealed_ballots, times
    ) as g (poll_id, voter, entry, electorate, station_id, channel, cast_on, revision, leaf, sealed, at)
  ), judged as (
    select g.*, case
      when p.id is null or p.opens_at > g.at then 'not_open'
      when p.closed_at is not null or p.closes_at <= g.at then 'closed'
      when g.entry is null then 'written'
      else coalesce((
        select case when r.paper then 'paper_taken' else 'written' end from poll_roll r
        where r.jurisdiction = county and r.poll_id = g.poll_id and r.id = g.entry and r.electorate = g.electorate
      ), 'not_on_roll') end as became
    from given g left join poll p on p.jurisdiction = county and p.id = g.poll_id
  ), written as (
    insert into ballot (jurisdiction, poll_id, voter, electorate, station_id, channel, cast_on, revision, leaf, sealed)
    select county, j.poll_id, j.voter, j.electorate, j.station_id, j.channel, j.cast_on, j.revision, j.leaf, j.sealed
    from judged j where j.became = 'written' order by j.voter
    on conflict (jurisdiction, poll_id, voter) do update set
      electorate = excluded.electorate, station_id = excluded.station_id, channel = excluded.channel,
      cast_on = excluded.cast_on, revision = excluded.revision, leaf = excluded.leaf, sealed = excluded.sealed
      where ballot.revision < excluded.revision or ballot.leaf = excluded.leaf
    returning ballot.voter
  )
  select w.voter, 'written'::text from written w
  union all select j.voter, j.became::text from judged j where j.became <> 'written';
end
$function$
;
CREATE OR REPLACE FUNCTION public.county_of_trace(trace text)
 RETURNS TABLE(jurisdiction text, picture_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select jurisdiction, picture_id from public.media_check where trace_id = trace
$function$
;
CREATE OR REPLACE FUNCTION public.find_on_board(wanted tsquery, place text, about text, department uuid, stands text, before timestamp with time zone, before_id uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with found as materialized (
    select request_id, published_at from public.board_matter
    where jurisdiction = current_setting('app.jurisdiction', true) and grams @@ wanted
      and (place is null or place in (village, town)) and (about is null or category = about)
      and (department is null or department_id = department) and (stands is null or standing = stands)
      and (before is null or (published_at, request_id) < (before, before_id))
  )
  select request_id from found order by published_at desc, request_id desc limit most
$function$
;
CREATE OR REPLACE FUNCTION public.find_requests(wanted tsquery, stations uuid[], before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with found as materialized (
    select request_id from public.request_search
    where jurisdiction = current_setting('app.jurisdiction', true) and grams @@ wanted
      and (stations is null or station_id = any (stations)) and (before is null or request_id < before)
  )
  select request_id from found order by request_id desc limit most
$function$
;
CREATE OR REPLACE FUNCTION public.request_figures(state text, outcome text, claimed_on date, first_answered_on date, submitted_on date, due_on date, merged boolean DEFAULT false)
 RETURNS TABLE(what text, key text)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select 'standing', case when merged and state in ('with_deputy', 'with_station') then 'merged' else state end
    || ' ' || coalesce(outcome, '-') || ' ' || case when claimed_on is not null then 'claimed' when first_answered_on is not null then 'answered' else '-' end
  union all
  select 'due', due_on::text where state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline') and not merged
  union all
  select 'answer', (first_answered_on - submitted_on)::text where first_answered_on is not null
$function$
;
CREATE OR REPLACE FUNCTION public.slip_form(slip text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
  select nullif(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    lower(normalize(slip, NFKC)),
    '[\s\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]', '', 'g'),
    '^(第|编号|no(?=[-.:#]?[0-9]))|号$', '', 'g'),
    '[-‐-―−_./·:#]+', '-', 'g'),
    '(?<![0-9])-|-(?![0-9])', '', 'g'), '')
$function$
;

-- views and sequences
request_figure_change_id_seq (S)
