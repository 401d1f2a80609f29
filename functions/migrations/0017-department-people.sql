-- Departments have people (被评议部门、承办单位的工作人员), and say in a line what they are for.

alter table department add column duties text not null default '';
comment on column department.duties is 'what it is for (管什么), in one line; shown to whoever rates it';

alter table membership add column department_id uuid;
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check check (role in ('deputy', 'supervisor', 'clerk', 'admin', 'department'));
alter table membership add constraint membership_department_check check ((role = 'department') = (department_id is not null));
alter table membership add constraint membership_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
create index membership_department on membership (jurisdiction, department_id) where withdrawn_at is null and department_id is not null;
