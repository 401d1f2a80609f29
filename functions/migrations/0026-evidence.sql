-- A department shows with pictures that it did what it promised (凭据).

alter table picture add column promise_id uuid;
alter table picture add constraint picture_of_one_thing check (num_nonnulls(request_id, promise_id) <= 1);
comment on table picture is 'pictures of requests, answers and promises; the bytes lie in storage under the id, without where they were taken';
comment on column picture.promise_id is 'the promise whose event it belongs to (event_id)';
create index picture_promise on picture (jurisdiction, promise_id) where promise_id is not null;
alter table picture add constraint picture_promise_fkey foreign key (jurisdiction, promise_id) references promise (jurisdiction, id) on delete restrict;
grant update (promise_id) on picture to lianxin_app;
