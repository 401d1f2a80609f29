-- Suggestions of the same matter are handled together (并案): docs/decisions/0056-one-answer-to-several.md.

alter table suggestion add column handled_with uuid check (handled_with <> id);
alter table suggestion add column answered_with uuid;
alter table suggestion add column own_due_on date;
comment on column suggestion.handled_with is 'the one that leads, as long as it is handled with that one and not answered; what it leads has none itself';
comment on column suggestion.answered_with is 'the one with which it was answered; of the one that led, itself';
comment on column suggestion.own_due_on is 'its own last day, where an earlier one of those it is handled with counts';
alter table suggestion add constraint suggestion_handled_with_fkey foreign key (jurisdiction, handled_with) references suggestion (jurisdiction, id) on delete restrict;
alter table suggestion add constraint suggestion_answered_with_fkey foreign key (jurisdiction, answered_with) references suggestion (jurisdiction, id) on delete restrict;
create index suggestion_handled_with on suggestion (jurisdiction, handled_with) where handled_with is not null;
create index suggestion_answered_with on suggestion (jurisdiction, answered_with) where answered_with is not null;

alter table suggestion_event drop constraint suggestion_event_kind_check;
alter table suggestion_event add constraint suggestion_event_kind_check check (kind in ('created', 'edited', 'signed', 'declined', 'unsigned', 'submitted', 'withdrawn', 'abandoned', 'redirected', 'assigned', 'accepted', 'returned', 'taken_back', 'progressed', 'contacted', 'contact_confirmed', 'contact_denied', 'question_asked', 'question_answered', 'extension_asked', 'extension_refused', 'extended', 'urged', 'overdue', 'answered', 'commented', 'rated', 'dissatisfied', 'rating_reminded', 'unrated', 'met', 'marked', 'unmarked', 'handed_over', 'cosigner_left', 'watcher_named', 'watcher_ended', 'gained', 'joined', 'parted'));
