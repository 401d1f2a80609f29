-- What is handled with another says with which: docs/decisions/0052-the-story-of-what-is-handled-together.md.

-- Of a merge (合成一件) all events were written with one instant by one person, that of the one that leads first.
update request_event merged
  set detail = merged.detail || jsonb_build_object('lead', found.lead)
  from (
    select distinct on (m.jurisdiction, m.request_id, m.id) m.jurisdiction, m.request_id, m.id, g.request_id as lead
    from request_event m
    join request_event g on g.jurisdiction = m.jurisdiction and g.at = m.at and g.person_id = m.person_id and g.kind = 'gained' and g.id < m.id
    where m.kind = 'merged' and not m.detail ? 'lead'
    order by m.jurisdiction, m.request_id, m.id, g.id desc
  ) found
  where merged.jurisdiction = found.jurisdiction and merged.request_id = found.request_id and merged.id = found.id;

-- What was put together lately (最近合的), whatever else happened.
create index request_event_gained on request_event (jurisdiction, at) where kind = 'gained';

-- On the notice board it is found under the department that has the one that leads.
update board_matter b
  set department_id = l.department_id
  from request r join request l on l.jurisdiction = r.jurisdiction and l.id = r.merged_into
  where b.jurisdiction = r.jurisdiction and b.request_id = r.id and b.department_id is distinct from l.department_id;
