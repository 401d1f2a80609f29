-- What a deputy puts with a suggestion (附件): docs/decisions/0051-attachments-of-a-suggestion.md.

alter table picture add column suggestion_id uuid;
alter table picture drop constraint picture_of_one_thing;
alter table picture add constraint picture_of_one_thing check (num_nonnulls(request_id, promise_id, suggestion_id) <= 1);
comment on table picture is 'pictures of requests, answers, promises and suggestions; the bytes lie in storage under the id, without where they were taken';
comment on column picture.suggestion_id is 'the suggestion it was put with';
create index picture_suggestion on picture (jurisdiction, suggestion_id) where suggestion_id is not null;
alter table picture add constraint picture_suggestion_fkey foreign key (jurisdiction, suggestion_id) references suggestion (jurisdiction, id) on delete restrict;
grant update (suggestion_id) on picture to lianxin_app;
