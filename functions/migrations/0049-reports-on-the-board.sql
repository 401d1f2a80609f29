-- What everybody reads of a year-end report once it is rated, and short messages of it: docs/decisions/0054-a-year-of-promises-on-the-board.md.

alter table promise_report_paper add column public_words text;
comment on column promise_report_paper.public_words is 'the words as everybody reads them once it is rated, without what says who somebody is; null: handed in before anybody was told that they would';

alter table promise_report add column texted text check (texted in ('returned', 'before', 'at'));
comment on column promise_report.texted is 'of what who has no account was told last by a short message; sent back, it begins anew';
grant update (texted) on promise_report to lianxin_app;

alter table text_message drop constraint text_message_kind_check;
alter table text_message add constraint text_message_kind_check check (kind in ('digest', 'report'));
