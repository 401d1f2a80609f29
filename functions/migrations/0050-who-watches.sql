-- How long a suggestion takes, and who watches over it (督办): docs/decisions/0055-six-months-and-who-watches.md.

alter table suggestion add column complex_reason text;
alter table suggestion add column watcher_id uuid;
comment on column suggestion.complex_reason is 'why it is answered in six months (代表法 第五十一条), said when it was first assigned; null: in three';
comment on column suggestion.watcher_id is 'the committee that watches over it (督办); null: the office';
alter table suggestion add constraint suggestion_watcher_fkey foreign key (jurisdiction, watcher_id) references department (jurisdiction, id) on delete restrict;

alter table suggestion_event drop constraint suggestion_event_kind_check;
alter table suggestion_event add constraint suggestion_event_kind_check check (kind in ('created', 'edited', 'signed', 'declined', 'unsigned', 'submitted', 'withdrawn', 'abandoned', 'redirected', 'assigned', 'accepted', 'returned', 'taken_back', 'progressed', 'contacted', 'contact_confirmed', 'contact_denied', 'question_asked', 'question_answered', 'extension_asked', 'extension_refused', 'extended', 'urged', 'overdue', 'answered', 'commented', 'rated', 'dissatisfied', 'rating_reminded', 'unrated', 'met', 'marked', 'unmarked', 'handed_over', 'cosigner_left', 'watcher_named', 'watcher_ended'));
