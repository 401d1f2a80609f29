-- Nobody is two deputies: what they say is said by that deputy. Where a race made two of one person, the later role waits for somebody else again.
alter table membership no force row level security;
update membership m set person_id = null
where m.role = 'deputy' and m.withdrawn_at is null and exists (
  select from membership o
  where o.jurisdiction = m.jurisdiction and o.person_id = m.person_id and o.role = 'deputy' and o.withdrawn_at is null
    and (o.granted_at, o.id) < (m.granted_at, m.id));
alter table membership force row level security;

create unique index membership_deputy_person on membership (jurisdiction, person_id)
where role = 'deputy' and withdrawn_at is null and person_id is not null;
