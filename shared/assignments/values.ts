import * as z from 'zod/mini';

/** Of which contexts something is assigned to departments, or worked on at the desk. */
export const WORKABLE = ['requests', 'suggestions'] as const;
export type Workable = (typeof WORKABLE)[number];

/**
 * How far a department says the matter is (办理结果类别): A solved or mostly, B under way or planned, C not possible now, D kept for reference.
 * It is the department's own word; whether it is solved, the resident says.
 */
export const RESULT_CLASSES = ['A', 'B', 'C', 'D'] as const;
export const ResultClass = z.enum(RESULT_CLASSES);
export type ResultClass = z.infer<typeof ResultClass>;
