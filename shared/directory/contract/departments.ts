import * as z from 'zod/mini';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';

/** The departments (被评议部门、承办单位) of today, in the order of the roll, with what each is for; committees are not among them. */
export const departments = procedure({
  name: 'directory.departments',
  summary: '全县的部门，各管什么',
  method: 'GET',
  path: '/directory/departments',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ departments: z.array(z.object({ id: Id, name: z.string(), duties: z.string() })) }),
  problems: [],
  rate: 'public',
});
