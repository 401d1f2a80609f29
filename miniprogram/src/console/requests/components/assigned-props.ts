import type { Assignment } from '../../../../../shared/assignments/contract';
import type { RequestPage } from '../../../../../shared/requests/contract';

/** What each dialog of a department is about. */
export type AssignedProps = { assignment: Assignment; request: RequestPage; onClose: () => void };
