import { departmentsNamed } from '../../local/seed/departments';

const [department = '', other = ''] = departmentsNamed(['县住建局', '县交通运输局']);

/** Departments of the demo county that have people. */
export const DEPARTMENTS = { department, 'other-department': other };
