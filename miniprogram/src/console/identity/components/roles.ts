import type { Membership } from '../../../../../shared/identity/contract';

export type OfficeRole = Membership['role'];

export const ROLE_WORDS: Record<OfficeRole, string> = {
  clerk: '联络站',
  admin: '人大办公室',
  supervisor: '民主监督员',
  deputy: '代表',
  department: '部门',
};

/** What a role lets somebody do, said where it is given. */
export const ROLE_NOTES: Record<OfficeRole, string> = {
  clerk: '看得到这个联络站的事，能改派、审公开、登记。',
  admin: '所有的事都看得到，能导入名册、给身份、收身份。',
  supervisor: '能替本村没有手机的人登记。',
  deputy: '用这个手机号登录的人，就是这位代表。',
  department: '只看得到自己部门的事。一个部门可以有几位。',
};
